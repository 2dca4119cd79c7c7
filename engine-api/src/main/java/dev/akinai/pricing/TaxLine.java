package dev.akinai.pricing;

/** Placeholder until the tax lands. */
public record TaxLine(int nothing) {}
