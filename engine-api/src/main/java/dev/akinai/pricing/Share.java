package dev.akinai.pricing;

import dev.akinai.money.Money;
import dev.akinai.promotion.OfferId;

/**
 * The part of one offer's reduction that falls on one piece, and who bears it; a piece has one share for each offer and party. Immutable.
 *
 * @param offer which offer; for a reduction of another channel its code
 * @param version which version of it; 0 for a reduction of another channel
 * @param party who bears it
 * @param amount 0 or more
 */
public record Share(OfferId offer, int version, String party, Money amount) {}
