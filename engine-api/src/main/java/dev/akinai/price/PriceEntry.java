package dev.akinai.price;

import dev.akinai.base.InputTooLargeException;
import dev.akinai.base.InvalidInputException;
import dev.akinai.catalog.SkuId;
import dev.akinai.money.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A price of a SKU in a list, perhaps from a quantity on, for a time, or for a few units only. Immutable.
 *
 * <p>A list has one price for each {@link Key}: where several apply, the greatest least quantity counts, and of those the latest start.
 *
 * @param sku which variant
 * @param minQty from how many units on, 1 to 10^9
 * @param price of {@code per} units, 0 or more
 * @param per for how many units the price is, 1 to 10^6: more than 1 for goods by weight or measure
 * @param floor the least that offers may leave of the price of {@code per} units, 0 or more (PRICING 6.3); empty for nothing
 * @param window when the price applies, beside its list's own window
 * @param allotment how many units there are at this price in all, 0 to 10^12; for lists that lower a base price
 * @param perBuyer how many units one buyer gets at this price, 1 to 10^9; for lists that lower a base price
 */
public record PriceEntry(
    SkuId sku,
    long minQty,
    Money price,
    long per,
    Optional<Money> floor,
    PriceWindow window,
    OptionalLong allotment,
    OptionalLong perBuyer) {

  /** Highest least quantity, and most units for one buyer. */
  public static final long MAX_QUANTITY = 1_000_000_000L;

  /** Most units that one price is for. */
  public static final long MAX_PER = 1_000_000L;

  /** Most units in an allotment. */
  public static final long MAX_ALLOTMENT = 1_000_000_000_000L;

  /**
   * What tells a price from the others of its list. Immutable.
   *
   * @param sku which variant
   * @param minQty from how many units on
   * @param from since when, or empty for always
   */
  public record Key(SkuId sku, long minQty, Optional<Instant> from) {

    /**
     * The price of any quantity that was always there.
     *
     * @param sku which variant
     * @return the key
     */
    public static Key of(SkuId sku) {
      return new Key(sku, 1, Optional.empty());
    }
  }

  /** Checks the signs, the ranges and the currency. */
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
    requireRange("least quantity", minQty, 1, MAX_QUANTITY);
    requireRange("units of a price", per, 1, MAX_PER);
    requireRange("allotment", allotment.orElse(0), 0, MAX_ALLOTMENT);
    requireRange("units for one buyer", perBuyer.orElse(1), 1, MAX_QUANTITY);
  }

  /**
   * A price of one unit, for any quantity and always, that offers may lower to nothing.
   *
   * @param sku which variant
   * @param price of one unit, 0 or more
   */
  public PriceEntry(SkuId sku, Money price) {
    this(
        sku,
        1,
        price,
        1,
        Optional.empty(),
        PriceWindow.ALWAYS,
        OptionalLong.empty(),
        OptionalLong.empty());
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
   * What tells this price from the others of its list.
   *
   * @return the SKU, the least quantity and the start
   */
  public Key key() {
    return new Key(sku, minQty, window.from());
  }

  /**
   * Tells whether only so many units are sold at this price.
   *
   * @return true with an allotment or a limit for each buyer
   */
  public boolean isLimited() {
    return allotment.isPresent() || perBuyer.isPresent();
  }

  /**
   * The same price with a floor.
   *
   * @param least what offers may leave of the price, such as {@code CNY 8.00}
   * @return a changed copy
   */
  public PriceEntry notBelow(String least) {
    return withFloor(Optional.of(Money.parse(least, price.currency())));
  }

  /**
   * The same price with a floor or none.
   *
   * @param least what offers may leave of the price, or empty for nothing
   * @return a changed copy
   */
  public PriceEntry withFloor(Optional<Money> least) {
    return new PriceEntry(sku, minQty, price, per, least, window, allotment, perBuyer);
  }

  /**
   * The same price from a quantity on.
   *
   * @param units 1 to 10^9
   * @return a changed copy
   */
  public PriceEntry from(long units) {
    return new PriceEntry(sku, units, price, per, floor, window, allotment, perBuyer);
  }

  /**
   * The same price for a number of units.
   *
   * @param units 1 to 10^6
   * @return a changed copy
   */
  public PriceEntry per(long units) {
    return new PriceEntry(sku, minQty, price, units, floor, window, allotment, perBuyer);
  }

  /**
   * The same price at another time.
   *
   * @param other when it applies
   * @return a changed copy
   */
  public PriceEntry withWindow(PriceWindow other) {
    return new PriceEntry(sku, minQty, price, per, floor, other, allotment, perBuyer);
  }

  /**
   * The same price for a number of units in all.
   *
   * @param units 0 to 10^12
   * @return a changed copy
   */
  public PriceEntry allotted(long units) {
    return new PriceEntry(sku, minQty, price, per, floor, window, OptionalLong.of(units), perBuyer);
  }

  /**
   * The same price for a number of units of each buyer.
   *
   * @param units 1 to 10^9
   * @return a changed copy
   */
  public PriceEntry atMostPerBuyer(long units) {
    return new PriceEntry(
        sku, minQty, price, per, floor, window, allotment, OptionalLong.of(units));
  }

  private static void requireRange(String field, long value, long min, long max) {
    if (value > max) {
      throw new InputTooLargeException(field, max, value);
    }
    if (value < min) {
      throw new InvalidInputException(
          "The %s (%d) must be %d or more. Maybe leave it out.".formatted(field, value, min));
    }
  }
}
