/** Decides what may become of an order, and writes it down. Level 4. */
@NullMarked
package dev.akinai.core.order;

import org.jspecify.annotations.NullMarked;
