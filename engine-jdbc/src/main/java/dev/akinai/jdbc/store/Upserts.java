package dev.akinai.jdbc.store;

import dev.akinai.spi.StorageException;
import dev.akinai.spi.StorageException.Failure;
import java.util.List;
import org.jooq.Field;
import org.jooq.InsertQuery;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Writes rows whether their keys are there already or not, in batches; rows must come in key order, for locks. Stateless. */
final class Upserts {

  private Upserts() {}

  /** Adds rows; of a row whose key is there, the fields named become what the new row says. */
  static <R extends Record> void put(
      StoreScope scope, Table<R> table, List<R> rows, List<Field<?>> changed) {
    if (!rows.isEmpty()) {
      batch(scope, query(scope, table, rows.get(0), changed), rows);
    }
  }

  /** As {@link #put}, and the version of a row that is there grows by one. */
  static <R extends Record> void putCounted(
      StoreScope scope, Table<R> table, List<R> rows, List<Field<?>> changed, Field<Long> version) {
    if (!rows.isEmpty()) {
      InsertQuery<R> query = query(scope, table, rows.get(0), changed);
      query.addValueForUpdate(version, version.plus(DSL.inline(1L)));
      batch(scope, query, rows);
    }
  }

  private static <R extends Record> InsertQuery<R> query(
      StoreScope scope, Table<R> table, R shape, List<Field<?>> changed) {
    InsertQuery<R> query = scope.dslWithTypes().insertQuery(table);
    query.setRecord(shape);
    query.onDuplicateKeyUpdate(true);
    changed.forEach(field -> addExcluded(query, field));
    return query;
  }

  private static <T> void addExcluded(InsertQuery<?> query, Field<T> field) {
    query.addValueForUpdate(field, DSL.excluded(field));
  }

  private static <R extends Record> void batch(
      StoreScope scope, InsertQuery<R> query, List<R> rows) {
    try {
      if (rows.size() == 1) {
        query.execute();
      } else {
        StoreScope.chunks(rows)
            .forEach(part -> scope.dslWithTypes().batch(query).bind(binds(part).toArray(Object[][]::new)).execute());
      }
    } catch (DuplicateKey e) {
      // H2 alone: its MERGE looks first and writes then, and somebody else came between
      throw new StorageException(
          Failure.RETRYABLE, "A row came between. Maybe run the unit again.", e);
    }
  }

  private static List<Object[]> binds(List<? extends Record> rows) {
    return rows.stream().map(Record::intoArray).toList();
  }
}
