package dev.akinai.order;

/** The one word for an order, derived from its flows and counters (ORDERS section 5). */
public enum Headline {
  /** It ended before anything was sent. */
  CANCELLED,
  /** Money is still due. */
  AWAITING_PAYMENT,
  /** Every unit came back. */
  RETURNED,
  /** Done. */
  COMPLETED,
  /** Everything arrived. */
  DELIVERED,
  /** Everything is on its way. */
  SHIPPED,
  /** Some of it is on its way. */
  PART_SHIPPED,
  /** It is being prepared. */
  PROCESSING
}
