package dev.akinai.price;

import dev.akinai.base.Id;

/**
 * Names one price list. Immutable.
 *
 * @param value 1 to 64 visible characters
 */
public record PriceListId(String value) implements Id {

  /** Checks the text. */
  public PriceListId {
    value = Id.require("PriceListId", value);
  }

  @Override
  public String toString() {
    return value;
  }

  /**
   * The list with this id.
   *
   * @param value 1 to 64 visible characters
   * @return the id
   */
  public static PriceListId of(String value) {
    return new PriceListId(value);
  }
}
