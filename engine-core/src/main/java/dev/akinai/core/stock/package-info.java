/** Keeps units for buyers and books goods in and out. Level 2. */
@NullMarked
package dev.akinai.core.stock;

import org.jspecify.annotations.NullMarked;
