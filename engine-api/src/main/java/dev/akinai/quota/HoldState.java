package dev.akinai.quota;

/** Where a hold stands. It leaves {@link #HELD} once, and only once (R-STO-21). */
public enum HoldState {
  /** The units are kept for the buyer. */
  HELD,
  /** The units are the buyer's. */
  CONFIRMED,
  /** The buyer let them go. */
  RELEASED,
  /** Time ran out and the units were taken back. */
  EXPIRED
}
