package dev.akinai.pricing;

import dev.akinai.money.Money;
import dev.akinai.promotion.OfferId;

/**
 * What a buyer could add to get an offer: the change, what it costs and what it gains (PRICING 7). Immutable.
 *
 * @param offer which offer
 * @param change what to add, checked
 * @param missing by how much the list price of the cart rises, 1 or more
 * @param gain by how much its discount rises, 1 or more; what the offer displaces is taken into account
 */
public record Hint(OfferId offer, Counterfactual change, Money missing, Money gain) {}
