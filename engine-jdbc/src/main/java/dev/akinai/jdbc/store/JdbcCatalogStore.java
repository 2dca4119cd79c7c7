package dev.akinai.jdbc.store;

import dev.akinai.base.Page;
import dev.akinai.catalog.Category;
import dev.akinai.catalog.CategoryId;
import dev.akinai.catalog.Product;
import dev.akinai.catalog.ProductId;
import dev.akinai.catalog.SkuId;
import dev.akinai.spi.CatalogStore;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Categories, products and SKUs in tables. For one thread. */
final class JdbcCatalogStore implements CatalogStore {

  private final StoreScope scope;

  JdbcCatalogStore(StoreScope scope) {
    this.scope = scope;
  }

  private UnsupportedOperationException missing() {
    return new UnsupportedOperationException(scope.shop());
  }

  @Override
  public long put(Category category) {
    throw missing();
  }

  @Override
  public Optional<Category> category(CategoryId id) {
    throw missing();
  }

  @Override
  public Map<CategoryId, Category> withAncestors(Collection<CategoryId> ids) {
    throw missing();
  }

  @Override
  public List<Long> put(List<Product> products) {
    throw missing();
  }

  @Override
  public Map<SkuId, ProductId> owners(Collection<SkuId> skus) {
    throw missing();
  }

  @Override
  public Map<ProductId, Product> products(Collection<ProductId> ids) {
    throw missing();
  }

  @Override
  public Page<Product> list(Page.Request page) {
    throw missing();
  }
}
