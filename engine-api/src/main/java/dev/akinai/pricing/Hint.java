package dev.akinai.pricing;

/** Placeholder. */
public record Hint(String text) {}
