package dev.akinai.jdbc.store;

import dev.akinai.base.ShopId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/**
 * What every store of one unit shares: the connection, the shop, the dialect and the clock. For one thread.
 *
 * <p>Tables are those of {@code dev.akinai.jdbc.generated.Tables}; their names are mapped to the host's prefix and schema when a
 * statement is rendered. Whatever a statement throws is a {@link dev.akinai.spi.StorageException} already.
 */
public final class StoreScope {

  private final DSLContext dsl;
  private final ShopId shop;
  private final Dialect dialect;
  private final DbTime time;
  private final boolean joined;

  /**
   * Creates the scope of one unit.
   *
   * @param dsl statements on the unit's connection
   * @param shop whose rows
   * @param dialect which engine
   * @param time its clock
   * @param joined true in a host's transaction, whose isolation level is the host's choice
   */
  public StoreScope(DSLContext dsl, ShopId shop, Dialect dialect, DbTime time, boolean joined) {
    this.dsl = dsl;
    this.shop = shop;
    this.dialect = dialect;
    this.time = time;
    this.joined = joined;
  }

  /** Statements on the unit's connection. */
  DSLContext dsl() {
    return dsl;
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

  /**
   * Adds rows whose key is not there yet and leaves the others as they are; says nothing about which. In key order, for locks.
   *
   * <p>One batch; the rows name the columns of the first.
   */
  <R extends Record> void insertAbsent(Table<R> table, List<R> rows) {
    Inserts.absent(this, table, rows);
  }

  /** Adds one row; false if its key is there already. Decided on the newest committed rows. */
  <R extends Record> boolean insertOnce(Table<R> table, R row) {
    return Inserts.once(this, table, row);
  }

  /** Adds rows, whose keys must be new, in one batch; the rows name the columns of the first. */
  <R extends Record> void insertAll(Table<R> table, List<R> rows) {
    Inserts.all(this, table, rows);
  }

  /** Splits what goes into one IN list. */
  static <T> List<List<T>> chunks(Collection<T> all) {
    return Inserts.chunks(List.copyOf(all), 500);
  }
}
