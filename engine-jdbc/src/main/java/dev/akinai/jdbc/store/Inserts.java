package dev.akinai.jdbc.store;

import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertQuery;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Table;

/** Inserts in batches, and inserts that meet a row of the same key. Stateless. */
final class Inserts {

  private Inserts() {}

  static <R extends Record> void all(StoreScope scope, Table<R> table, List<R> rows) {
    if (!rows.isEmpty()) {
      batch(scope.dsl(), insert(scope.dsl(), table, rows.get(0)), rows);
    }
  }

  static <R extends Record> void absent(StoreScope scope, Table<R> table, List<R> rows) {
    if (rows.isEmpty()) {
      return;
    }
    if (scope.dialect() == Dialect.H2) {
      rows.forEach(row -> once(scope, table, row));
    } else {
      InsertQuery<R> query = insert(scope.dsl(), table, rows.get(0));
      passOver(scope.dialect(), query, table);
      batch(scope.dsl(), query, rows);
    }
  }

  static <R extends Record> boolean once(StoreScope scope, Table<R> table, R row) {
    InsertQuery<R> query = scope.dsl().insertQuery(table);
    query.setRecord(row);
    if (scope.dialect() == Dialect.POSTGRESQL) {
      passOver(scope.dialect(), query, table);
      return query.execute() == 1;
    }
    try {
      return query.execute() == 1;
    } catch (DuplicateKey e) {
      return false;
    }
  }

  /** MariaDB has no silent way of its own: INSERT IGNORE would hide other errors too. */
  private static <R extends Record> void passOver(
      Dialect dialect, InsertQuery<R> query, Table<R> table) {
    if (dialect == Dialect.MARIADB) {
      query.onDuplicateKeyUpdate(true);
      addSame(query, keyField(table));
    } else {
      query.onConflict();
      query.onDuplicateKeyIgnore(true);
    }
  }

  private static <T> void addSame(InsertQuery<?> query, Field<T> field) {
    query.addValueForUpdate(field, field);
  }

  private static Field<?> keyField(Table<?> table) {
    return table.getPrimaryKey().getFields().get(0);
  }

  private static <R extends Record> InsertQuery<R> insert(
      DSLContext dsl, Table<R> table, R shape) {
    InsertQuery<R> query = dsl.insertQuery(table);
    query.setRecord(shape);
    return query;
  }

  private static <R extends Record> void batch(DSLContext dsl, Query query, List<R> rows) {
    if (rows.size() == 1) {
      query.execute();
      return;
    }
    dsl.batch(query).bind(rows.stream().map(Inserts::values).toArray(Object[][]::new)).execute();
  }

  private static Object[] values(Record row) {
    return row.intoArray();
  }

  static <T> List<List<T>> chunks(List<T> all, int size) {
    var chunks = new ArrayList<List<T>>();
    for (int from = 0; from < all.size(); from += size) {
      chunks.add(all.subList(from, Math.min(all.size(), from + size)));
    }
    return chunks;
  }
}
