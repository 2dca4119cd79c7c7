package dev.akinai.stock;

import dev.akinai.base.InputTooLargeException;
import dev.akinai.base.InvalidInputException;
import dev.akinai.catalog.SkuId;

/**
 * So many units of a SKU. Immutable.
 *
 * @param sku which variant
 * @param quantity 1 to 10^9 units
 */
public record StockLine(SkuId sku, long quantity) {

  /** Most units in one line. */
  public static final long MAX_QUANTITY = 1_000_000_000L;

  /** Checks the quantity. */
  public StockLine {
    if (quantity < 1) {
      throw new InvalidInputException(
          "The quantity (%d) of %s must be 1 or more. Maybe leave the line out."
              .formatted(quantity, sku));
    }
    if (quantity > MAX_QUANTITY) {
      throw new InputTooLargeException("quantity", MAX_QUANTITY, quantity);
    }
  }

  /**
   * So many units of a SKU.
   *
   * @param sku the SKU's id, 1 to 64 visible characters
   * @param quantity 1 to 10^9 units
   * @return the line
   */
  public static StockLine of(String sku, long quantity) {
    return new StockLine(new SkuId(sku), quantity);
  }
}
