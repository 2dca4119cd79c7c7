/** What was bought and what became of it: placing, shipping, cancelling, returning, each unit with the money it carries. Start with {@link dev.akinai.order.Orders}. Level 4. */
@NullMarked
package dev.akinai.order;

import org.jspecify.annotations.NullMarked;
