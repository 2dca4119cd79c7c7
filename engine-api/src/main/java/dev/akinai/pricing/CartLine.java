package dev.akinai.pricing;

import dev.akinai.base.InputTooLargeException;
import dev.akinai.base.InvalidInputException;
import dev.akinai.base.Text;
import dev.akinai.catalog.SkuId;
import dev.akinai.money.Money;
import dev.akinai.stock.StockLine;
import java.util.Optional;

/**
 * One line of a cart. Immutable.
 *
 * @param id the host's name for the line, 1 to 64 visible characters, unique in the cart
 * @param sku which variant
 * @param quantity 0 to 10^9 units; a line of 0 is dropped
 * @param fixedPrice a price for one unit that was agreed elsewhere; no price list is asked for it
 */
public record CartLine(String id, SkuId sku, long quantity, Optional<Money> fixedPrice) {

  /** Checks the texts and the quantity. */
  public CartLine {
    Text.requireVisible("line id", id, 64);
    if (quantity < 0) {
      throw new InvalidInputException(
          "The quantity (%d) of %s must be 0 or more. Maybe a return was meant."
              .formatted(quantity, sku));
    }
    if (quantity > StockLine.MAX_QUANTITY) {
      throw new InputTooLargeException("quantity", StockLine.MAX_QUANTITY, quantity);
    }
    fixedPrice.ifPresent(price -> requireNotNegative(sku, price));
  }

  private static void requireNotNegative(SkuId sku, Money price) {
    if (price.minor() < 0) {
      throw new InvalidInputException(
          "The fixed price (%s) of %s must be 0 or more. Maybe use an offer to give a reduction."
              .formatted(price, sku));
    }
  }
}
