/** What goods cost before any offer: price lists and their history. Start with {@link dev.akinai.price.Prices}. Level 2. */
@NullMarked
package dev.akinai.price;

import org.jspecify.annotations.NullMarked;
