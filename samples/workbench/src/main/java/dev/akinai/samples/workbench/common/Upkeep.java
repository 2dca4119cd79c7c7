package dev.akinai.samples.workbench.common;

import dev.akinai.engine.Maintenance;

/** Lets the engine do what is due: a little on the way, and the rest at the end. For one thread. */
public final class Upkeep {

  private static final int LIMIT = 10_000;
  private static final int MAX_ROUNDS = 1_000;

  private final Maintenance maintenance;
  private final int every;
  private int since;

  /**
   * Upkeep of a shop.
   *
   * @param maintenance the shop's
   * @param every after how many steps to do a round
   */
  public Upkeep(Maintenance maintenance, int every) {
    this.maintenance = maintenance;
    this.every = every;
  }

  /** Counts a step, and does a round when enough were counted. */
  public void step() {
    since++;
    if (since >= every) {
      since = 0;
      maintenance.runOnce(LIMIT);
    }
  }

  /**
   * Does rounds until nothing is due.
   *
   * @throws IllegalStateException if something is still due after 1,000 rounds
   */
  public void finish() {
    for (int round = 0; round < MAX_ROUNDS; round++) {
      if (maintenance.runOnce(LIMIT).total() == 0) {
        return;
      }
    }
    throw new IllegalStateException("The maintenance must come to an end within " + MAX_ROUNDS
        + " rounds. Maybe another process keeps adding work.");
  }
}
