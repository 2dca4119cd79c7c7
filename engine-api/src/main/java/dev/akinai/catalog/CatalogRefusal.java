package dev.akinai.catalog;

import dev.akinai.base.Refusal;

/** Why a change of the catalog was refused, by precedence. */
public sealed interface CatalogRefusal extends Refusal {

  /**
   * The category above does not exist.
   *
   * @param category the one that was named
   */
  record UnknownCategory(CategoryId category) implements CatalogRefusal {
    @Override
    public String code() {
      return "catalog.category-unknown";
    }
  }

  /**
   * A category would stand below itself, or more than 12 deep.
   *
   * @param category the one that would move
   */
  record CategoryTooDeep(CategoryId category) implements CatalogRefusal {
    @Override
    public String code() {
      return "catalog.category-too-deep";
    }
  }

  /**
   * A SKU belongs to another product already.
   *
   * @param sku which one
   * @param product the product it belongs to
   */
  record SkuTaken(SkuId sku, ProductId product) implements CatalogRefusal {
    @Override
    public String code() {
      return "catalog.sku-taken";
    }
  }
}
