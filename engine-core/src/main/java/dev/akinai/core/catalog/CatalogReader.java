package dev.akinai.core.catalog;

import dev.akinai.catalog.CatalogItem;
import dev.akinai.catalog.Category;
import dev.akinai.catalog.CategoryId;
import dev.akinai.catalog.Product;
import dev.akinai.catalog.ProductId;
import dev.akinai.catalog.Sku;
import dev.akinai.catalog.SkuId;
import dev.akinai.spi.UnitOfWork;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads variants with what their products say, in three reads whatever the number of variants. Stateless. */
public final class CatalogReader {

  private CatalogReader() {}

  /** The variants that exist, active or not. */
  public static Map<SkuId, CatalogItem> items(UnitOfWork unit, Collection<SkuId> skus) {
    Map<SkuId, ProductId> owners = unit.catalog().owners(skus);
    Map<ProductId, Product> products = unit.catalog().products(new HashSet<>(owners.values()));
    Map<CategoryId, Category> categories =
        unit.catalog().withAncestors(categoriesOf(products.values()));
    Map<SkuId, CatalogItem> items = new HashMap<>();
    for (Product product : products.values()) {
      List<CategoryId> path = path(product.category(), categories);
      for (Sku sku : product.skus()) {
        if (owners.containsKey(sku.id())) {
          items.put(
              sku.id(), new CatalogItem(sku, product.id(), path, product.brand(), product.tags()));
        }
      }
    }
    return items;
  }

  private static Set<CategoryId> categoriesOf(Collection<Product> products) {
    var named = new HashSet<CategoryId>();
    products.forEach(product -> product.category().ifPresent(named::add));
    return named;
  }

  private static List<CategoryId> path(
      Optional<CategoryId> start, Map<CategoryId, Category> categories) {
    var path = new ArrayList<CategoryId>();
    Optional<CategoryId> at = start;
    while (at.isPresent() && path.size() < Category.MAX_DEPTH) {
      path.add(at.get());
      at = Optional.ofNullable(categories.get(at.get())).flatMap(Category::parent);
    }
    return path;
  }
}
