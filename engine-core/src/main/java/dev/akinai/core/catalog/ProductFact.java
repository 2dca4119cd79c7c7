package dev.akinai.core.catalog;

import dev.akinai.catalog.CategoryId;
import dev.akinai.catalog.Product;
import dev.akinai.catalog.ProductId;
import dev.akinai.catalog.Sku;
import java.util.List;
import java.util.Optional;

/** A published product as listeners are told. */
public record ProductFact(
    ProductId id,
    String title,
    Optional<CategoryId> category,
    Optional<String> brand,
    List<String> tags,
    List<Sku> skus) {

  static ProductFact of(Product product) {
    return new ProductFact(
        product.id(),
        product.title(),
        product.category(),
        product.brand(),
        List.copyOf(product.tags()),
        product.skus());
  }
}
