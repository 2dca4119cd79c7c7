package dev.akinai.jdbc.store;

import static dev.akinai.jdbc.generated.Tables.AK_CATEGORY;
import static dev.akinai.jdbc.generated.Tables.AK_PRODUCT;
import static dev.akinai.jdbc.generated.Tables.AK_SKU;

import dev.akinai.base.Page;
import dev.akinai.catalog.Category;
import dev.akinai.catalog.CategoryId;
import dev.akinai.catalog.Product;
import dev.akinai.catalog.ProductId;
import dev.akinai.catalog.SkuId;
import dev.akinai.jdbc.generated.tables.records.AkCategoryRecord;
import dev.akinai.spi.CatalogStore;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Table;

/** Categories, products and SKUs in tables. For one thread. */
final class JdbcCatalogStore implements CatalogStore {

  private final StoreScope scope;

  JdbcCatalogStore(StoreScope scope) {
    this.scope = scope;
  }

  @Override
  public long put(Category category) {
    var row = new AkCategoryRecord(
        scope.shop(),
        category.id().value(),
        category.parent().map(CategoryId::value).orElse(null),
        category.name(),
        1L);
    Upserts.putCounted(
        scope,
        AK_CATEGORY,
        List.of(row),
        List.of(AK_CATEGORY.PARENT_ID, AK_CATEGORY.NAME),
        AK_CATEGORY.VER);
    return StoreScope.newest(scope
        .dsl()
        .select(AK_CATEGORY.VER)
        .from(AK_CATEGORY)
        .where(AK_CATEGORY.SHOP.eq(scope.shop()))
        .and(AK_CATEGORY.CATEGORY_ID.eq(category.id().value()))
        .fetchOne(AK_CATEGORY.VER));
  }

  @Override
  public Optional<Category> category(CategoryId id) {
    return Optional.ofNullable(categories(List.of(id)).get(id));
  }

  @Override
  public Map<CategoryId, Category> withAncestors(Collection<CategoryId> ids) {
    var found = new LinkedHashMap<CategoryId, Category>();
    Set<CategoryId> wanted = new HashSet<>(ids);
    // a circle, or a tree deeper than allowed, ends here too
    for (int level = 0; level < Category.MAX_DEPTH && !wanted.isEmpty(); level++) {
      Map<CategoryId, Category> step = categories(wanted);
      found.putAll(step);
      wanted = step.values().stream()
          .flatMap(each -> each.parent().stream())
          .filter(parent -> !found.containsKey(parent))
          .collect(Collectors.toSet());
    }
    return found;
  }

  private Map<CategoryId, Category> categories(Collection<CategoryId> ids) {
    var found = new LinkedHashMap<CategoryId, Category>();
    for (List<String> chunk : Keys.chunks(ids)) {
      scope
          .dsl()
          .selectFrom(AK_CATEGORY)
          .where(AK_CATEGORY.SHOP.eq(scope.shop()))
          .and(AK_CATEGORY.CATEGORY_ID.in(chunk))
          .forEach(row -> found.put(new CategoryId(row.getCategoryId()), category(row)));
    }
    return found;
  }

  private static Category category(AkCategoryRecord row) {
    return new Category(
        new CategoryId(row.getCategoryId()),
        Optional.ofNullable(row.getParentId()).map(CategoryId::new),
        row.getName());
  }

  @Override
  public List<Long> put(List<Product> products) {
    return new ProductWrites(scope).put(products);
  }

  @Override
  public Map<SkuId, ProductId> owners(Collection<SkuId> skus) {
    Keys.requireAtMost("SKUs", 2_000, skus);
    var owners = new LinkedHashMap<SkuId, ProductId>();
    for (List<String> chunk : Keys.chunks(skus)) {
      scope
          .dsl()
          .select(AK_SKU.SKU, AK_SKU.PRODUCT_ID)
          .from(AK_SKU)
          .where(Keys.in(scope, AK_SKU.SHOP, AK_SKU.SKU, chunk))
          .forEach(row -> owners.put(new SkuId(row.value1()), new ProductId(row.value2())));
    }
    return owners;
  }

  @Override
  public Map<ProductId, Product> products(Collection<ProductId> ids) {
    Keys.requireAtMost("products", 2_000, ids);
    var found = new LinkedHashMap<ProductId, Product>();
    for (List<String> chunk : Keys.chunks(ids)) {
      Table<?> asked = scope
          .dsl()
          .select(ProductRows.COLUMNS)
          .from(AK_PRODUCT)
          .where(Keys.in(scope, AK_PRODUCT.SHOP, AK_PRODUCT.PRODUCT_ID, chunk))
          .asTable("p");
      ProductRows.read(scope, asked).forEach(each -> found.put(each.id(), each));
    }
    return found;
  }

  @Override
  public Page<Product> list(Page.Request page) {
    Table<?> asked = scope
        .dsl()
        .select(ProductRows.COLUMNS)
        .from(AK_PRODUCT)
        .where(AK_PRODUCT.SHOP.eq(scope.shop()))
        .and(Keys.after(AK_PRODUCT.PRODUCT_ID, page))
        .orderBy(AK_PRODUCT.PRODUCT_ID)
        .limit(page.size() + 1)
        .asTable("p");
    return PageKeys.page(
        ProductRows.read(scope, asked), page.size(), product -> product.id().value());
  }
}
