package dev.akinai.promotion;

/** Which amount of a line an offer looks at (PRICING row 3). */
public enum Basis {
  /** The price before any cart offer. */
  LIST,
  /** What is left when the offer's turn comes. */
  NET
}
