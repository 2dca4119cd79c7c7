package dev.akinai.spi;

import dev.akinai.base.Api;
import dev.akinai.quota.Cell;
import dev.akinai.quota.CellKey;
import dev.akinai.quota.LockPlan;
import dev.akinai.quota.ShortCell;
import java.util.Collection;
import java.util.List;

/** Counters that are written by condition only, each change with its entry (R-STO-11 to 18). */
@Api(Api.Use.IMPLEMENT)
public interface Cells {

  /**
   * Takes units: all changes of the plan, or none. The guard is decided on the newest committed values.
   *
   * <p>A change passes if {@code held + consumed} after it is at most {@code limit + overdraft - safety} after it; where a cap is carried, at
   * most the cap, which becomes the limit.
   *
   * @param plan sorted and summed changes
   * @param entryPrefix begins the entries' ids, which end with the change's place in the plan; unique in the shop
   * @return empty if all were taken, else every short cell with what was free, and nothing changed
   */
  List<ShortCell> take(LockPlan plan, String entryPrefix);

  /**
   * Changes counters without asking; never refuses for lack of units and keeps {@code shortfall} exact.
   *
   * @param plan sorted and summed changes
   * @param entryPrefix begins the entries' ids, which end with the change's place in the plan; unique in the shop
   */
  void post(LockPlan plan, String entryPrefix);

  /**
   * Reads counters, without a lock: hints, not decisions.
   *
   * @param keys at most 5,000
   * @return those that exist, in lock order
   */
  List<Cell> read(Collection<CellKey> keys);
}
