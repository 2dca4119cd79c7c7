package dev.akinai.jdbc.store;

import dev.akinai.base.ShopId;
import dev.akinai.spi.StorageException;
import dev.akinai.spi.StorageException.Failure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.conf.ParamCastMode;
import org.jooq.conf.Settings;
import org.jooq.conf.SettingsTools;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * What every store of one unit shares: the connection, the shop, the dialect and the clock. For one thread.
 *
 * <p>Tables are those of {@code dev.akinai.jdbc.generated.Tables}; their names are mapped to the host's prefix and schema when a
 * statement is rendered. Whatever a statement throws is a {@link dev.akinai.spi.StorageException} already.
 */
public final class StoreScope {

  private static final int CHUNK = 500;

  private final DSLContext dsl;
  private final ShopId shop;
  private final Dialect dialect;
  private final DbTime time;
  private final boolean joined;
  private final UnitState state;

  /**
   * Creates the scope of one unit.
   *
   * @param dsl statements on the unit's connection
   * @param shop whose rows
   * @param dialect which engine
   * @param time its clock
   * @param joined true in a host's transaction, whose isolation level is the host's choice
   * @param state the unit's connection
   */
  public StoreScope(
      DSLContext dsl, ShopId shop, Dialect dialect, DbTime time, boolean joined, UnitState state) {
    this.dsl = dsl;
    this.shop = shop;
    this.dialect = dialect;
    this.time = time;
    this.joined = joined;
    this.state = state;
  }

  /** Statements on the unit's connection. */
  DSLContext dsl() {
    return dsl;
  }

  /** The same with the type of each bind value said, for H2's MERGE, which cannot find it out by itself. */
  DSLContext dslWithTypes() {
    Settings typed = SettingsTools.clone(dsl.settings()).withParamCastMode(ParamCastMode.DEFAULT);
    return DSL.using(dsl.configuration().derive(typed));
  }

  /** The shop as it stands in the key of every row. */
  String shop() {
    return shop.value();
  }

  /** The shop. */
  ShopId shopId() {
    return shop;
  }

  /** Which engine. */
  Dialect dialect() {
    return dialect;
  }

  /** True in a host's transaction. */
  boolean joined() {
    return joined;
  }

  /** The database's clock as an expression inside a statement. */
  Field<Instant> nowField() {
    return time.now();
  }

  /** The database's clock, read now. */
  Instant now() {
    return Objects.requireNonNull(dsl.select(time.now()).fetchOne(time.now()));
  }

  /** Runs changes of which all are kept or, if they answer false, none. */
  boolean allOrNothing(BooleanSupplier changes) {
    return state.allOrNothing(changes);
  }

  /**
   * Adds rows whose key is not there yet and leaves the others as they are; says nothing about which. Sort them by key.
   *
   * <p>The rows must have a value, or null, for each column.
   */
  <R extends Record> void insertAbsent(Table<R> table, List<R> rows) {
    new Inserts<>(this, table, null).absent(rows);
  }

  /** Adds one row; false if its key is there already. Decided on the newest committed rows. */
  <R extends Record> boolean insertOnce(Table<R> table, R row) {
    return new Inserts<>(this, table, null).once(row);
  }

  /** Adds rows, whose keys must be new, in one batch. */
  <R extends Record> void insertAll(Table<R> table, List<R> rows) {
    new Inserts<>(this, table, null).all(rows);
  }

  /** Inserts into a table of which one column takes the database's clock. */
  <R extends Record> Inserts<R> stamped(Table<R> table, TableField<R, Instant> stamp) {
    return new Inserts<>(this, table, stamp);
  }

  /**
   * Runs one statement with many sets of values, in order, as one JDBC batch.
   *
   * @return rows changed by each
   */
  int[] batch(Query query, List<Object[]> values) {
    return values.isEmpty()
        ? new int[0]
        : dsl.batch(query).bind(values.toArray(Object[][]::new)).execute();
  }

  /**
   * A row that must be there, because this unit made it or found that somebody had.
   *
   * <p>H2's snapshots hide a row that was committed after they were taken, where PostgreSQL reports a conflict; both mean the same.
   */
  static <T> T newest(@Nullable T row) {
    if (row == null) {
      throw new StorageException(
          Failure.RETRYABLE,
          "A row was made after this transaction's snapshot. Maybe run the unit again.");
    }
    return row;
  }

  /** NULL as text of the statement, so that a batch has no place to fill. */
  static <T> Field<T> none(Field<T> field) {
    return DSL.inline((T) null, field.getDataType());
  }

  /** Splits what goes into one IN list or one batch. */
  static <T> List<List<T>> chunks(Collection<T> all) {
    List<T> list = List.copyOf(all);
    var chunks = new ArrayList<List<T>>();
    for (int from = 0; from < list.size(); from += CHUNK) {
      chunks.add(list.subList(from, Math.min(list.size(), from + CHUNK)));
    }
    return chunks;
  }
}
