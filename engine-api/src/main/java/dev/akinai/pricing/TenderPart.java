package dev.akinai.pricing;

import dev.akinai.money.Money;
import dev.akinai.promotion.OfferId;

/**
 * A part of the total that is paid by points or by a deposit; it lowers no price and no tax (PRICING rows 18, 19). Immutable.
 *
 * @param kind what pays
 * @param offer whose terms it follows
 * @param units the points, or the deposit's minor units
 * @param amount what it covers
 */
public record TenderPart(Kind kind, OfferId offer, long units, Money amount) {

  /** What pays. */
  public enum Kind {
    /** Points. */
    POINTS,
    /** A deposit that was paid ahead. */
    DEPOSIT
  }
}
