package dev.akinai.promotion;

import dev.akinai.money.Rounding;

/**
 * Where and how the raw amount of a reduction is rounded (PRICING 2.5). Immutable.
 *
 * @param level how much is summed before it is rounded
 * @param mode which way
 */
public record AmountRounding(Level level, Rounding mode) {

  /** Once for the whole reduction, half up. */
  public static final AmountRounding ONCE = new AmountRounding(Level.SCOPE, Rounding.HALF_UP);

  /** Once for each band, half up. */
  public static final AmountRounding PER_BAND = new AmountRounding(Level.BAND, Rounding.HALF_UP);

  /** Once for each unit, half up, as a product page shows it. */
  public static final AmountRounding PER_UNIT = new AmountRounding(Level.UNIT, Rounding.HALF_UP);

  /** How much is summed before it is rounded. */
  public enum Level {
    /** All that the offer lowers. */
    SCOPE,
    /** Each band on its own. */
    BAND,
    /** One unit, then multiplied. */
    UNIT
  }
}
