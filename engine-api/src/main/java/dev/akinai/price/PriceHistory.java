package dev.akinai.price;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What everybody paid for one unit, and when: the past as it was, up to an instant (PRICING 2.6). Immutable.
 *
 * @param view whose price
 * @param spans oldest first, none overlapping another, and two that adjoin differ; a gap where there was no price
 */
public record PriceHistory(PriceView view, List<Span> spans) {

  /**
   * A time with one price, half-open. Immutable.
   *
   * @param price what it cost
   * @param regular what it would have cost without lists that lower the base price
   * @param from since when
   * @param to until when, exclusive; empty if it goes on
   */
  public record Span(UnitPrice price, UnitPrice regular, Instant from, Optional<Instant> to) {

    /**
     * Tells whether the price was lowered.
     *
     * @return true if it cost less than without lists that lower the base price
     */
    public boolean isReduced() {
      return price.compareTo(regular) < 0;
    }
  }

  /** Copies the spans. */
  public PriceHistory {
    spans = List.copyOf(spans);
  }
}
