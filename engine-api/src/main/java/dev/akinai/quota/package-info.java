/** Everything scarce, counted: cells with a limit, and holds that take from many cells at once or from none. Start with {@link dev.akinai.quota.CellKey}. Level 0. */
@NullMarked
package dev.akinai.quota;

import org.jspecify.annotations.NullMarked;
