package dev.akinai.samples.workbench.retail;

import java.util.Locale;

/** What one line of the file is about. */
enum LineKind {
  /** Goods or a service, sold at a price. */
  SALE,
  /** Goods that went out for nothing. */
  ZERO_PRICE_LINE,
  /** Sold goods that came back. */
  CANCELLATION,
  /** Goods that were lost or written off. */
  STOCK_ADJUSTMENT,
  /** An entry of the books, without goods: a bad debt. */
  OTHER;

  /** Whether such lines together make an order. */
  boolean isOrdered() {
    return this == SALE || this == ZERO_PRICE_LINE;
  }

  /** The name in the file of expected figures. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
