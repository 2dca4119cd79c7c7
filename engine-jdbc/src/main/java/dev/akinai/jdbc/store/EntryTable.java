package dev.akinai.jdbc.store;

import static dev.akinai.jdbc.generated.Tables.AK_CELL_ENTRY;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Entries of cells, each with the instant of its cell's newest carried cap: what came before that cap no longer counts for the limit.
 *
 * <p>Immutable.
 */
final class EntryTable {

  private static final String CAP_AT = "cap_at";

  private final Table<?> table;
  private final List<? extends Field<?>> key;

  EntryTable(String shop, Condition range, List<Field<?>> key) {
    this.table = DSL.select(key)
        .select(
            AK_CELL_ENTRY.D_LIMIT,
            AK_CELL_ENTRY.D_HELD,
            AK_CELL_ENTRY.D_CONSUMED,
            AK_CELL_ENTRY.D_OVERDRAFT,
            AK_CELL_ENTRY.D_SAFETY,
            AK_CELL_ENTRY.CAP,
            AK_CELL_ENTRY.MADE_AT,
            DSL.max(DSL.when(AK_CELL_ENTRY.CAP.isNotNull(), AK_CELL_ENTRY.MADE_AT))
                .over(DSL.partitionBy(key))
                .as(CAP_AT))
        .from(AK_CELL_ENTRY)
        .where(AK_CELL_ENTRY.SHOP.eq(shop))
        .and(range)
        .asTable("e");
    this.key = key.stream().map(this::column).toList();
  }

  Table<?> table() {
    return table;
  }

  List<? extends Field<?>> key() {
    return key;
  }

  Field<BigDecimal> sum(Field<Long> field) {
    return DSL.sum(column(field));
  }

  /** The newest cap, if any, and the changes since. */
  Field<BigDecimal> limit() {
    Field<Instant> at = column(AK_CELL_ENTRY.MADE_AT);
    Field<Instant> capAt =
        Objects.requireNonNull(table.field(DSL.name(CAP_AT), AK_CELL_ENTRY.MADE_AT.getDataType()));
    Field<Long> cap = column(AK_CELL_ENTRY.CAP);
    Condition counts = capAt.isNull().or(cap.isNull().and(at.gt(capAt)));
    Field<Long> delta = DSL.when(counts, column(AK_CELL_ENTRY.D_LIMIT)).otherwise(0L);
    Field<Long> newest = DSL.max(DSL.when(at.eq(capAt), cap));
    return DSL.sum(delta).plus(DSL.coalesce(newest, DSL.inline(0L)));
  }

  private <T> Field<T> column(Field<T> field) {
    return Objects.requireNonNull(table.field(field));
  }
}
