package dev.akinai.pricing;

import dev.akinai.money.Money;
import dev.akinai.promotion.OfferId;

/**
 * The part of one offer's reduction that falls on one piece, and who bears it. Immutable.
 *
 * @param offer which offer
 * @param version which version of it
 * @param party who bears it
 * @param amount 0 or more
 */
public record Share(OfferId offer, int version, String party, Money amount) {}
