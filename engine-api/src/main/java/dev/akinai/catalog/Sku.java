package dev.akinai.catalog;

import dev.akinai.base.Text;

/**
 * One sellable variant of a product. Immutable.
 *
 * @param id which variant
 * @param title what shoppers read, up to 500 characters
 * @param tracked true if its units are counted; a service or a fee is not
 * @param active true if it may be sold
 */
public record Sku(SkuId id, String title, boolean tracked, boolean active) {

  /** Checks the title. */
  public Sku {
    Text.requireText("SKU title", title, 500);
  }

  /**
   * An active variant whose units are counted.
   *
   * @param id 1 to 64 visible characters
   * @param title up to 500 characters
   * @return the variant
   */
  public static Sku of(String id, String title) {
    return new Sku(new SkuId(id), title, true, true);
  }

  /**
   * The same variant without counting: a service, a fee, a download.
   *
   * @return a changed copy
   */
  public Sku untracked() {
    return new Sku(id, title, false, active);
  }
}
