package dev.akinai.jdbc.store;

import static dev.akinai.jdbc.generated.Tables.AK_CELL;
import static dev.akinai.jdbc.generated.Tables.AK_CELL_ENTRY;
import static dev.akinai.jdbc.generated.Tables.AK_HOLD_LINE;

import dev.akinai.base.Page;
import dev.akinai.quota.Cell;
import dev.akinai.quota.CellClass;
import dev.akinai.quota.CellKey;
import dev.akinai.spi.AuditReads.CellSums;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Cells, also those that have entries and no row, beside the sums of their entries and hold lines. For one thread. */
final class CellAudit {

  private static final int ROW = 1;
  private static final int ENTRIES = 2;
  private static final int LINES = 3;

  private static final List<Field<?>> CELL_KEY =
      List.of(AK_CELL.CLS, AK_CELL.POOL, AK_CELL.ITEM, AK_CELL.BUCKET);
  private static final List<Field<?>> ENTRY_KEY =
      List.of(AK_CELL_ENTRY.CLS, AK_CELL_ENTRY.POOL, AK_CELL_ENTRY.ITEM, AK_CELL_ENTRY.BUCKET);
  private static final List<Field<?>> LINE_KEY =
      List.of(AK_HOLD_LINE.CLS, AK_HOLD_LINE.POOL, AK_HOLD_LINE.ITEM, AK_HOLD_LINE.BUCKET);

  private final StoreScope scope;

  CellAudit(StoreScope scope) {
    this.scope = scope;
  }

  Page<CellSums> page(Page.Request page) {
    Page<CellKey> keys = PageKeys.page(keys(page), page.size(), PageKeys::of);
    if (keys.items().isEmpty()) {
      return new Page<>(List.of(), keys.next());
    }
    var sums = new LinkedHashMap<CellKey, CellSums>();
    keys.items().forEach(key -> sums.put(key, zeros(key)));
    // a cell that came between since its page's keys were read is left out
    rows(keys.items()).forEach(row -> sums.computeIfPresent(key(row), (key, sum) -> add(sum, row)));
    return new Page<>(List.copyOf(sums.values()), keys.next());
  }

  private List<CellKey> keys(Page.Request page) {
    int most = page.size() + 1;
    Condition cells = AK_CELL.SHOP.eq(scope.shop()).and(after(page, CELL_KEY));
    Condition entries = AK_CELL_ENTRY.SHOP.eq(scope.shop()).and(after(page, ENTRY_KEY));
    Table<?> rows = scope
        .dsl()
        .select(CELL_KEY)
        .from(AK_CELL)
        .where(cells)
        .orderBy(CELL_KEY)
        .limit(most)
        .asTable("c");
    Table<?> written = scope
        .dsl()
        .selectDistinct(ENTRY_KEY)
        .from(AK_CELL_ENTRY)
        .where(entries)
        .orderBy(ENTRY_KEY)
        .limit(most)
        .asTable("e");
    Select<Record> either =
        DSL.select(rows.fields()).from(rows).union(DSL.select(written.fields()).from(written));
    Table<Record> all = either.asTable("k");
    return scope
        .dsl()
        .select(all.fields())
        .from(all)
        .orderBy(all.fields())
        .limit(most)
        .fetch(CellAudit::key);
  }

  private Condition after(Page.Request page, List<Field<?>> fields) {
    return page.after()
        .map(PageKeys::cell)
        .map(key -> Keys.after(scope, fields, parts(key)))
        .orElseGet(DSL::noCondition);
  }

  private Result<Record> rows(List<CellKey> keys) {
    Select<Record> all = stored(keys).unionAll(entries(keys)).unionAll(lines(keys));
    return scope.dsl().fetch(all);
  }

