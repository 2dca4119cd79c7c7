package dev.akinai.quota;

import dev.akinai.base.Api;
import dev.akinai.base.InputTooLargeException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The only way to change more than one counter: changes of one cell are summed, and cells stand in the one lock order.
 *
 * <p>Two callers that need the same cells therefore always wait in the same direction and never block each other for good. Source:
 * STOCK section 9, R-STO-13, R-STO-18. Immutable.
 */
@Api(Api.Use.CALL)
public final class LockPlan {

  /** Most cells in one plan. */
  public static final int MAX_CELLS = 5_000;

  private final List<CellChange> changes;

  private LockPlan(List<CellChange> changes) {
    this.changes = changes;
  }

  /**
   * Sorts and sums changes. Changes of one cell become one: its kind is that of the first.
   *
   * @param changes at most {@value #MAX_CELLS} cells after summing
   * @return the plan; it may be empty
   * @throws ArithmeticException if the sum for one cell is beyond a {@code long}
   */
  public static LockPlan of(Collection<CellChange> changes) {
    var sums = new TreeMap<CellKey, CellChange>();
    for (CellChange each : changes) {
      sums.merge(each.cell(), each, CellChange::plus);
    }
    if (sums.size() > MAX_CELLS) {
      throw new InputTooLargeException("cells", MAX_CELLS, sums.size());
    }
    return new LockPlan(List.copyOf(sums.values()));
  }

  /**
   * One change for each cell, in lock order.
   *
   * @return an unmodifiable list
   */
  public List<CellChange> changes() {
    return changes;
  }

  /**
   * Tells whether nothing is planned.
   *
   * @return true if there are no changes
   */
  public boolean isEmpty() {
    return changes.isEmpty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LockPlan plan && plan.changes.equals(changes);
  }

  @Override
  public int hashCode() {
    return Objects.hash(changes);
  }

  @Override
  public String toString() {
    return "LockPlan" + changes;
  }
}
