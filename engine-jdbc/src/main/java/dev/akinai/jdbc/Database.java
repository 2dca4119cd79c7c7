package dev.akinai.jdbc;

import dev.akinai.base.ShopId;
import dev.akinai.jdbc.store.DbTime;
import dev.akinai.jdbc.store.Dialect;
import dev.akinai.jdbc.store.Failures;
import dev.akinai.jdbc.store.JdbcUnit;
import dev.akinai.jdbc.store.StoreScope;
import dev.akinai.jdbc.store.UnitState;
import java.sql.Connection;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.conf.MappedSchema;
import org.jooq.conf.MappedTable;
import org.jooq.conf.ParamCastMode;
import org.jooq.conf.RenderMapping;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.conf.StatementType;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.DefaultConnectionProvider;
import org.jooq.impl.DefaultExecuteListenerProvider;

/** One opened database: engine, names of tables, clock, and who is inside a unit. Thread-safe. */
final class Database {

  private final Dialect dialect;
  private final Failures failures;
  private final Configuration names;
  private final ThreadLocal<Boolean> inside = new ThreadLocal<>();
  private volatile DbTime time;
  private volatile boolean closed;

  Database(Dialect dialect, JdbcSettings settings) {
    this.dialect = dialect;
    this.failures = new Failures(dialect);
    this.time = new DbTime(dialect, Duration.ZERO);
    this.names = new DefaultConfiguration().set(dialect.jooq()).set(renderSettings(settings));
  }

  Dialect dialect() {
    return dialect;
  }

  Failures failures() {
    return failures;
  }

  DbTime time() {
    return time;
  }

  void clockOffset(Duration offset) {
    time = new DbTime(dialect, offset);
  }

  /** Statements on a connection, with errors as they come. */
  DSLContext plain(Connection connection) {
    return DSL.using(names.derive(new DefaultConnectionProvider(connection)));
  }

  /** Statements on a connection, with errors read and remembered. */
  DSLContext watched(Connection connection, UnitState state) {
    return DSL.using(names
        .derive(new DefaultConnectionProvider(connection))
        .derive(new DefaultExecuteListenerProvider(state)));
  }

  JdbcUnit unit(ShopId shop, Connection connection, UnitState state, boolean joined) {
    return new JdbcUnit(
        new StoreScope(watched(connection, state), shop, dialect, time, joined, state));
  }

  /** Runs one unit, unless the thread is in one already. */
  <T> T alone(Supplier<T> unit) {
    requireOpen();
    if (inside.get() != null) {
      throw new IllegalStateException(
          "A unit must not be started inside a unit on the same thread. Maybe pass the outer unit on.");
    }
    inside.set(true);
    try {
      return unit.get();
    } finally {
      inside.remove();
    }
  }

  void requireOpen() {
    if (closed) {
      throw new IllegalStateException(
          "The storage must be open, but was closed. Maybe close it after the engine.");
    }
  }

  void close() {
    closed = true;
  }

  private static Settings renderSettings(JdbcSettings settings) {
    return new Settings()
        .withExecuteLogging(false)
        .withFetchWarnings(false)
        .withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_UNQUOTED)
        .withStatementType(StatementType.PREPARED_STATEMENT)
        .withInListPadding(true)
        .withParamCastMode(ParamCastMode.NEVER) // a cast bind keeps H2 from using an index
        .withRenderSchema(settings.schema().isPresent())
        .withRenderMapping(mapping(settings));
  }

  private static RenderMapping mapping(JdbcSettings settings) {
    var tables = new MappedTable()
        .withInputExpression(Pattern.compile("ak_(.*)"))
        .withOutput(settings.prefix() + "$1");
    var schema = new MappedSchema().withInputExpression(Pattern.compile(".*")).withTables(tables);
    settings.schema().ifPresent(schema::withOutput);
    return new RenderMapping().withSchemata(schema);
  }
}
