package dev.akinai.pricing;

import dev.akinai.money.Money;
import dev.akinai.promotion.Lane;
import dev.akinai.promotion.OfferId;

/**
 * One offer at work in one quote. Immutable.
 *
 * @param offer which offer
 * @param version which version of it
 * @param lane in which lane it was applied
 * @param base the amount it was applied to
 * @param discount what it takes off, more than 0
 */
public record Application(OfferId offer, int version, Lane lane, Money base, Money discount) {}
