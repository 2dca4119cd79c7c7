package dev.akinai.catalog;

import dev.akinai.base.Api;
import dev.akinai.base.CallContext;
import dev.akinai.base.Outcome;
import dev.akinai.base.Page;
import dev.akinai.base.ShopId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts products on the shelves and finds them again. Safe to call from any thread. */
@Api(Api.Use.CALL)
public interface Catalog {

  /** Most products in one call of {@link #publish}. */
  int MAX_PRODUCTS = 1_000;

  /**
   * Puts up a category, or renames or moves one.
   *
   * @param category the category as it shall be
   * @param call whose shop, who asks, and the request's key
   * @return the category, or a {@link CatalogRefusal}
   */
  Outcome<Category> put(Category category, CallContext call);

  /**
   * Puts products on sale, or replaces what is known of them; all, or none.
   *
   * @param products 1 to 1,000 products with their variants
   * @param call whose shop, who asks, and the request's key
   * @return how many were published, or every {@link CatalogRefusal}
   */
  Outcome<Integer> publish(List<Product> products, CallContext call);

  /**
   * Puts one product on sale.
   *
   * @param product the product with its variants
   * @param call whose shop, who asks, and the request's key
   * @return 1, or every {@link CatalogRefusal}
   */
  default Outcome<Integer> publish(Product product, CallContext call) {
    return publish(List.of(product), call);
  }

  /**
   * Looks up variants with what their products say.
   *
   * @param shop whose shop
   * @param skus at most 2,000 ids
   * @return those that exist
   */
  Map<SkuId, CatalogItem> find(ShopId shop, Collection<SkuId> skus);

  /**
   * Looks up one product.
   *
   * @param shop whose shop
   * @param product which
   * @return the product, or empty
   */
  Optional<Product> findProduct(ShopId shop, ProductId product);

  /**
   * Lists products by id.
   *
   * @param shop whose shop
   * @param page which page
   * @return the page
   */
  Page<Product> list(ShopId shop, Page.Request page);
}
