package dev.akinai.jdbc;

import dev.akinai.spi.HostTransaction;
import java.sql.Connection;
import java.util.Objects;

/**
 * The transaction that is open on a connection of the host: hand it to an engine to make its commands part of it.
 *
 * <p>The host alone commits, rolls back and closes. For one thread.
 */
public final class JdbcTransaction implements HostTransaction {

  private final Connection connection;

  private JdbcTransaction(Connection connection) {
    this.connection = Objects.requireNonNull(connection, "connection");
  }

  /**
   * The transaction that is open on a connection.
   *
   * @param connection with autocommit off, at READ COMMITTED or a stricter isolation level
   * @return the transaction
   */
  public static JdbcTransaction of(Connection connection) {
    return new JdbcTransaction(connection);
  }

  Connection connection() {
    return connection;
  }
}
