package dev.akinai.jdbc.store;

import static dev.akinai.jdbc.generated.Tables.AK_PRODUCT;
import static dev.akinai.jdbc.generated.Tables.AK_SKU;

import dev.akinai.base.InputTooLargeException;
import dev.akinai.base.InvalidInputException;
import dev.akinai.base.Text;
import dev.akinai.catalog.Catalog;
import dev.akinai.catalog.CategoryId;
import dev.akinai.catalog.Product;
import dev.akinai.catalog.Sku;
import dev.akinai.jdbc.generated.tables.records.AkProductRecord;
import dev.akinai.jdbc.generated.tables.records.AkSkuRecord;
import dev.akinai.spi.StorageException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Field;

/**
 * Writes products with their SKUs, all of a call by a few batches.
 *
 * <p>The products' rows are written and so locked first, in the order of their ids: two calls never
 * mix their SKUs, even of a new product. A SKU that its product no longer names stays behind all others, inactive. For one thread.
 */
final class ProductWrites {

  private static final List<Field<?>> PRODUCT_CHANGES =
      List.of(AK_PRODUCT.TITLE, AK_PRODUCT.CATEGORY_ID, AK_PRODUCT.BRAND, AK_PRODUCT.TAGS);

  /** Not the product: a SKU never moves to another. */
  private static final List<Field<?>> SKU_CHANGES =
      List.of(AK_SKU.PLACE, AK_SKU.TITLE, AK_SKU.TRACKED, AK_SKU.ACTIVE);

  private final StoreScope scope;

  ProductWrites(StoreScope scope) {
    this.scope = scope;
  }

  List<Long> put(List<Product> products) {
    Keys.requireAtMost("products", Catalog.MAX_PRODUCTS, products);
    Keys.requireOnce("products", products, Product::id);
    List<Product> sorted = products.stream()
        .sorted(Comparator.comparing(each -> each.id().value(), Text.UTF8_ORDER))
        .toList();
    List<List<String>> ids = Keys.chunks(sorted.stream().map(Product::id).toList());
    Map<String, AkSkuRecord> named = named(sorted);
    putProducts(sorted);
    List<AkSkuRecord> known =
        ids.stream().flatMap(chunk -> skusOf(chunk).stream()).toList();
    requireRoom(sorted, named, known);
    putSkus(named);
    retire(known.stream().filter(each -> !named.containsKey(each.getSku())).toList());
    return versions(products, ids);
  }

  private Map<String, AkSkuRecord> named(List<Product> products) {
    var named = new HashMap<String, AkSkuRecord>();
    for (Product product : products) {
      int place = 0;
      for (Sku sku : product.skus()) {
        AkSkuRecord row = row(product, sku, ++place);
        if (named.put(row.getSku(), row) != null) {
          throw new InvalidInputException(
              "The products (%d) must name each SKU once, but did not. Maybe give it to one of them."
                  .formatted(products.size()));
        }
      }
    }
    return named;
  }

  private AkSkuRecord row(Product product, Sku sku, int place) {
    return new AkSkuRecord(
        scope.shop(),
        sku.id().value(),
        product.id().value(),
        place,
        sku.title(),
        sku.tracked(),
        sku.active());
  }

  private List<AkSkuRecord> skusOf(List<String> products) {
    return scope
        .dsl()
        .selectFrom(AK_SKU)
        .where(AK_SKU.SHOP.eq(scope.shop()))
        .and(AK_SKU.PRODUCT_ID.in(products))
        .orderBy(AK_SKU.SKU)
        .forUpdate()
        .fetch();
  }

  private static void requireRoom(
      List<Product> products, Map<String, AkSkuRecord> named, List<AkSkuRecord> known) {
    var sizes = new HashMap<String, Integer>();
    products.forEach(each -> sizes.put(each.id().value(), each.skus().size()));
    for (AkSkuRecord each : known) {
      if (!named.containsKey(each.getSku())) {
        sizes.merge(each.getProductId(), 1, Integer::sum);
      }
    }
    for (int size : sizes.values()) {
      if (size > Product.MAX_SKUS) {
        throw new InputTooLargeException("SKUs of a product, old and new", Product.MAX_SKUS, size);
      }
    }
  }

  private void putProducts(List<Product> products) {
    List<AkProductRecord> rows = products.stream()
        .map(each -> new AkProductRecord(
            scope.shop(),
            each.id().value(),
            each.title(),
            each.category().map(CategoryId::value).orElse(null),
            each.brand().orElse(null),
            ProductRows.text(each.tags()),
            1L))
        .toList();
    Upserts.putCounted(scope, AK_PRODUCT, rows, PRODUCT_CHANGES, AK_PRODUCT.VER);
  }

  private void putSkus(Map<String, AkSkuRecord> named) {
    List<AkSkuRecord> rows = named.values().stream()
        .sorted(Comparator.comparing(AkSkuRecord::getSku, Text.UTF8_ORDER))
        .toList();
    Upserts.put(scope, AK_SKU, rows, SKU_CHANGES);
    for (List<AkSkuRecord> chunk : StoreScope.chunks(rows)) {
      requireOwned(chunk, named);
    }
  }

  /** The rows are locked by now; a lock again sees the newest, whatever the isolation level. */
  private void requireOwned(List<AkSkuRecord> rows, Map<String, AkSkuRecord> named) {
    scope
        .dsl()
        .select(AK_SKU.SKU, AK_SKU.PRODUCT_ID)
        .from(AK_SKU)
        .where(AK_SKU.SHOP.eq(scope.shop()))
        .and(AK_SKU.SKU.in(rows.stream().map(AkSkuRecord::getSku).toList()))
        .forUpdate()
        .forEach(row -> {
          if (!Objects.requireNonNull(named.get(row.value1()))
              .getProductId()
              .equals(row.value2())) {
            throw taken();
          }
        });
  }

  private static StorageException taken() {
    return new StorageException(
        StorageException.Failure.RETRYABLE,
        "A SKU must belong to one product, but was given to a second one. Maybe ask who owns it first.");
  }

  private void retire(List<AkSkuRecord> gone) {
    List<String> skus = gone.stream().map(AkSkuRecord::getSku).toList();
    for (List<String> chunk : StoreScope.chunks(skus)) {
      scope
          .dsl()
          .update(AK_SKU)
          .set(AK_SKU.ACTIVE, false)
          .set(AK_SKU.PLACE, Product.MAX_SKUS + 1)
          .where(AK_SKU.SHOP.eq(scope.shop()))
          .and(AK_SKU.SKU.in(chunk))
          .and(AK_SKU.PLACE.le(Product.MAX_SKUS))
          .execute();
    }
  }

  private List<Long> versions(List<Product> products, List<List<String>> ids) {
    var versions = new HashMap<String, Long>();
    for (List<String> chunk : ids) {
      scope
          .dsl()
          .select(AK_PRODUCT.PRODUCT_ID, AK_PRODUCT.VER)
          .from(AK_PRODUCT)
          .where(AK_PRODUCT.SHOP.eq(scope.shop()))
          .and(AK_PRODUCT.PRODUCT_ID.in(chunk))
          .forEach(row -> versions.put(row.value1(), row.value2()));
    }
    var inOrder = new ArrayList<Long>();
    products.forEach(
        each -> inOrder.add(Objects.requireNonNull(versions.get(each.id().value()))));
    return inOrder;
  }
}
