package dev.akinai.order;

/** The points in an order's life that reports, points and settlement go by: each stamped at most once, in this order, never taken back. */
public enum Milestone {
  /** The order exists. */
  PLACED,
  /** Everything due is in. */
  PAID,
  /** Goods may be sent. */
  RELEASED,
  /** The last open unit was sent. */
  SHIPPED,
  /** The last unit arrived. */
  DELIVERED,
  /** The buyer has it and is content: points are granted. */
  COMPLETED,
  /** It ended before anything was sent. */
  CANCELLED
}
