package dev.akinai.testkit.spi.bad;

import dev.akinai.quota.Cell;
import dev.akinai.quota.CellChange;
import dev.akinai.quota.CellKey;
import dev.akinai.quota.LockPlan;
import dev.akinai.quota.ShortCell;
import dev.akinai.spi.Cells;
import dev.akinai.spi.UnitOfWork;
import dev.akinai.testkit.spi.ForwardingUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Takes that are decided wrongly. */
final class BadCells {

  private BadCells() {}

  /** Cells that hand everything but takes to others. */
  abstract static class Taking implements Cells {

    private final Cells inner;

    Taking(Cells inner) {
      this.inner = inner;
    }

    Cells inner() {
      return inner;
    }

    Cell cell(CellKey key) {
      List<Cell> found = inner.read(List.of(key));
      return found.isEmpty() ? Cell.empty(key) : found.get(0);
    }

    @Override
    public void post(LockPlan plan, String entryPrefix) {
      inner.post(plan, entryPrefix);
    }

    @Override
    public List<Cell> read(Collection<CellKey> keys) {
      return inner.read(keys);
    }
  }

  /** K6. */
  static final class KeepsTaken extends ForwardingUnit {

    KeepsTaken(UnitOfWork inner) {
      super(inner);
    }

    @Override
    public Cells cells() {
      return new Taking(inner().cells()) {
        @Override
        public List<ShortCell> take(LockPlan plan, String entryPrefix) {
          var missing = new ArrayList<ShortCell>();
          for (CellChange each : plan.changes()) {
            missing.addAll(
                inner().take(LockPlan.of(List.of(each)), entryPrefix + "-" + each.cell()));
          }
          return missing;
        }
      };
    }
  }

  /** K5: a cell gets one sum from the plan, so the half of it stands for one of two lines. */
  static final class LineByLine extends ForwardingUnit {

    LineByLine(UnitOfWork inner) {
      super(inner);
    }

    @Override
    public Cells cells() {
      return new Taking(inner().cells()) {
        @Override
        public List<ShortCell> take(LockPlan plan, String entryPrefix) {
          var missing = new ArrayList<ShortCell>();
          for (CellChange each : plan.changes()) {
            long line = (each.promised() + 1) / 2;
            long free = each.cap().isPresent() ? line : cell(each.cell()).free();
            if (line > free) {
              missing.add(new ShortCell(each.cell(), each.promised(), free));
            }
          }
          if (missing.isEmpty()) {
            inner().post(plan, entryPrefix);
          }
          return missing;
        }
      };
    }
  }
}
