package dev.akinai.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.akinai.jdbc.engines.Engine;
import dev.akinai.jdbc.engines.TestDatabases;
import dev.akinai.jdbc.generated.DefaultSchema;
import dev.akinai.testkit.spi.Isolation;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jooq.Table;

/** One database for all tests of a contract class, emptied between them, with connections for a crowd. */
final class ContractDatabase implements AutoCloseable {

  private static final int CONNECTIONS = 40;

  private final Engine engine;
  private final HikariDataSource pool;

  ContractDatabase(Engine engine, Isolation isolation) throws SQLException {
    this.engine = engine;
    var config = new HikariConfig();
    config.setDataSource(TestDatabases.fresh(engine));
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(20_000);
    config.setAutoCommit(false);
    config.setTransactionIsolation("TRANSACTION_" + isolation.name());
    if (engine == Engine.POSTGRESQL) {
      config.setConnectionInitSql("SET lock_timeout = '5s'");
    } else if (engine == Engine.MARIADB) {
      config.setConnectionInitSql("SET innodb_lock_wait_timeout = 5");
    }
    this.pool = new HikariDataSource(config);
    execute("CREATE TABLE host_rows (k VARCHAR(64) PRIMARY KEY, v VARCHAR(64) NOT NULL)");
  }

  Engine engine() {
    return engine;
  }

  /** A storage on empty tables. */
  JdbcStorage open() throws SQLException {
    JdbcStorage storage = JdbcStorage.open(pool);
    execute("DELETE FROM host_rows");
    for (Table<?> table : DefaultSchema.DEFAULT_SCHEMA.getTables()) {
      execute("DELETE FROM " + table.getName());
    }
    return storage;
  }

  Connection connection() throws SQLException {
    return pool.getConnection();
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
      connection.commit();
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
