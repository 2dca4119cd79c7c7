package dev.akinai.jdbc;

import static dev.akinai.jdbc.generated.Tables.AK_CELL;
import static dev.akinai.jdbc.generated.Tables.AK_OP;

import dev.akinai.jdbc.generated.DefaultSchema;
import dev.akinai.jdbc.store.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/** Opens a database: which engine, which version of the tables, and whether the driver counts rows. For one thread. */
final class Opening {

  private final DataSource source;
  private final JdbcSettings settings;

  private Opening(DataSource source, JdbcSettings settings) {
    this.source = source;
    this.settings = settings;
  }

  static Database open(DataSource source, JdbcSettings settings) {
    try {
      return new Opening(source, settings).open();
    } catch (SQLException e) {
      throw new IllegalStateException(
          "The database must answer, but failed with SQLSTATE %s, code %d. Maybe it does not run, or the user lacks rights."
              .formatted(e.getSQLState(), e.getErrorCode()));
    }
  }

  private Database open() throws SQLException {
    Dialect dialect;
    boolean current;
    try (Connection connection = source.getConnection()) {
      dialect = dialect(connection);
      current = isCurrent(connection);
      endRead(connection);
    }
    if (!current && settings.migrate()) {
      new Migrations(dialect, settings).run(source);
    }
    var database = new Database(dialect, settings);
    try (Connection connection = source.getConnection()) {
      if (!current) {
        requireTables(database.plain(connection));
      }
      requireRowCounts(database.plain(connection));
      endRead(connection);
    }
    return database;
  }

  private static void endRead(Connection connection) throws SQLException {
    if (!connection.getAutoCommit()) {
      connection.rollback();
    }
  }

  private static Dialect dialect(Connection connection) throws SQLException {
    String product = connection.getMetaData().getDatabaseProductName();
    return Stream.of(Dialect.values())
        .filter(each -> each.product().equals(product))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(
            "The database (%s) must be PostgreSQL, MariaDB or H2. Maybe use another JDBC address."
                .formatted(product)));
  }

  private boolean isCurrent(Connection connection) throws SQLException {
    var history = new SchemaHistory(connection, settings);
    Optional<Integer> installed = history.installed();
    if (installed.isEmpty()) {
      requireNoTables(history);
      return false;
    }
    int known = Migrations.newest();
    if (installed.get() > known) {
      throw new IllegalStateException(
          "The schema (version %d) must not be newer than this library knows (version %d). Maybe use a newer library."
              .formatted(installed.get(), known));
    }
    if (installed.get() < known && !settings.migrate()) {
      throw new IllegalStateException(
          "The schema (version %d) must have version %d. Maybe run the newer SQL files, or let opening migrate."
              .formatted(installed.get(), known));
    }
    return installed.get() == known;
  }

  private void requireNoTables(SchemaHistory history) throws SQLException {
    String table = settings.prefix() + AK_OP.getName().substring("ak_".length());
    if (settings.migrate() && history.hasTable(table)) {
      throw new IllegalStateException(
          "The tables (%s...) must have a history in %s, but were made without it. Maybe open with withoutMigration()."
              .formatted(settings.prefix(), SchemaHistory.table(settings)));
    }
  }

  private static void requireTables(DSLContext dsl) {
    for (Table<?> table : DefaultSchema.DEFAULT_SCHEMA.getTables()) {
      try {
        dsl.select(table.fields()).from(table).where(DSL.falseCondition()).execute();
      } catch (DataAccessException e) {
        throw new IllegalStateException(
            "The table (%s) must exist with all columns, SQLSTATE %s. Maybe run the SQL files of this version first."
                .formatted(table.getName(), e.sqlState()));
      }
    }
  }

  /** Row counts decide what was taken, so a driver must tell them for a batch, too. */
  private static void requireRowCounts(DSLContext dsl) {
    var nothing = DSL.update(AK_CELL).set(AK_CELL.VER, 0L).where(AK_CELL.SHOP.eq(""));
    int[] counts = dsl.batch(nothing).bind(0L, "").bind(0L, "").execute();
    if (counts.length != 2
        || IntStream.of(counts).anyMatch(count -> count == Statement.SUCCESS_NO_INFO)) {
      throw new IllegalStateException(
          "The driver must count the rows that a batch changes, but did not. Maybe use a newer driver, or leave out useBulkStmts.");
    }
  }
}
