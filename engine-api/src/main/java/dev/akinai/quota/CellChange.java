package dev.akinai.quota;

import dev.akinai.base.InputTooLargeException;
import dev.akinai.base.InvalidInputException;
import dev.akinai.base.Text;
import java.util.OptionalLong;

/**
 * One change of one counter, with the reason; it is also the entry from which an audit recomputes the counter. Immutable.
 *
 * @param cell which counter
 * @param kind why it changes
 * @param limit change of the limit; 0 where a cap is carried
 * @param held change of held
 * @param consumed change of consumed
 * @param overdraft change of overdraft
 * @param safety change of safety
 * @param cap the limit that the request carries, for per-buyer cells; it replaces the stored limit
 * @param ref the business reason, such as {@code hold:<id>}, 1 to 160 visible characters
 */
public record CellChange(
    CellKey cell,
    Kind kind,
    long limit,
    long held,
    long consumed,
    long overdraft,
    long safety,
    OptionalLong cap,
    String ref) {

  /** Largest change in magnitude: 10^15, as for money, since a budget counts minor units. */
  public static final long MAX_QUANTITY = 1_000_000_000_000_000L;

  /** Why a counter changes. */
  public enum Kind {
    /** A hold took units. */
    HOLD,
    /** A hold was let go. */
    RELEASE,
    /** A hold ran out of time. */
    EXPIRE,
    /** A confirmed, released or given-back hold is posted to its cells. */
    SETTLE,
    /** Goods came in, or a quota was set. */
    RECEIPT,
    /** Sold goods came back. */
    RETURN,
    /** Goods were counted, and the count differs. */
    COUNT,
    /** Goods were damaged or written off. */
    DAMAGE,
    /** Units moved between cells. */
    TRANSFER,
    /** Overdraft, safety or a quota was set by policy. */
    POLICY,
    /** Older entries, folded into one. */
    BASELINE
  }

  /** Checks the sizes. */
  public CellChange {
    Text.requireVisible("ref", ref, 160);
    for (long each : new long[] {limit, held, consumed, overdraft, safety, cap.orElse(0)}) {
      if (each > MAX_QUANTITY || each < -MAX_QUANTITY) {
        throw new InputTooLargeException("quantity", MAX_QUANTITY, Math.abs(each));
      }
    }
    if (cap.isPresent() && (cap.getAsLong() < 0 || limit != 0)) {
      throw new InvalidInputException(
          "A carried cap (%d) must be 0 or more and the only change of the limit (%d). Maybe leave the limit at 0."
              .formatted(cap.getAsLong(), limit));
    }
  }

  /**
   * Takes units for a hold.
   *
   * @param demand what is taken
   * @param ref the business reason
   * @return the change
   */
  public static CellChange hold(Demand demand, String ref) {
    return new CellChange(
        demand.cell(), Kind.HOLD, 0, demand.quantity(), 0, 0, 0, demand.cap(), ref);
  }

  /**
   * Moves held and consumed, as a settlement, release or expiry does.
   *
   * @param cell which counter
   * @param kind why
   * @param held change of held
   * @param consumed change of consumed
   * @param ref the business reason
   * @return the change
   */
  public static CellChange promised(CellKey cell, Kind kind, long held, long consumed, String ref) {
    return new CellChange(cell, kind, 0, held, consumed, 0, 0, OptionalLong.empty(), ref);
  }

  /**
   * Raises or lowers the limit: receipts, returns, counts, losses.
   *
   * @param cell which counter
   * @param kind why
   * @param limit change of the limit, negative for a loss
   * @param ref the business reason
   * @return the change
   */
  public static CellChange limit(CellKey cell, Kind kind, long limit, String ref) {
    return new CellChange(cell, kind, limit, 0, 0, 0, 0, OptionalLong.empty(), ref);
  }

  /**
   * The change of what is promised.
   *
   * @return held + consumed
   */
  public long promised() {
    return held + consumed;
  }

  CellChange plus(CellChange other) {
    return new CellChange(
        cell,
        kind,
        Math.addExact(limit, other.limit),
        Math.addExact(held, other.held),
        Math.addExact(consumed, other.consumed),
        Math.addExact(overdraft, other.overdraft),
        Math.addExact(safety, other.safety),
        cap.isPresent() ? cap : other.cap,
        ref);
  }
}
