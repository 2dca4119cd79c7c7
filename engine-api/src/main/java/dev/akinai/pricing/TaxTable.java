package dev.akinai.pricing;

/** Placeholder until the tax lands. */
public record TaxTable(int nothing) {
  /** No tax. */
  public static final TaxTable NONE = new TaxTable(0);
}
