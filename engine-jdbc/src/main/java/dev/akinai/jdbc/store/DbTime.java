package dev.akinai.jdbc.store;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The database's clock as one expression: the time of the statement, not the start of the transaction, in UTC with six digits.
 *
 * <p>The one place with SQL as text. Tests add an offset. Immutable.
 */
public final class DbTime {

  /** An instant as the tables store it. */
  public static final DataType<Instant> TYPE =
      SQLDataType.LOCALDATETIME(6).asConvertedDataType(new UtcBinding());

  private final Field<Instant> now;

  /**
   * Creates the expression.
   *
   * @param dialect whose clock
   * @param offset added to it, zero but in tests
   */
  public DbTime(Dialect dialect, Duration offset) {
    long micros = offset.toNanos() / 1_000;
    this.now = DSL.field(micros == 0 ? clock(dialect) : shifted(dialect, micros), TYPE);
  }

  /**
   * The expression.
   *
   * @return now
   */
  public Field<Instant> now() {
    return now;
  }

  /**
   * The largest instant that every engine stores.
   *
   * @return the end of the year 9999
   */
  public static Instant max() {
    return LocalDateTime.of(9999, 12, 31, 23, 59, 59)
        .toInstant(java.time.ZoneOffset.UTC)
        .truncatedTo(ChronoUnit.MICROS);
  }

  private static String clock(Dialect dialect) {
    return switch (dialect) {
      // CURRENT_TIMESTAMP of H2 stands still within a transaction
      case H2 ->
        "(select cast(executing_statement_start at time zone 'UTC' as timestamp(6))"
            + " from information_schema.sessions where session_id = session_id())";
      case POSTGRESQL -> "(statement_timestamp() at time zone 'UTC')";
      case MARIADB -> "utc_timestamp(6)";
    };
  }

  private static String shifted(Dialect dialect, long micros) {
    return switch (dialect) {
      case H2 -> "dateadd(microsecond, " + micros + ", " + clock(dialect) + ")";
      case POSTGRESQL -> "(" + clock(dialect) + " + interval '" + micros + " microseconds')";
      case MARIADB -> "date_add(" + clock(dialect) + ", interval " + micros + " microsecond)";
    };
  }
}
