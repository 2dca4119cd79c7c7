package dev.akinai.jdbc.store;

import static dev.akinai.jdbc.generated.Tables.AK_PRODUCT;
import static dev.akinai.jdbc.generated.Tables.AK_SKU;

import dev.akinai.catalog.CategoryId;
import dev.akinai.catalog.Product;
import dev.akinai.catalog.ProductId;
import dev.akinai.catalog.Sku;
import dev.akinai.catalog.SkuId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.Table;

/** Reads products with their SKUs by one statement, so that each is whole (R-STO-42). Stateless. */
final class ProductRows {

  /** What a list of products to read must hold. */
  static final List<Field<?>> COLUMNS = List.of(
      AK_PRODUCT.PRODUCT_ID,
      AK_PRODUCT.TITLE,
      AK_PRODUCT.CATEGORY_ID,
      AK_PRODUCT.BRAND,
      AK_PRODUCT.TAGS);

  private static final String LINE = "\n";

  private ProductRows() {}

  /** The products asked for, by id; every product has a SKU. */
  static List<Product> read(StoreScope scope, Table<?> asked) {
    Field<String> id = column(asked, AK_PRODUCT.PRODUCT_ID);
    Field<String> title = column(asked, AK_PRODUCT.TITLE);
    Result<Record> rows = scope
        .dsl()
        .select(asked.fields())
        .select(AK_SKU.SKU, AK_SKU.TITLE, AK_SKU.TRACKED, AK_SKU.ACTIVE)
        .from(asked)
        .join(AK_SKU)
        .on(AK_SKU.SHOP.eq(scope.shop()))
        .and(AK_SKU.PRODUCT_ID.eq(id))
        .orderBy(id, AK_SKU.PLACE, AK_SKU.SKU)
        .fetch();
    var groups = new LinkedHashMap<String, Result<Record>>(rows.intoGroups(id));
    return groups.values().stream().map(group -> product(asked, title, group)).toList();
  }

  private static Product product(Table<?> asked, Field<String> title, Result<Record> rows) {
    Record first = rows.get(0);
    return new Product(
        new ProductId(first.get(column(asked, AK_PRODUCT.PRODUCT_ID))),
        first.get(title),
        Optional.ofNullable(first.get(column(asked, AK_PRODUCT.CATEGORY_ID))).map(CategoryId::new),
        Optional.ofNullable(first.get(column(asked, AK_PRODUCT.BRAND))),
        tags(first.get(column(asked, AK_PRODUCT.TAGS))),
        rows.stream().map(ProductRows::sku).toList());
  }

  private static Sku sku(Record row) {
    return new Sku(
        new SkuId(row.get(AK_SKU.SKU)),
        row.get(AK_SKU.TITLE),
        row.get(AK_SKU.TRACKED),
        row.get(AK_SKU.ACTIVE));
  }

  private static <T> Field<T> column(Table<?> asked, Field<T> field) {
    return Objects.requireNonNull(asked.field(field));
  }

  /** One a line, sorted; no tag holds a line break. */
  static String text(Set<String> tags) {
    return String.join(LINE, tags);
  }

  private static Set<String> tags(String text) {
    return text.isEmpty() ? Set.of() : Set.of(text.split(LINE));
  }
}
