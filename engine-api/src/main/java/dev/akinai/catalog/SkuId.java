package dev.akinai.catalog;

import dev.akinai.base.Id;

/**
 * Names one sellable variant, in the host's own code if it has one; the join key for prices and stock. Immutable.
 *
 * @param value 1 to 64 visible characters
 */
public record SkuId(String value) implements Id {

  /** Checks the text. */
  public SkuId {
    value = Id.require("SkuId", value);
  }

  /**
   * The SKU with this id.
   *
   * @param value 1 to 64 visible characters
   * @return the id
   */
  public static SkuId of(String value) {
    return new SkuId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
