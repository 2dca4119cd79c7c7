package dev.akinai.promotion;

/** The order in which offers are applied: an offer stands in one lane, and lanes run in this order (PRICING 2.4). */
public enum Lane {
  /** Per-product offers. */
  ITEM,
  /** Offers on the whole cart. */
  PLATFORM_ORDER,
  /** Offers that a code opens. */
  PLATFORM_COUPON
}
