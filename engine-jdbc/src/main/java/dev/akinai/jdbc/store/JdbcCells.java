package dev.akinai.jdbc.store;

import static dev.akinai.jdbc.generated.Tables.AK_CELL;
import static dev.akinai.jdbc.generated.Tables.AK_CELL_ENTRY;

import dev.akinai.base.InputTooLargeException;
import dev.akinai.base.Text;
import dev.akinai.jdbc.generated.tables.records.AkCellEntryRecord;
import dev.akinai.jdbc.generated.tables.records.AkCellRecord;
import dev.akinai.quota.Cell;
import dev.akinai.quota.CellChange;
import dev.akinai.quota.CellKey;
import dev.akinai.quota.LockPlan;
import dev.akinai.quota.ShortCell;
import dev.akinai.spi.Cells;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;

/**
 * Counters, written by two statements only: a guarded take and an unguarded post. For one thread.
 *
 * <p>Both go in lock order as one batch. A take is decided by its row counts; nothing is decided from a plain read. Source: STOCK 2, 6.
 */
final class JdbcCells implements Cells {

  private static final int MAX_PREFIX = 180;

  private final StoreScope scope;
  private final CellRows rows;

  JdbcCells(StoreScope scope) {
    this.scope = scope;
    this.rows = new CellRows(scope);
  }

  @Override
  public List<ShortCell> take(LockPlan plan, String entryPrefix) {
    Text.requireVisible("entryPrefix", entryPrefix, MAX_PREFIX);
    List<CellChange> changes = plan.changes();
    if (!takeAllOrNothing(changes)) {
      List<ShortCell> missing = shortOf(changes);
      // units came back in between; the rows are locked by now, so the second answer is final
      if (!missing.isEmpty() || !takeAllOrNothing(changes)) {
        return missing.isEmpty() ? shortOf(changes) : missing;
      }
    }
    enter(changes, entryPrefix);
    return List.of();
  }

  private boolean takeAllOrNothing(List<CellChange> changes) {
    List<CellKey> creatable = changes.stream()
        .filter(change -> isGivenBy(change, Cell.empty(change.cell())))
        .map(CellChange::cell)
        .toList();
    if (creatable.isEmpty() && changes.size() < 2) {
      return takeAll(changes);
    }
    return scope.allOrNothing(() -> {
      create(creatable);
      return takeAll(changes);
    });
  }

  private boolean takeAll(List<CellChange> changes) {
    for (int count : scope.batch(CellSql.take(), CellSql.takeValues(scope.shop(), changes))) {
      if (count != 1) {
        return false;
      }
    }
    return true;
  }

  private List<ShortCell> shortOf(List<CellChange> changes) {
    var stored = rows.lock(changes.stream().map(CellChange::cell).toList());
    var missing = new ArrayList<ShortCell>();
    for (CellChange change : changes) {
      Cell cell = stored.getOrDefault(change.cell(), Cell.empty(change.cell()));
      if (!isGivenBy(change, cell)) {
        missing.add(
            new ShortCell(change.cell(), change.promised(), Math.max(0, room(change, cell))));
      }
    }
    return missing;
  }

  /** The guard of the take statement, in Java: for reports and for cells that have no row. */
  private static boolean isGivenBy(CellChange change, Cell cell) {
    return change.promised() <= room(change, cell);
  }

  private static long room(CellChange change, Cell cell) {
    long promised = cell.held() + cell.consumed();
    OptionalLong cap = change.cap();
    return cap.isPresent()
        ? cap.getAsLong() - promised
        : cell.limit()
            + change.limit()
            + cell.overdraft()
            + change.overdraft()
            - cell.safety()
            - change.safety()
            - promised;
  }

  @Override
  public void post(LockPlan plan, String entryPrefix) {
    Text.requireVisible("entryPrefix", entryPrefix, MAX_PREFIX);
    List<CellChange> changes = plan.changes();
    if (scope.joined()) {
      // under REPEATABLE READ of MariaDB an update that finds no row locks a gap that two creators
      // would fight for
      create(changes.stream().map(CellChange::cell).toList());
    }
    List<CellChange> without = postExisting(changes);
    create(without.stream().map(CellChange::cell).toList());
    List<CellChange> lost = postExisting(without);
    if (!lost.isEmpty()) {
      throw new IllegalStateException(
          "The cells (%d) must exist after they were made. Maybe another program deletes rows."
              .formatted(lost.size()));
    }
    enter(changes, entryPrefix);
  }

  private List<CellChange> postExisting(List<CellChange> changes) {
    int[] counts = scope.batch(CellSql.post(), CellSql.postValues(scope.shop(), changes));
    var without = new ArrayList<CellChange>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] != 1) {
        without.add(changes.get(i));
      }
    }
    return without;
  }

  @Override
  public List<Cell> read(Collection<CellKey> keys) {
    if (keys.size() > LockPlan.MAX_CELLS) {
      throw new InputTooLargeException("cells", LockPlan.MAX_CELLS, keys.size());
    }
    return List.copyOf(rows.read(keys).values());
  }

  private void create(List<CellKey> keys) {
    scope.insertAbsent(AK_CELL, keys.stream().map(this::zeros).toList());
  }

  private AkCellRecord zeros(CellKey key) {
    return new AkCellRecord(
        scope.shop(),
        key.cls().number(),
        key.pool(),
        key.item(),
        key.bucket(),
        0L,
        0L,
        0L,
        0L,
        0L,
        0L,
        0L);
  }

  private void enter(List<CellChange> changes, String prefix) {
    var entries = new ArrayList<AkCellEntryRecord>();
    for (CellChange change : changes) {
      entries.add(entry(prefix + "." + (entries.size() + 1), change));
    }
    scope.stamped(AK_CELL_ENTRY, AK_CELL_ENTRY.MADE_AT).all(entries);
  }

  private AkCellEntryRecord entry(String id, CellChange change) {
    CellKey key = change.cell();
    return new AkCellEntryRecord(
        scope.shop(),
        id,
        key.cls().number(),
        key.pool(),
        key.item(),
        key.bucket(),
        change.kind().name(),
        change.limit(),
        change.held(),
        change.consumed(),
        change.overdraft(),
        change.safety(),
        change.cap().isPresent() ? change.cap().getAsLong() : null,
        change.ref(),
        null);
  }
}
