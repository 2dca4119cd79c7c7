package dev.akinai.spi;

import dev.akinai.base.Api;
import dev.akinai.quota.Hold;
import dev.akinai.quota.HoldId;
import dev.akinai.quota.HoldLine;
import dev.akinai.quota.HoldState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Holds, which leave {@link HoldState#HELD} once (R-STO-20 to 27). */
@Api(Api.Use.IMPLEMENT)
public interface Holds {

  /** What can be due of a hold. */
  enum Due {
    /** Held, and past its deadline on the storage's clock. */
    EXPIRE,
    /** Resolved or given back, and not yet posted to its cells. */
    SETTLE
  }

  /**
   * A new hold. Immutable.
   *
   * @param id which hold
   * @param owner the cart or order it is for, or empty
   * @param buyer whom it is for, or empty
   * @param ttl from the storage's now to the deadline
   * @param digest what it was asked for, or empty
   * @param lines each with {@code postedHeld} equal to its quantity
   */
  record Draft(
      HoldId id,
      Optional<String> owner,
      Optional<String> buyer,
      Duration ttl,
      Optional<String> digest,
      List<HoldLine> lines) {
    /** Copies the lines. */
    public Draft {
      lines = List.copyOf(lines);
    }
  }

  /**
   * Writes a held hold, version 1. A second open hold of one owner is a {@code RETRYABLE} failure.
   *
   * @param draft the hold
   * @return its deadline
   */
  Instant open(Draft draft);

  /**
   * Reads a hold with its lines.
   *
   * @param id which
   * @return the hold, or empty
   */
  Optional<Hold> find(HoldId id);

  /**
   * Reads and locks a hold with its lines, in its newest committed form.
   *
   * @param id which
   * @return the hold, or empty
   */
  Optional<Hold> lock(HoldId id);

  /**
   * Reads and locks the open hold of an owner.
   *
   * @param owner the cart or order
   * @return the hold, or empty
   */
  Optional<Hold> lockOpenOf(String owner);

  /**
   * Ends a hold if it is still held; one of two callers wins.
   *
   * @param id which hold
   * @param to CONFIRMED (every line in full), RELEASED or EXPIRED
   * @param settled true if the caller posts the cells in this same unit; else the hold becomes due for settling
   * @return true if this call ended it
   */
  boolean resolve(HoldId id, HoldState to, boolean settled);

  /**
   * Moves the deadline of a held hold forward; a deadline that is later already stays.
   *
   * @param id which hold
   * @param ttl from the storage's now
   * @return the deadline, or empty if the hold is not held
   */
  Optional<Instant> extend(HoldId id, Duration ttl);

  /**
   * Gives confirmed units back: all that the cells still count become due for settling.
   *
   * @param id which hold
   * @param expectedVersion the version the caller read
   * @param lines every line, with {@code back} raised
   * @return false if the hold has another version or is not confirmed
   */
  boolean giveBack(HoldId id, long expectedVersion, List<HoldLine> lines);

  /**
   * Locks holds with something due, skipping those that others have locked.
   *
   * @param due what
   * @param limit most holds
   * @return holds in their newest committed form, oldest due first
   */
  List<Hold> lockDue(Due due, int limit);

  /**
   * Writes down that the cells know all of these holds; the version stays.
   *
   * @param holds locked in this unit, each line on target for its hold's state
   */
  void settled(List<Hold> holds);
}
