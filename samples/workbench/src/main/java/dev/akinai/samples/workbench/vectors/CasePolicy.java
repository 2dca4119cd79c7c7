package dev.akinai.samples.workbench.vectors;

/** What a run of a case does otherwise than the engine's defaults; an arguable case may pass under one of them, which is then printed. */
enum CasePolicy {
  /** Nothing. */
  DEFAULTS("the defaults"),
  /** A half goes to the merchant. */
  HALF_DOWN("rounding HALF_DOWN"),
  /** Groups of units are formed for the merchant. */
  MERCHANT_BEST("grouping MERCHANT_BEST"),
  /** Only the best of all promotions applies. */
  BEST_DEAL("lane ITEM in mode OPTIMAL with one group of capacity 1");

  private final String text;

  CasePolicy(String text) {
    this.text = text;
  }

  @Override
  public String toString() {
    return text;
  }
}
