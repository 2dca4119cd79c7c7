package dev.akinai.jdbc;

import dev.akinai.base.ShopId;
import dev.akinai.jdbc.store.UnitState;
import dev.akinai.spi.Storage.Work;
import dev.akinai.spi.StorageException;
import dev.akinai.spi.UnitOfWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Units on connections of the storage's own: READ COMMITTED, one commit or rollback each, no retry. Thread-safe. */
final class OwnTransactions {

  private final DataSource source;
  private final Database database;
  private final boolean ownPool;

  OwnTransactions(DataSource source, Database database, boolean ownPool) {
    this.ownPool = ownPool;
    this.source = source;
    this.database = database;
  }

  <T> T run(ShopId shop, Function<UnitOfWork, T> work) {
    return database.alone(() -> onConnection(
        (connection, state) -> work.apply(database.unit(shop, connection, state, false))));
  }

  List<ShopId> shopsWithWork(Work work, Instant now, int limit) {
    return database.alone(() -> onConnection((connection, state) ->
        WorkQueries.shops(database.watched(connection, state), database.time(), work, now, limit)));
  }

  private <T> T onConnection(BiFunction<Connection, UnitState, T> work) {
    Connection connection = connect();
    boolean committed = false;
    try {
      var state = new UnitState(connection, database.failures());
      T result = work.apply(connection, state);
      requireSound(state);
      commit(connection);
      committed = true;
      return result;
    } finally {
      giveBack(connection, committed);
    }
  }

  /** A unit that went on after a failure is not kept either. */
  private static void requireSound(UnitState state) {
    @Nullable StorageException failure = state.failure();
    if (failure != null) {
      throw failure;
    }
  }

  private Connection connect() {
    try {
      // the own pool gives connections as they must be; asking costs a round trip each time
      return ownPool ? source.getConnection() : prepared(source.getConnection());
    } catch (SQLException e) {
      throw database.failures().ofConnect(e);
    }
  }

  private static Connection prepared(Connection connection) throws SQLException {
    try {
      if (connection.getAutoCommit()) {
        connection.setAutoCommit(false);
      }
      if (connection.getTransactionIsolation() != Connection.TRANSACTION_READ_COMMITTED) {
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      }
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private void commit(Connection connection) {
    try {
      connection.commit();
    } catch (SQLException e) {
      throw database.failures().ofCommit(e);
    }
  }

  /** What fails here changes nothing any more: a connection that is closed or lost is rolled back by its database. */
  private static void giveBack(Connection connection, boolean committed) {
    try (connection) {
      if (!committed) {
        connection.rollback();
      }
    } catch (SQLException e) {
      System.getLogger(OwnTransactions.class.getName())
          .log(System.Logger.Level.DEBUG, "a connection was lost: SQLSTATE {0}", e.getSQLState());
    }
  }
}
