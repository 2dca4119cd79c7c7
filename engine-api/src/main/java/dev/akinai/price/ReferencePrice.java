package dev.akinai.price;

import java.time.Instant;
import java.util.OptionalInt;

/**
 * What a present price may be compared with in public: the lowest price of the days before it (PRICING 2.6). Immutable.
 *
 * @param now the present price
 * @param lowest the lowest price of the days before the reduction: the reference price
 * @param since when the present reduction began
 * @param windowFrom the start of those days, which end when the reduction began
 */
public record ReferencePrice(UnitPrice now, UnitPrice lowest, Instant since, Instant windowFrom) {

  /**
   * The reduction that may be announced.
   *
   * @return whole percent of the reference price, rounded down; empty if the present price is not below it
   */
  public OptionalInt announcedPercent() {
    return now.compareTo(lowest) < 0
        ? OptionalInt.of(now.percentBelow(lowest))
        : OptionalInt.empty();
  }
}
