package dev.akinai.testkit.spi;

/** What the units of a run are isolated by; a plug-in runs the contract once for each level that it declares (R-STO-46). */
public enum Isolation {
  /** Each statement sees what was committed before it. The engine's own units run at this level. */
  READ_COMMITTED,
  /** A transaction sees what was committed before its first read. */
  REPEATABLE_READ,
  /** Transactions end as if they had run one after the other, or fail. */
  SERIALIZABLE;

  @Override
  public String toString() {
    return name().replace('_', ' ');
  }
}
