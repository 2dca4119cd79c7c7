package dev.akinai.core.pricing;

import dev.akinai.pricing.CartLine;

/** One kind of goods that a lint may put into carts: a line of one unit, its band for conditions, and its price and floor. Immutable. */
record LintGood(int index, CartLine line, Band band, long price, long floor, boolean open) {

  /** How many units are needed to reach an amount, at least one. */
  long unitsFor(long amount) {
    return Math.max(1, (amount + price - 1) / price);
  }

  /** The same at a place among all goods. */
  LintGood at(int place) {
    return new LintGood(place, line, band, price, floor, open);
  }

  String sku() {
    return line.sku().value();
  }
}
