package dev.akinai.jdbc.store;

import static dev.akinai.jdbc.generated.Tables.AK_CELL;

import dev.akinai.jdbc.generated.tables.records.AkCellRecord;
import dev.akinai.quota.Cell;
import dev.akinai.quota.CellClass;
import dev.akinai.quota.CellKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.SelectSeekStepN;

/** Reads counters by key, pool by pool, plainly or under lock. For one thread. */
final class CellRows {

  private record Pool(int cls, String name) {}

  private final StoreScope scope;

  CellRows(StoreScope scope) {
    this.scope = scope;
  }

  /** Those that exist, in lock order. */
  Map<CellKey, Cell> read(Collection<CellKey> keys) {
    return fetch(keys, false);
  }

  /** Those that exist, in their newest committed form, locked in lock order. */
  Map<CellKey, Cell> lock(Collection<CellKey> keys) {
    return fetch(keys, true);
  }

  private Map<CellKey, Cell> fetch(Collection<CellKey> keys, boolean locking) {
    var sorted = new TreeSet<>(keys);
    var byPool = sorted.stream()
        .collect(Collectors.groupingBy(
            key -> new Pool(key.cls().number(), key.pool()),
            java.util.LinkedHashMap::new,
            Collectors.toList()));
    var cells = new TreeMap<CellKey, Cell>();
    byPool.forEach((pool, ofPool) -> {
      for (List<CellKey> chunk : StoreScope.chunks(ofPool)) {
        add(cells, select(pool, chunk, locking), sorted::contains);
      }
    });
    return cells;
  }

  private List<AkCellRecord> select(Pool pool, List<CellKey> keys, boolean locking) {
    SelectSeekStepN<AkCellRecord> select = scope
        .dsl()
        .selectFrom(AK_CELL)
        .where(AK_CELL.SHOP.eq(scope.shop()))
        .and(AK_CELL.CLS.eq(pool.cls()))
        .and(AK_CELL.POOL.eq(pool.name()))
        .and(items(keys))
        .orderBy(List.of(AK_CELL.ITEM, AK_CELL.BUCKET));
    return locking ? select.forUpdate().fetch() : select.fetch();
  }

  private static Condition items(List<CellKey> keys) {
    var buckets = keys.stream().map(CellKey::bucket).collect(Collectors.toSet());
    return AK_CELL
        .ITEM
        .in(keys.stream().map(CellKey::item).distinct().toList())
        .and(AK_CELL.BUCKET.in(buckets));
  }

  private static void add(
      Map<CellKey, Cell> cells, List<AkCellRecord> rows, Predicate<CellKey> wanted) {
    for (AkCellRecord row : rows) {
      Cell cell = cell(row);
      if (wanted.test(cell.key())) {
        cells.put(cell.key(), cell);
      }
    }
  }

  private static Cell cell(AkCellRecord row) {
    var key = new CellKey(
        CellClass.ofNumber(row.getCls()), row.getPool(), row.getItem(), row.getBucket());
    return new Cell(
        key,
        row.getLimitQty(),
        row.getHeld(),
        row.getConsumed(),
        row.getOverdraft(),
        row.getSafety(),
        row.getShortfall(),
        row.getVer());
  }
}
