package dev.akinai.price;

import dev.akinai.base.InvalidInputException;
import dev.akinai.catalog.SkuId;
import dev.akinai.money.Money;
import java.util.Optional;

/**
 * The price of one unit of a SKU in a list. Immutable.
 *
 * @param sku which variant
 * @param price of one unit, 0 or more
 * @param floor the least that offers may leave of the price of one unit, 0 or more (PRICING 6.3); empty for nothing
 */
public record PriceEntry(SkuId sku, Money price, Optional<Money> floor) {

  /** Checks the signs and the currency. */
  public PriceEntry {
    if (price.minor() < 0) {
      throw new InvalidInputException(
          "The price (%s) of %s must be 0 or more. Maybe use an offer to give a reduction."
              .formatted(price, sku));
    }
    if (floor.isPresent()
        && (floor.get().isNegative() || !floor.get().currency().equals(price.currency()))) {
      throw new InvalidInputException(
          "The floor (%s) of %s must be 0 or more and in the currency of its price (%s). Maybe convert it."
              .formatted(floor.get(), sku, price));
    }
  }

  /**
   * A price that offers may lower to nothing.
   *
   * @param sku which variant
   * @param price of one unit, 0 or more
   */
  public PriceEntry(SkuId sku, Money price) {
    this(sku, price, Optional.empty());
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

  /**
   * The same price with a floor.
   *
   * @param least what offers may leave of the price of one unit, such as {@code CNY 8.00}
   * @return a changed copy
   */
  public PriceEntry notBelow(String least) {
    return new PriceEntry(sku, price, Optional.of(Money.parse(least, price.currency())));
  }
}
