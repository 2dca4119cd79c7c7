package dev.akinai.core.spi;

import dev.akinai.base.InvalidInputException;
import dev.akinai.base.Page;
import dev.akinai.catalog.Catalog;
import dev.akinai.catalog.Category;
import dev.akinai.catalog.CategoryId;
import dev.akinai.catalog.Product;
import dev.akinai.catalog.ProductId;
import dev.akinai.catalog.Sku;
import dev.akinai.catalog.SkuId;
import dev.akinai.spi.CatalogStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Categories and products, in memory. */
final class MemoryCatalog implements CatalogStore {

  private static final int MAX_IDS = 2_000;

  private record Versioned<T>(T value, long version) {}

  private final UnitLog log;
  private final Table<Versioned<Category>> categories;
  private final Table<Versioned<Product>> products;
  private final Table<ProductId> owners;

  MemoryCatalog(UnitLog log) {
    this.log = log;
    this.categories = new Table<>(log);
    this.products = new Table<>(log);
    this.owners = new Table<>(log);
  }

  @Override
  public long put(Category category) {
    String key = category.id().value();
    long version = categories.find(key).map(Versioned::version).orElse(0L) + 1;
    categories.put(key, new Versioned<>(category, version));
    return version;
  }

  @Override
  public Optional<Category> category(CategoryId id) {
    return categories.find(id.value()).map(Versioned::value);
  }

  @Override
  public Map<CategoryId, Category> withAncestors(Collection<CategoryId> ids) {
    var found = new LinkedHashMap<CategoryId, Category>();
    for (CategoryId id : ids) {
      Optional<Category> each = category(id);
      while (each.isPresent() && found.putIfAbsent(each.get().id(), each.get()) == null) {
        each = each.get().parent().flatMap(this::category);
      }
    }
    return Collections.unmodifiableMap(found);
  }

  @Override
  public List<Long> put(List<Product> added) {
    Keys.requireSize("products", Catalog.MAX_PRODUCTS, added.size());
    requireDistinct(added);
    List<Product> merged = added.stream().map(this::withKept).toList();
    return merged.stream().map(this::save).toList();
  }

  @Override
  public Map<SkuId, ProductId> owners(Collection<SkuId> skus) {
    return found(skus, sku -> owners.find(sku.value()));
  }

  @Override
  public Map<ProductId, Product> products(Collection<ProductId> ids) {
    return found(ids, id -> products.find(id.value()).map(Versioned::value));
  }

  @Override
  public Page<Product> list(Page.Request page) {
    return products.page("", page, Versioned::value);
  }

  private static <K, V> Map<K, V> found(Collection<K> ids, Function<K, Optional<V>> find) {
    Keys.requireSize("ids", MAX_IDS, ids.size());
    var found = new LinkedHashMap<K, V>();
    for (K id : ids) {
      find.apply(id).ifPresent(row -> found.put(id, row));
    }
    return Collections.unmodifiableMap(found);
  }

  /** The product as it shall be, with the SKUs that it no longer names: orders may still name them. */
  private Product withKept(Product product) {
    Set<SkuId> named = product.skus().stream().map(Sku::id).collect(Collectors.toSet());
    var skus = new ArrayList<>(product.skus());
    products
        .find(product.id().value())
        .ifPresent(before -> before.value().skus().stream()
            .filter(sku -> !named.contains(sku.id()))
            .forEach(sku -> skus.add(new Sku(sku.id(), sku.title(), sku.tracked(), false))));
    return new Product(
        product.id(), product.title(), product.category(), product.brand(), product.tags(), skus);
  }

  private long save(Product product) {
    for (Sku sku : product.skus()) {
      String key = sku.id().value();
      Optional<ProductId> owner = owners.find(key);
      if (owner.isPresent() && !owner.get().equals(product.id())) {
        throw log.broken(
            "A SKU must belong to one product, but belongs to another. Maybe ask owners() first.");
      }
      owners.put(key, product.id());
    }
    String key = product.id().value();
    long version = products.find(key).map(Versioned::version).orElse(0L) + 1;
    products.put(key, new Versioned<>(product, version));
    return version;
  }

  private static void requireDistinct(List<Product> added) {
    long different = added.stream().map(Product::id).distinct().count();
    if (different != added.size()) {
      throw new InvalidInputException(
          "The products (%d) must have different ids, but only %d differ. Maybe merge them."
              .formatted(added.size(), different));
    }
  }
}
