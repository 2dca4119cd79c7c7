package dev.akinai.jdbc.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.InsertQuery;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/** Inserts into one table: in batches, and beside rows of the same key. For one thread. */
final class Inserts<R extends Record> {

  private static final int BATCH = 1_000;

  private final StoreScope scope;
  private final Table<R> table;
  private final @Nullable TableField<R, Instant> stamp;

  /** The stamped column, if there is one, takes the database's clock. */
  Inserts(StoreScope scope, Table<R> table, @Nullable TableField<R, Instant> stamp) {
    this.scope = scope;
    this.table = table;
    this.stamp = stamp;
  }

  /** Adds rows whose keys must be new. */
  void all(List<R> rows) {
    if (!rows.isEmpty()) {
      batch(insert(rows.get(0)), rows);
    }
  }

  /** Adds rows whose keys are not there yet. */
  void absent(List<R> rows) {
    if (scope.dialect() == Dialect.H2) {
      rows.forEach(this::once);
    } else if (!rows.isEmpty()) {
      InsertQuery<R> query = insert(rows.get(0));
      passOver(query);
      batch(query, rows);
    }
  }

  /** Adds one row; false if its key is there. */
  boolean once(R row) {
    InsertQuery<R> query = insert(row);
    if (scope.dialect() == Dialect.POSTGRESQL) {
      passOver(query);
      return query.execute() == 1;
    }
    try {
      return query.execute() == 1;
    } catch (DuplicateKey e) {
      return false; // H2 and MariaDB undo the statement only
    }
  }

  private void passOver(InsertQuery<R> query) {
    if (scope.dialect() == Dialect.MARIADB) {
      query.onDuplicateKeyUpdate(true); // INSERT IGNORE would hide other errors too
      addSame(query, table.field(0));
    } else {
      query.onDuplicateKeyIgnore(true);
    }
  }

  private static <T> void addSame(InsertQuery<?> query, @Nullable Field<T> field) {
    if (field != null) {
      query.addValueForUpdate(field, field);
    }
  }

  private InsertQuery<R> insert(R row) {
    InsertQuery<R> query = scope.dsl().insertQuery(table);
    for (Field<?> field : table.fields()) {
      add(query, field, row);
    }
    return query;
  }

  private <T> void add(InsertQuery<R> query, Field<T> field, R row) {
    if (field.equals(stamp)) {
      query.addValue(stamp, scope.nowField());
    } else {
      query.addValue(field, row.get(field));
    }
  }

  private void batch(InsertQuery<R> query, List<R> rows) {
    if (rows.size() == 1) {
      query.execute();
      return;
    }
    for (int from = 0; from < rows.size(); from += BATCH) {
      List<R> part = rows.subList(from, Math.min(rows.size(), from + BATCH));
      scope.dsl().batch(query).bind(values(part)).execute();
    }
  }

  private Object[][] values(List<R> rows) {
    return rows.stream().map(this::values).toArray(Object[][]::new);
  }

  private @Nullable Object[] values(R row) {
    var values = new ArrayList<@Nullable Object>();
    for (Field<?> field : table.fields()) {
      if (!field.equals(stamp)) {
        values.add(row.get(field));
      }
    }
    return values.toArray();
  }
}
