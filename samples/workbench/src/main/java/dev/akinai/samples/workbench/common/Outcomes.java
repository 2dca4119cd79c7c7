package dev.akinai.samples.workbench.common;

import dev.akinai.base.Outcome;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits for certain answers. Stateless. */
public final class Outcomes {

  private static final int MAX_ASKS = 20;

  private Outcomes() {}

  /**
   * Asks until the answer is certain, as every caller of a command should: the same request with the same key.
   *
   * @param command asks once
   * @param <T> what a success gives
   * @return what the command gave
   * @throws dev.akinai.base.RefusedException if it was refused
   * @throws IllegalStateException if there is no certain answer after 20 questions
   */
  public static <T> T certain(Supplier<Outcome<T>> command) {
    Outcome<T> outcome = command.get();
    for (int asked = 1; asked < MAX_ASKS && outcome instanceof Outcome.AskAgain<T> again; asked++) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(again.after().toMillis()));
      outcome = command.get();
    }
    return outcome.orThrow();
  }
}
