package dev.akinai.jdbc.store;

import static dev.akinai.jdbc.generated.Tables.AK_CELL;

import dev.akinai.quota.CellChange;
import dev.akinai.quota.CellKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** The two statements that change counters, with places for the values of a batch. Stateless. */
final class CellSql {

  private static final Field<Long> PROMISED = AK_CELL.HELD.plus(AK_CELL.CONSUMED);

  private CellSql() {}

  /** Guarded; passes only where the cell can give, so a shortfall is covered afterwards. */
  static Query take() {
    return DSL.update(AK_CELL)
        .set(AK_CELL.SHORTFALL, DSL.inline(0L))
        .set(AK_CELL.LIMIT_QTY, newLimit())
        .set(AK_CELL.HELD, AK_CELL.HELD.plus(place()))
        .set(AK_CELL.CONSUMED, AK_CELL.CONSUMED.plus(place()))
        .set(AK_CELL.OVERDRAFT, AK_CELL.OVERDRAFT.plus(place()))
        .set(AK_CELL.SAFETY, AK_CELL.SAFETY.plus(place()))
        .set(AK_CELL.VER, AK_CELL.VER.plus(DSL.inline(1L)))
        .where(key())
        .and(PROMISED.plus(place()).le(room()));
  }

  static List<Object[]> takeValues(String shop, List<CellChange> changes) {
    return changes.stream().map(change -> takeValues(shop, change)).toList();
  }

  private static @Nullable Object[] takeValues(String shop, CellChange change) {
    @Nullable Long cap = cap(change);
    var values = new ArrayList<@Nullable Object>(Arrays.asList(
        cap,
        change.limit(),
        change.held(),
        change.consumed(),
        change.overdraft(),
        change.safety()));
    addKey(values, shop, change.cell());
    long own =
        Math.subtractExact(Math.addExact(change.limit(), change.overdraft()), change.safety());
    values.addAll(Arrays.asList(change.promised(), cap, own));
    return values.toArray();
  }

  /** Unguarded. MariaDB sets columns from left to right, so the shortfall, which needs the old values, comes first. */
  static Query post() {
    return DSL.update(AK_CELL)
        .set(AK_CELL.SHORTFALL, newShortfall())
        .set(AK_CELL.LIMIT_QTY, newLimit())
        .set(AK_CELL.HELD, AK_CELL.HELD.plus(place()))
        .set(AK_CELL.CONSUMED, AK_CELL.CONSUMED.plus(place()))
        .set(AK_CELL.OVERDRAFT, AK_CELL.OVERDRAFT.plus(place()))
        .set(AK_CELL.SAFETY, AK_CELL.SAFETY.plus(place()))
        .set(AK_CELL.VER, AK_CELL.VER.plus(DSL.inline(1L)))
        .where(key());
  }

  static List<Object[]> postValues(String shop, List<CellChange> changes) {
    return changes.stream().map(change -> postValues(shop, change)).toList();
  }

  private static @Nullable Object[] postValues(String shop, CellChange change) {
    @Nullable Long cap = cap(change);
    var values = new ArrayList<@Nullable Object>(Arrays.asList(
        change.promised() - change.overdraft(),
        cap,
        change.limit(),
        cap,
        change.limit(),
        change.held(),
        change.consumed(),
        change.overdraft(),
        change.safety()));
    addKey(values, shop, change.cell());
    return values.toArray();
  }

  private static Field<Long> newShortfall() {
    return DSL.greatest(
        DSL.inline(0L), PROMISED.minus(AK_CELL.OVERDRAFT).plus(place()).minus(newLimit()));
  }

  private static Field<Long> newLimit() {
    return DSL.coalesce(place(), AK_CELL.LIMIT_QTY.plus(place()));
  }

  private static Field<Long> room() {
    return DSL.coalesce(
        place(), AK_CELL.LIMIT_QTY.plus(AK_CELL.OVERDRAFT).minus(AK_CELL.SAFETY).plus(place()));
  }

  private static Condition key() {
    return AK_CELL
        .SHOP
        .eq(DSL.val(""))
        .and(AK_CELL.CLS.eq(DSL.val(0)))
        .and(AK_CELL.POOL.eq(DSL.val("")))
        .and(AK_CELL.ITEM.eq(DSL.val("")))
        .and(AK_CELL.BUCKET.eq(DSL.val(0)));
  }

  private static void addKey(List<@Nullable Object> values, String shop, CellKey key) {
    values.add(shop);
    values.add(key.cls().number());
    values.add(key.pool());
    values.add(key.item());
    values.add(key.bucket());
  }

  private static Field<Long> place() {
    return DSL.val(0L, SQLDataType.BIGINT);
  }

  private static @Nullable Long cap(CellChange change) {
    return change.cap().isPresent() ? (Long) change.cap().getAsLong() : null;
  }
}
