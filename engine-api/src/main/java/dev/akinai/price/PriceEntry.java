package dev.akinai.price;

import dev.akinai.base.InvalidInputException;
import dev.akinai.catalog.SkuId;
import dev.akinai.money.Money;

/**
 * The price of one unit of a SKU in a list. Immutable.
 *
 * @param sku which variant
 * @param price of one unit, 0 or more
 */
public record PriceEntry(SkuId sku, Money price) {

  /** Checks the sign. */
  public PriceEntry {
    if (price.minor() < 0) {
      throw new InvalidInputException(
          "The price (%s) of %s must be 0 or more. Maybe use an offer to give a reduction."
              .formatted(price, sku));
    }
  }

  /**
   * The price of a SKU.
   *
   * @param sku the SKU's id, 1 to 64 visible characters
   * @param price of one unit, such as {@code CNY 12.30}
   * @return the entry
   */
  public static PriceEntry of(String sku, String price) {
    return new PriceEntry(new SkuId(sku), Money.parse(price));
  }
}