  private Select<Record> stored(List<CellKey> keys) {
    return DSL.select(CELL_KEY)
        .select(
            AuditSums.source(ROW),
            AuditSums.of("n_limit", AK_CELL.LIMIT_QTY),
            AuditSums.of("n_held", AK_CELL.HELD),
            AuditSums.of("n_consumed", AK_CELL.CONSUMED),
            AuditSums.of("n_overdraft", AK_CELL.OVERDRAFT),
            AuditSums.of("n_safety", AK_CELL.SAFETY),
            AuditSums.of("n_shortfall", AK_CELL.SHORTFALL),
            AuditSums.of("n_ver", AK_CELL.VER))
        .from(AK_CELL)
        .where(AK_CELL.SHOP.eq(scope.shop()))
        .and(between(CELL_KEY, keys));
  }

  private Select<Record> entries(List<CellKey> keys) {
    EntryTable e = new EntryTable(scope.shop(), between(ENTRY_KEY, keys), ENTRY_KEY);
    return DSL.select(e.key())
        .select(
            AuditSums.source(ENTRIES),
            AuditSums.of("n_limit", e.limit()),
            AuditSums.of("n_held", e.sum(AK_CELL_ENTRY.D_HELD)),
            AuditSums.of("n_consumed", e.sum(AK_CELL_ENTRY.D_CONSUMED)),
            AuditSums.of("n_overdraft", e.sum(AK_CELL_ENTRY.D_OVERDRAFT)),
            AuditSums.of("n_safety", e.sum(AK_CELL_ENTRY.D_SAFETY)),
            AuditSums.none("n_shortfall"),
            AuditSums.of("n_ver", DSL.count()))
        .from(e.table())
        .groupBy(e.key());
  }

  private Select<Record> lines(List<CellKey> keys) {
    return DSL.select(LINE_KEY)
        .select(
            AuditSums.source(LINES),
            AuditSums.none("n_limit"),
            AuditSums.of("n_held", DSL.sum(AK_HOLD_LINE.POSTED_HELD)),
            AuditSums.of("n_consumed", DSL.sum(AK_HOLD_LINE.POSTED_CONSUMED)),
            AuditSums.none("n_overdraft"),
            AuditSums.none("n_safety"),
            AuditSums.none("n_shortfall"),
            AuditSums.none("n_ver"))
        .from(AK_HOLD_LINE)
        .where(AK_HOLD_LINE.SHOP.eq(scope.shop()))
        .and(between(LINE_KEY, keys))
        .groupBy(LINE_KEY);
  }

  private Condition between(List<Field<?>> fields, List<CellKey> keys) {
    return Keys.between(scope, fields, parts(keys.get(0)), parts(keys.get(keys.size() - 1)));
  }

  private static List<?> parts(CellKey key) {
    return List.of(key.cls().number(), key.pool(), key.item(), key.bucket());
  }

  private static CellKey key(Record row) {
    return new CellKey(
        CellClass.ofNumber(row.get(0, Integer.class)),
        row.get(1, String.class),
        row.get(2, String.class),
        row.get(3, Integer.class));
  }

  private static CellSums zeros(CellKey key) {
    return new CellSums(Cell.empty(key), Cell.empty(key), 0, 0);
  }

  private static CellSums add(CellSums sums, Record row) {
    int source = Objects.requireNonNull(row.get(AuditSums.SOURCE));
    Cell cell = cell(sums.key(), row);
    if (source == LINES) {
      return new CellSums(sums.stored(), sums.entries(), cell.held(), cell.consumed());
    }
    return source == ROW
        ? new CellSums(cell, sums.entries(), sums.linesHeld(), sums.linesConsumed())
        : new CellSums(sums.stored(), cell, sums.linesHeld(), sums.linesConsumed());
  }

  private static Cell cell(CellKey key, Record row) {
    return new Cell(
        key,
        AuditSums.read(row, "n_limit"),
        AuditSums.read(row, "n_held"),
        AuditSums.read(row, "n_consumed"),
        AuditSums.read(row, "n_overdraft"),
        AuditSums.read(row, "n_safety"),
        AuditSums.read(row, "n_shortfall"),
        AuditSums.read(row, "n_ver"));
  }
}
