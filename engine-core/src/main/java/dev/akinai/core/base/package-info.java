/** How every command runs: once per key, in one unit of work, refused without a trace. Start with {@link dev.akinai.core.base.Commands}. Level 0. */
@NullMarked
package dev.akinai.core.base;

import org.jspecify.annotations.NullMarked;
