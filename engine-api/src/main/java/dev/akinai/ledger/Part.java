package dev.akinai.ledger;

/** The four parts of an account; each is never negative, and debt means that nothing is available (R-STO-30). */
public enum Part {
  /** Can be spent. */
  AVAILABLE,
  /** Earned, and not yet free to spend. */
  PENDING,
  /** Kept by an open hold. */
  HELD,
  /** Owed after spent units were clawed back; the next earnings repay it first. */
  DEBT
}
