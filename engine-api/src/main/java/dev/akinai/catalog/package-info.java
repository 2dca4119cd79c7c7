/** What a shop sells: categories, products (SPU) and their sellable variants (SKU); no price and no stock. Start with {@link dev.akinai.catalog.Catalog}. Level 1. */
@NullMarked
package dev.akinai.catalog;

import org.jspecify.annotations.NullMarked;
