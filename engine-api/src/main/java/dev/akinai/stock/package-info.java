/** What a shop can promise: units free, held and sold, per SKU and location. Start with {@link dev.akinai.stock.Stock}. Level 2. */
@NullMarked
package dev.akinai.stock;

import org.jspecify.annotations.NullMarked;
