package dev.akinai.jdbc.store;

import java.math.BigDecimal;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Sums as columns that several selects of one union share: every engine gives sums of whole numbers as decimals. Stateless. */
final class AuditSums {

  /** Which select of the union a row is from. */
  static final Field<Integer> SOURCE = DSL.field(DSL.name("source"), SQLDataType.INTEGER);

  private AuditSums() {}

  static Field<Integer> source(int number) {
    return DSL.inline(number).as(SOURCE);
  }

  /** A column of whole numbers, to be read exactly. */
  static Field<BigDecimal> of(String name, Field<? extends Number> number) {
    return number.coerce(SQLDataType.NUMERIC).as(column(name));
  }

  static Field<BigDecimal> none(String name) {
    return DSL.inline(0L).coerce(SQLDataType.NUMERIC).as(column(name));
  }

  /** Null sums are those of no rows. */
  static long read(Record row, String name) {
    BigDecimal sum = row.get(column(name));
    return sum == null ? 0 : sum.longValueExact();
  }

  private static Field<BigDecimal> column(String name) {
    return DSL.field(DSL.name(name), SQLDataType.NUMERIC);
  }
}
