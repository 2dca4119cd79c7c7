package dev.akinai.core.spi;

import dev.akinai.base.Page;
import dev.akinai.quota.Cell;
import dev.akinai.quota.CellChange;
import dev.akinai.quota.CellKey;
import dev.akinai.quota.LockPlan;
import dev.akinai.quota.ShortCell;
import dev.akinai.spi.Cells;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Counters with their entries, in memory. A plan is decided in whole before anything of it is written. */
final class MemoryCells implements Cells {

  /** Why a counter is what it is. */
  record Entry(String id, CellChange change, Instant at) {}

  private final UnitLog log;
  private final Supplier<Instant> now;
  private final Table<Cell> cells;
  private final Table<Entry> entries;
  private final Table<CellKey> entryIds;

  MemoryCells(UnitLog log, Supplier<Instant> now) {
    this.log = log;
    this.now = now;
    this.cells = new Table<>(log);
    this.entries = new Table<>(log);
    this.entryIds = new Table<>(log);
  }

  @Override
  public List<ShortCell> take(LockPlan plan, String entryPrefix) {
    List<Cell> after = after(plan);
    var missing = new ArrayList<ShortCell>();
    for (int i = 0; i < after.size(); i++) {
      CellChange change = plan.changes().get(i);
      if (!isCovered(after.get(i), change)) {
        missing.add(shortCell(row(change.cell()), change));
      }
    }
    if (missing.isEmpty()) {
      write(plan, after, entryPrefix);
    }
    return List.copyOf(missing);
  }

  @Override
  public void post(LockPlan plan, String entryPrefix) {
    write(plan, after(plan), entryPrefix);
  }

  @Override
  public List<Cell> read(Collection<CellKey> keys) {
    Keys.requireSize("cells", LockPlan.MAX_CELLS, keys.size());
    return new TreeSet<>(keys)
        .stream().flatMap(key -> cells.find(Keys.cell(key)).stream()).toList();
  }

  <T> Page<T> page(Page.Request page, Function<Cell, T> read) {
    return cells.page("", page, read);
  }

  /** Oldest first. */
  Stream<Entry> entriesOf(CellKey key) {
    return entries.under(Keys.under(Keys.cell(key)));
  }

  private Cell row(CellKey key) {
    return cells.find(Keys.cell(key)).orElseGet(() -> Cell.empty(key));
  }

  private List<Cell> after(LockPlan plan) {
    try {
      return plan.changes().stream()
          .map(change -> changed(row(change.cell()), change))
          .toList();
    } catch (ArithmeticException tooLarge) {
      throw log.broken("A counter of a cell must fit 64 bits. Maybe the change was posted twice.");
    }
  }

  /** The cell after a change: a carried cap replaces the limit, and the shortfall is exact (STOCK section 2). */
  static Cell changed(Cell cell, CellChange change) {
    long limit = change.cap().orElse(Math.addExact(cell.limit(), change.limit()));
    long held = Math.addExact(cell.held(), change.held());
    long consumed = Math.addExact(cell.consumed(), change.consumed());
    long overdraft = Math.addExact(cell.overdraft(), change.overdraft());
    long safety = Math.addExact(cell.safety(), change.safety());
    long uncovered =
        Math.subtractExact(Math.addExact(held, consumed), Math.addExact(limit, overdraft));
    return new Cell(
        cell.key(),
        limit,
        held,
        consumed,
        overdraft,
        safety,
        Math.max(0, uncovered),
        cell.version() + 1);
  }

  private static boolean isCovered(Cell after, CellChange change) {
    long room = change.cap().orElse(after.limit() + after.overdraft() - after.safety());
    return after.held() + after.consumed() <= room;
  }

  private static ShortCell shortCell(Cell before, CellChange change) {
    if (change.cap().isPresent()) {
      long free = change.cap().getAsLong() - before.held() - before.consumed();
      return new ShortCell(before.key(), change.promised(), Math.max(0, free));
    }
    // lowering the limit asks for units just as a hold does
    long asked = change.promised() - change.limit() - change.overdraft() + change.safety();
    return new ShortCell(before.key(), asked, before.free());
  }

  private void write(LockPlan plan, List<Cell> after, String entryPrefix) {
    Keys.requireLength("entryPrefix", 160, entryPrefix);
    after.forEach(this::requireNotNegative);
    Instant at = now.get();
    for (int i = 0; i < after.size(); i++) {
      Cell cell = after.get(i);
      String key = Keys.cell(cell.key());
      String id = entryPrefix + "." + (i + 1);
      entryIds.insert(id, cell.key(), "cell entry");
      entries.put(
          Keys.of(key, Keys.number(cell.version())),
          new Entry(id, plan.changes().get(i), at));
      cells.put(key, cell);
    }
  }

  private void requireNotNegative(Cell cell) {
    long lowest = Stream.of(
            cell.limit(), cell.held(), cell.consumed(), cell.overdraft(), cell.safety())
        .min(Long::compare)
        .orElseThrow();
    if (lowest < 0) {
      throw log.broken(
          "Each counter of a cell must stay 0 or more, but one would fall below. Maybe the change was posted twice.");
    }
  }
}
