package dev.akinai.catalog;

import dev.akinai.base.InputTooLargeException;
import dev.akinai.base.InvalidInputException;
import dev.akinai.base.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A product (SPU) with its variants (SKU): what a product page shows, without price and stock. Immutable.
 *
 * @param id which product
 * @param title what shoppers read, up to 500 characters
 * @param category its primary category, or empty
 * @param brand its brand, or empty
 * @param tags words that offers can select by, at most 100
 * @param skus 1 to 2,000 variants with different ids
 */
public record Product(
    ProductId id,
    String title,
    Optional<CategoryId> category,
    Optional<String> brand,
    Set<String> tags,
    List<Sku> skus) {

  /** Most variants of one product. */
  public static final int MAX_SKUS = 2_000;

  /** Checks the texts and the variants, and sorts the tags. */
  public Product {
    Text.requireText("product title", title, 500);
    brand.ifPresent(text -> Text.requireVisible("brand", text, 64));
    tags.forEach(tag -> Text.requireVisible("tag", tag, 64));
    tags = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(tags));
    skus = List.copyOf(skus);
    requireSize("tags of a product", tags.size(), 100);
    requireSize("SKUs of a product", skus.size(), MAX_SKUS);
    requireDistinct(id, skus);
  }

  /**
   * A product with its variants, in no category.
   *
   * @param id 1 to 64 visible characters
   * @param title up to 500 characters
   * @param skus at least one
   * @return the product
   */
  public static Product of(String id, String title, Sku... skus) {
    return new Product(
        new ProductId(id), title, Optional.empty(), Optional.empty(), Set.of(), List.of(skus));
  }

  /**
   * The same product on another shelf.
   *
   * @param category the primary category's id
   * @return a changed copy
   */
  public Product in(String category) {
    return new Product(id, title, Optional.of(new CategoryId(category)), brand, tags, skus);
  }

  private static void requireSize(String field, int size, int max) {
    if (size > max) {
      throw new InputTooLargeException(field, max, size);
    }
  }

  private static void requireDistinct(ProductId id, List<Sku> skus) {
    var seen = new HashSet<SkuId>();
    for (Sku sku : skus) {
      if (!seen.add(sku.id())) {
        throw new InvalidInputException(
            "The product (%s) must name each SKU once, but names %s twice. Maybe give the variants ids of their own."
                .formatted(id, sku.id()));
      }
    }
    if (skus.isEmpty()) {
      throw new InvalidInputException(
          "The product (%s) must have at least one SKU. Maybe add a variant with the product's own code."
              .formatted(id));
    }
  }
}
