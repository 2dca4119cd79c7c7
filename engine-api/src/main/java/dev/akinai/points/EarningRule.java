package dev.akinai.points;

import dev.akinai.base.InvalidInputException;
import dev.akinai.money.Money;
import dev.akinai.money.Ratio;
import dev.akinai.money.Rounding;
import java.time.Duration;
import java.util.Optional;

/**
 * How many points a paid order earns, and how long they last. Immutable.
 *
 * <p>The order's paid amount times the rate is rounded down once (ORDERS section 9).
 *
 * @param pointsPerMinor points for each minor unit paid, 0 or more; 1 point for each 1.00 is 1/100
 * @param validFor from the day they are granted, or empty for ever
 */
public record EarningRule(Ratio pointsPerMinor, Optional<Duration> validFor) {

  /** No points at all. */
  public static final EarningRule NONE = new EarningRule(Ratio.of(0, 1), Optional.empty());

  /** Checks the signs. */
  public EarningRule {
    if (pointsPerMinor.numerator() < 0) {
      throw new InvalidInputException(
          "The rate (" + pointsPerMinor + ") must be 0 or more. Maybe leave the rule out.");
    }
    validFor.ifPresent(EarningRule::requirePositive);
  }

  /**
   * Points an amount earns.
   *
   * @param paid what was paid, 0 or more
   * @return whole points, rounded down
   */
  public long pointsFor(Money paid) {
    return paid.times(pointsPerMinor, Rounding.DOWN).minor();
  }

  private static void requirePositive(Duration time) {
    if (time.isNegative() || time.isZero()) {
      throw new InvalidInputException(
          "The time (" + time + ") must be more than 0. Maybe leave it out for ever.");
    }
  }
}
