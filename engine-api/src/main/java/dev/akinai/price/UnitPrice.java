package dev.akinai.price;

import dev.akinai.base.InvalidInputException;
import dev.akinai.money.Money;
import java.math.BigInteger;

/**
 * A price for a number of units, such as CNY 12.30 per 100. Immutable; sorted by what one unit costs, in one currency.
 *
 * <p>As with {@link java.math.BigDecimal}, CNY 1.00 per 1 and CNY 2.00 per 2 are no equal values but cost the same.
 *
 * @param price of {@code per} units
 * @param per for how many units, 1 or more
 */
public record UnitPrice(Money price, long per) implements Comparable<UnitPrice> {

  private static final BigInteger HUNDRED = BigInteger.valueOf(100);

  /** Checks the units. */
  public UnitPrice {
    if (per < 1) {
      throw new InvalidInputException(
          "The units of a price (%d) must be 1 or more. Maybe leave them at 1.".formatted(per));
    }
  }

  /**
   * Tells which of two costs less for one unit.
   *
   * @throws dev.akinai.money.CurrencyMismatchException if they are in two currencies
   */
  @Override
  public int compareTo(UnitPrice other) {
    int ofEqualUnits = price.compareTo(other.price); // refuses two currencies
    return per == other.per
        ? ofEqualUnits
        : times(price, other.per).compareTo(times(other.price, per));
  }

  /** How much less this is than another price, in whole percent of the other, rounded down; 0 if it is not less. */
  int percentBelow(UnitPrice other) {
    BigInteger mine = times(price, other.per);
    BigInteger others = times(other.price, per);
    return mine.compareTo(others) >= 0
        ? 0
        : others.subtract(mine).multiply(HUNDRED).divide(others).intValueExact();
  }

  private static BigInteger times(Money price, long units) {
    return BigInteger.valueOf(price.minor()).multiply(BigInteger.valueOf(units));
  }
}
