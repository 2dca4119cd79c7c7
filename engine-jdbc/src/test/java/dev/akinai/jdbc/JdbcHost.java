package dev.akinai.jdbc;

import dev.akinai.jdbc.engines.Engine;
import dev.akinai.jdbc.store.Dialect;
import dev.akinai.jdbc.store.Failures;
import dev.akinai.spi.HostTransaction;
import dev.akinai.testkit.spi.HostSession;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** A host that keeps its rows in a table of its own beside the engine's. */
final class JdbcHost implements HostSession {

  private final ContractDatabase database;
  private final Connection connection;

  JdbcHost(ContractDatabase database) throws SQLException {
    this.database = database;
    this.connection = database.connection();
  }

  @Override
  public HostTransaction transaction() {
    return JdbcTransaction.of(connection);
  }

  @Override
  public HostTransaction notBegun() {
    try {
      connection.setAutoCommit(true);
      return JdbcTransaction.of(connection);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  @Override
  public void write(String key, String value) {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO host_rows (k, v) VALUES (?, ?)")) {
      insert.setString(1, key);
      insert.setString(2, value);
      insert.executeUpdate();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  @Override
  public Optional<String> read(String key) {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT v FROM host_rows WHERE k = ?")) {
      select.setString(1, key);
      try (ResultSet rows = select.executeQuery()) {
        return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  @Override
  public String settings() {
    try {
      return String.join(
          " ",
          String.valueOf(connection.getAutoCommit()),
          String.valueOf(connection.getTransactionIsolation()),
          String.valueOf(connection.isReadOnly()),
          String.valueOf(connection.getSchema()),
          String.valueOf(connection.getCatalog()),
          String.valueOf(connection.getNetworkTimeout()),
          timeout());
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private String timeout() throws SQLException {
    String sql = database.engine() == Engine.POSTGRESQL
        ? "SELECT current_setting('lock_timeout') || current_setting('statement_timeout')"
        : database.engine() == Engine.MARIADB
            ? "SELECT concat(@@innodb_lock_wait_timeout, @@max_statement_time)"
            : "SELECT lock_timeout()";
    try (PreparedStatement select = connection.prepareStatement(sql);
        ResultSet rows = select.executeQuery()) {
      rows.next();
      return rows.getString(1);
    }
  }

  @Override
  public void commit() {
    try {
      connection.commit();
    } catch (SQLException e) {
      throw new Failures(dialect()).ofCommit(e);
    }
  }

  @Override
  public void rollback() {
    try {
      connection.rollback();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  @Override
  public void close() {
    try (connection) {
      if (!connection.getAutoCommit()) {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private RuntimeException failed(SQLException error) {
    return new Failures(dialect()).ofStatement(error);
  }

  private Dialect dialect() {
    return switch (database.engine()) {
      case H2, H2_FILE -> Dialect.H2;
      case POSTGRESQL -> Dialect.POSTGRESQL;
      case MARIADB -> Dialect.MARIADB;
    };
  }
}
