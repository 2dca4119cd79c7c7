package dev.akinai.spi;

import dev.akinai.base.Api;
import dev.akinai.base.Page;
import dev.akinai.catalog.Category;
import dev.akinai.catalog.CategoryId;
import dev.akinai.catalog.Product;
import dev.akinai.catalog.ProductId;
import dev.akinai.catalog.SkuId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Categories, products and SKUs. */
@Api(Api.Use.IMPLEMENT)
public interface CatalogStore {

  /**
   * Writes a category, new or known.
   *
   * @param category as it shall be
   * @return its version, raised by one
   */
  long put(Category category);

  /**
   * Reads a category.
   *
   * @param id which
   * @return the category, or empty
   */
  Optional<Category> category(CategoryId id);

  /**
   * The categories named and all above them.
   *
   * @param ids which
   * @return those that exist
   */
  Map<CategoryId, Category> withAncestors(Collection<CategoryId> ids);

  /**
   * Writes products with all their SKUs, new or known; SKUs that a known product no longer names are kept and made inactive.
   *
   * @param products at most 1,000, each id once
   * @return the version of each, raised by one, in order
   */
  List<Long> put(List<Product> products);

  /**
   * Which products SKUs belong to.
   *
   * @param skus at most 2,000
   * @return those that exist
   */
  Map<SkuId, ProductId> owners(Collection<SkuId> skus);

  /**
   * Reads products with their SKUs, each whole (R-STO-42).
   *
   * @param ids at most 2,000
   * @return those that exist
   */
  Map<ProductId, Product> products(Collection<ProductId> ids);

  /**
   * Lists products by id.
   *
   * @param page which page
   * @return the page
   */
  Page<Product> list(Page.Request page);
}
