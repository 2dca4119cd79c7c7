package dev.akinai.pricing;

/** Placeholder. */
public record OfferExplanation(String text) {}
