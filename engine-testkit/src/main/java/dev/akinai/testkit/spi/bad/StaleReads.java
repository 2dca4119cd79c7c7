package dev.akinai.testkit.spi.bad;

import dev.akinai.base.Page;
import dev.akinai.base.ShopId;
import dev.akinai.quota.Cell;
import dev.akinai.quota.CellChange;
import dev.akinai.quota.CellKey;
import dev.akinai.quota.LockPlan;
import dev.akinai.quota.ShortCell;
import dev.akinai.spi.Cells;
import dev.akinai.spi.Storage;
import dev.akinai.spi.UnitOfWork;
import dev.akinai.testkit.spi.ForwardingStorage;
import dev.akinai.testkit.spi.ForwardingUnit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * K1 and K2: a take decides on what was read a moment before, when others may have been faster; K1 then writes the number it
 * computed, K2 adds its own units to whatever is there.
 */
final class StaleReads extends ForwardingStorage {

  private static final Duration MOMENT = Duration.ofMillis(2);

  private final boolean absolute;

  StaleReads(Storage inner, boolean absolute) {
    super(inner);
    this.absolute = absolute;
  }

  @Override
  public <T> T inTransaction(ShopId shop, Function<UnitOfWork, T> work) {
    Map<CellKey, Cell> read = inner().inTransaction(shop, StaleReads::allCells);
    LockSupport.parkNanos(MOMENT.toNanos());
    return inner().inTransaction(shop, unit -> work.apply(new Stale(unit, read)));
  }

  private static Map<CellKey, Cell> allCells(UnitOfWork unit) {
    var cells = new HashMap<CellKey, Cell>();
    unit.audit()
        .cells(Page.Request.first(Page.MAX_SIZE))
        .items()
        .forEach(sums -> cells.put(sums.key(), sums.stored()));
    return cells;
  }

  private final class Stale extends ForwardingUnit {

    private final Map<CellKey, Cell> read;

    Stale(UnitOfWork inner, Map<CellKey, Cell> read) {
      super(inner);
      this.read = read;
    }

    @Override
    public Cells cells() {
      return new BadCells.Taking(inner().cells()) {
        @Override
        public List<ShortCell> take(LockPlan plan, String entryPrefix) {
          var missing = new ArrayList<ShortCell>();
          var writes = new ArrayList<CellChange>();
          for (CellChange each : plan.changes()) {
            Cell seen = read.getOrDefault(each.cell(), Cell.empty(each.cell()));
            if (each.promised() > seen.free()) {
              missing.add(new ShortCell(each.cell(), each.promised(), seen.free()));
            }
            writes.add(absolute ? toNumber(each, seen, cell(each.cell())) : each);
          }
          if (missing.isEmpty()) {
            inner().post(LockPlan.of(writes), entryPrefix);
          }
          return missing;
        }
      };
    }

    /** The change after which the counter shows the number that was computed from what was seen. */
    private CellChange toNumber(CellChange change, Cell seen, Cell actual) {
      return CellChange.promised(
          change.cell(),
          change.kind(),
          seen.held() + change.held() - actual.held(),
          seen.consumed() + change.consumed() - actual.consumed(),
          change.ref());
    }
  }
}
