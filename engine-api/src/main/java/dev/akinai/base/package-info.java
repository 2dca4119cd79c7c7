/** Words every part of the engine shares: ids, who is calling, refusals and outcomes. Start with {@link dev.akinai.base.CallContext}. Level 0. */
@NullMarked
package dev.akinai.base;

import org.jspecify.annotations.NullMarked;
