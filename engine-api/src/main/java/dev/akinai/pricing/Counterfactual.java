package dev.akinai.pricing;

/**
 * A change that makes an offer apply, checked by pricing the changed input (PRICING 7, L-PRI-57). Immutable.
 *
 * @param change the change
 * @param input the changed input
 * @param quote its quote, in which the offer applies
 */
public record Counterfactual(Change change, PricingInput input, Quote quote) {}
