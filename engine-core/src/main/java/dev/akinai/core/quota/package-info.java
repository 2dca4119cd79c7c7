/** Opens, ends and settles holds on the storage's primitives. Start with {@link dev.akinai.core.quota.HoldKeeper}. Level 0. */
@NullMarked
package dev.akinai.core.quota;

import org.jspecify.annotations.NullMarked;
