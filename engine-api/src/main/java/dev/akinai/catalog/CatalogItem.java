package dev.akinai.catalog;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One variant with what its product says: all that pricing and placing need to know of a SKU. Immutable.
 *
 * @param sku the variant
 * @param product the product's id
 * @param categoryPath the product's category and those above it, nearest first; empty if it stands in none
 * @param brand the product's brand, or empty
 * @param tags the product's tags
 */
public record CatalogItem(
    Sku sku,
    ProductId product,
    List<CategoryId> categoryPath,
    Optional<String> brand,
    Set<String> tags) {}
