package dev.akinai.jdbc;

import dev.akinai.base.ShopId;
import dev.akinai.jdbc.store.UnitState;
import dev.akinai.spi.HostTransaction;
import dev.akinai.spi.RetryTransaction;
import dev.akinai.spi.Storage;
import dev.akinai.spi.StorageException;
import dev.akinai.spi.StorageException.Failure;
import dev.akinai.spi.UnitOfWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Units inside a host's transaction, each in a savepoint; never commits, closes or changes a setting. For one thread.
 *
 * <p>Once the database may have undone the whole transaction, every call is refused, so that no host commits the second half of its work.
 */
final class JoinedStorage implements Storage {

  private final Database database;
  private final Connection connection;
  private @Nullable RetryTransaction dead;

  private JoinedStorage(Database database, Connection connection) {
    this.database = database;
    this.connection = connection;
  }

  static JoinedStorage join(Database database, Connection connection) {
    try {
      requireJoinable(database, connection);
    } catch (SQLException e) {
      throw database.failures().ofConnect(e);
    }
    return new JoinedStorage(database, connection);
  }

  private static void requireJoinable(Database database, Connection connection)
      throws SQLException {
    if (connection.isClosed() || connection.getAutoCommit()) {
      throw new IllegalArgumentException(
          "The connection to join must be open with autocommit off. Maybe call setAutoCommit(false) first.");
    }
    int level = connection.getTransactionIsolation();
    if (level < Connection.TRANSACTION_READ_COMMITTED) {
      throw new IllegalArgumentException(
          "The isolation level (%s) must be READ COMMITTED or stricter. Maybe set it before the transaction begins."
              .formatted(
                  level == Connection.TRANSACTION_READ_UNCOMMITTED ? "READ UNCOMMITTED" : "NONE"));
    }
    String product = connection.getMetaData().getDatabaseProductName();
    if (!product.equals(database.dialect().product())) {
      throw new IllegalArgumentException(
          "The connection's database (%s) must be the storage's (%s). Maybe join a connection of the same DataSource."
              .formatted(product, database.dialect().product()));
    }
  }

  @Override
  public <T> T inTransaction(ShopId shop, Function<UnitOfWork, T> work) {
    requireAlive();
    return database.alone(
        () -> inSavepoint((host, state) -> work.apply(database.unit(shop, host, state, true))));
  }

  @Override
  public List<ShopId> shopsWithWork(Work work, Instant now, int limit) {
    requireAlive();
    return database.alone(() -> inSavepoint((host, state) ->
        WorkQueries.shops(database.watched(host, state), database.time(), work, now, limit)));
  }

  private <T> T inSavepoint(BiFunction<Connection, UnitState, T> work) {
    var state = new UnitState(connection, database.failures());
    Savepoint before = savepoint();
    boolean kept = false;
    try {
      T result = work.apply(connection, state);
      kept = state.failure() == null;
      return result;
    } catch (StorageException e) {
      throw state.note(e); // also what a store found out by itself
    } finally {
      end(before, kept, state.failure());
    }
  }

  private Savepoint savepoint() {
    try {
      return connection.setSavepoint();
    } catch (SQLException e) {
      throw fatal(database.failures().ofStatement(e));
    }
  }

  /** Throws what ended the unit, also over an exception of the work: no error of the database is swallowed. */
  private void end(Savepoint before, boolean kept, @Nullable StorageException failure) {
    if (failure != null && failure.failure() != Failure.BROKEN) {
      throw fatal(failure);
    }
    try {
      if (!kept) {
        connection.rollback(before);
      }
      connection.releaseSavepoint(before);
    } catch (SQLException e) {
      throw fatal(database.failures().ofStatement(e));
    }
    if (failure != null) {
      throw failure;
    }
  }

  private RetryTransaction fatal(StorageException failure) {
    dead = new RetryTransaction(
        failure.getMessage() + " The host's transaction is undone: roll it back and run it again.",
        failure);
    return dead;
  }

  private void requireAlive() {
    database.requireOpen();
    if (dead != null) {
      throw new RetryTransaction(String.valueOf(dead.getMessage()), dead);
    }
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.values());
  }

  @Override
  public Storage join(HostTransaction transaction) {
    throw new IllegalArgumentException(
        "A joined storage must not be joined again. Maybe join the storage it came from.");
  }

  @Override
  public void close() {
    // the connection is the host's, and the tables are the storage's it came from
  }
}
