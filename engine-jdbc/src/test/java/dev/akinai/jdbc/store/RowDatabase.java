package dev.akinai.jdbc.store;

import dev.akinai.base.ShopId;
import dev.akinai.jdbc.engines.Engine;
import dev.akinai.jdbc.engines.TestDatabases;
import dev.akinai.spi.UnitOfWork;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;

/** One empty database with the tables, and units on it: the stores alone, without what {@code JdbcStorage} adds. */
final class RowDatabase implements ExecuteListener {
  private static final long serialVersionUID = 1L;

  private final transient DataSource source;
  private final Dialect dialect;

  /** Statements since the last reset; a batch is one. */
  final AtomicInteger statements = new AtomicInteger();

  /** With rows that the first version's tables had before they were changed. */
  RowDatabase(Engine engine, String... rows) {
    this.source = TestDatabases.fresh(engine);
    this.dialect = switch (engine) {
      case H2, H2_FILE -> Dialect.H2;
      case POSTGRESQL -> Dialect.POSTGRESQL;
      case MARIADB -> Dialect.MARIADB;
    };
    execute(file("V1__foundation.sql"));
    execute(String.join(";", rows));
    execute(file("V2__price_lists.sql"));
  }

  private String file(String name) {
    String file = "/dev/akinai/jdbc/schema/" + dialect.folder() + "/" + name;
    try (InputStream text = Objects.requireNonNull(getClass().getResourceAsStream(file))) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^--.*$", "");
    } catch (IOException e) {
      throw new IllegalStateException("The tables must be made, but were not.", e);
    }
  }

  private void execute(String statements) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      for (String each : statements.split(";")) {
        if (!each.isBlank()) {
          statement.execute(each);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The tables must be made, but were not.", e);
    }
  }

  <T> T inTransaction(ShopId shop, Function<UnitOfWork, T> work) {
    var time = new DbTime(dialect, Duration.ZERO);
    return run((dsl, state) ->
        work.apply(new JdbcUnit(new StoreScope(dsl, shop, dialect, time, false, state))));
  }

  <T> T run(BiFunction<DSLContext, UnitState, T> work) {
    try (Connection connection = source.getConnection()) {
      connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      connection.setAutoCommit(false);
      try {
        var state = new UnitState(connection, new Failures(dialect));
        DSLContext dsl = DSL.using(new DefaultConfiguration()
            .set(connection)
            .set(dialect.jooq())
            .set(new Settings()
                .withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_UNQUOTED)
                .withRenderSchema(false))
            .set(() -> this, () -> state));
        T answer = work.apply(dsl, state);
        connection.commit();
        return answer;
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void executeStart(ExecuteContext context) {
    statements.incrementAndGet();
  }
}
