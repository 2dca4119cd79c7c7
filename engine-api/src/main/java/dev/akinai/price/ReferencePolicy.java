package dev.akinai.price;

import dev.akinai.base.InputTooLargeException;
import dev.akinai.base.InvalidInputException;
import java.time.ZoneId;

/**
 * By which rule a reduction is announced in a market. Immutable.
 *
 * <p>Source: Directive 98/6/EC, Article 6a, as added by Directive (EU) 2019/2161: the lowest price of the 30 days before; a member state may
 * let a series of growing reductions keep the price before the first of them.
 *
 * @param zone the market's clocks, by which days are counted
 * @param days how many days before the reduction, 30 to 366
 * @param series what a further reduction is compared with
 */
public record ReferencePolicy(ZoneId zone, int days, Series series) {

  /** What a further reduction is compared with. */
  public enum Series {
    /** Each with the days before itself. */
    EACH,
    /** All of an unbroken series of growing reductions with the days before the first. */
    PROGRESSIVE
  }

  /** Checks the days. */
  public ReferencePolicy {
    if (days > 366) {
      throw new InputTooLargeException("days before a reduction", 366, days);
    }
    if (days < 30) {
      throw new InvalidInputException(
          "The days before a reduction (%d) must be 30 or more. Maybe leave them out."
              .formatted(days));
    }
  }

  /**
   * Thirty days before each reduction.
   *
   * @param zone the market's clocks
   * @return the policy
   */
  public static ReferencePolicy in(ZoneId zone) {
    return new ReferencePolicy(zone, 30, Series.EACH);
  }

  /**
   * The same over more days.
   *
   * @param number 30 to 366
   * @return a changed copy
   */
  public ReferencePolicy withDays(int number) {
    return new ReferencePolicy(zone, number, series);
  }

  /**
   * The same, where growing reductions keep the price before the first.
   *
   * @return a changed copy
   */
  public ReferencePolicy progressive() {
    return new ReferencePolicy(zone, days, Series.PROGRESSIVE);
  }
}
