package dev.akinai.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akinai.base.ShopId;
import dev.akinai.jdbc.engines.Engine;
import dev.akinai.jdbc.engines.TestDatabases;
import dev.akinai.quota.CellChange;
import dev.akinai.quota.CellClass;
import dev.akinai.quota.CellKey;
import dev.akinai.quota.LockPlan;
import dev.akinai.spi.RetryTransaction;
import dev.akinai.spi.Storage;
import dev.akinai.spi.UnitOfWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JoinedTest {

  private static final ShopId SHOP = ShopId.of("tea");
  private static final CellKey EAST = CellKey.of(CellClass.WAREHOUSE, "wh:east", "tea");
  private static final CellKey WEST = CellKey.of(CellClass.WAREHOUSE, "wh:west", "tea");

  private static Connection begin(DataSource source, int isolation) throws SQLException {
    Connection connection = source.getConnection();
    connection.setTransactionIsolation(isolation);
    connection.setAutoCommit(false);
    return connection;
  }

  private static boolean receive(UnitOfWork unit, CellKey cell, String prefix) {
    unit.cells()
        .post(
            LockPlan.of(List.of(CellChange.limit(cell, CellChange.Kind.RECEIPT, 1, "receipt:1"))),
            prefix);
    return true;
  }

  private static long limit(Storage storage, CellKey cell) {
    return storage.inTransaction(
        SHOP,
        unit -> unit.cells().read(List.of(cell)).stream()
            .mapToLong(each -> each.limit())
            .sum());
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void theHostsRollbackLeavesNothing(Engine engine) throws SQLException {
    DataSource source = TestDatabases.fresh(engine);
    try (JdbcStorage storage = JdbcStorage.open(source);
        Connection host = begin(source, Connection.TRANSACTION_READ_COMMITTED)) {
      Storage joined = storage.join(JdbcTransaction.of(host));
      assertThat(joined.<Boolean>inTransaction(SHOP, unit -> receive(unit, EAST, "r")))
          .isTrue();
      assertThat(limit(joined, EAST)).isEqualTo(1);
      host.rollback();
      assertThat(limit(storage, EAST)).isZero();
    }
  }

  @Test
  void whatCannotBeJoinedIsRefused() throws SQLException {
    DataSource source = TestDatabases.fresh(Engine.H2);
    try (JdbcStorage storage = JdbcStorage.open(source)) {
      try (Connection auto = source.getConnection()) {
        assertThatThrownBy(() -> storage.join(JdbcTransaction.of(auto)))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("Maybe call setAutoCommit(false) first.");
      }
      try (Connection dirty = begin(source, Connection.TRANSACTION_READ_UNCOMMITTED)) {
        assertThatThrownBy(() -> storage.join(JdbcTransaction.of(dirty)))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("READ UNCOMMITTED");
      }
    }
  }

  @Test
  void aConnectionOfAnotherEngineIsRefused() throws SQLException {
    DataSource postgres = TestDatabases.fresh(Engine.POSTGRESQL);
    try (JdbcStorage storage = JdbcStorage.open(TestDatabases.fresh(Engine.H2));
        Connection other = begin(postgres, Connection.TRANSACTION_READ_COMMITTED)) {
      assertThatThrownBy(() -> storage.join(JdbcTransaction.of(other)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("PostgreSQL")
          .hasMessageContaining("H2");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Engine.class,
      names = {"POSTGRESQL", "MARIADB"})
  void afterADeadlockTheHandleIsDeadAndTheOtherGoesOn(Engine engine) throws Exception {
    DataSource source = TestDatabases.fresh(engine);
    try (JdbcStorage storage = JdbcStorage.open(source)) {
      for (CellKey cell : List.of(EAST, WEST)) {
        assertThat(storage.<Boolean>inTransaction(
                SHOP, unit -> receive(unit, cell, "put-" + cell.pool())))
            .isTrue();
      }
      var bothHoldOne = new CyclicBarrier(2);
      var forward = host(source, storage, bothHoldOne, EAST, WEST);
      var backward = host(source, storage, bothHoldOne, WEST, EAST);
      List<Boolean> kept = Stream.of(forward, backward).map(JoinedTest::result).toList();
      assertThat(kept).containsExactlyInAnyOrder(true, false);
      assertThat(limit(storage, EAST)).isEqualTo(2);
      assertThat(limit(storage, WEST)).isEqualTo(2);
    }
  }

  /** Two units in one host transaction: the second meets the other host's lock. True if it was kept. */
  private static CompletableFuture<Boolean> host(
      DataSource source, JdbcStorage storage, CyclicBarrier met, CellKey first, CellKey second) {
    return CompletableFuture.supplyAsync(
        unchecked(() -> {
          try (Connection host = begin(source, Connection.TRANSACTION_READ_COMMITTED)) {
            Storage joined = storage.join(JdbcTransaction.of(host));
            String name = "host-" + first.pool();
            joined.inTransaction(SHOP, unit -> receive(unit, first, name + "-1"));
            met.await(10, TimeUnit.SECONDS);
            try {
              joined.inTransaction(SHOP, unit -> receive(unit, second, name + "-2"));
            } catch (RetryTransaction e) {
              assertDead(joined);
              host.rollback();
              return false;
            }
            host.commit();
            return true;
          }
        }),
        task -> new Thread(task, "host").start());
  }

  private static void assertDead(Storage joined) {
    assertThatThrownBy(() -> limit(joined, EAST)).isInstanceOf(RetryTransaction.class);
    assertThatThrownBy(() -> joined.inTransaction(SHOP, unit -> receive(unit, EAST, "late")))
        .isInstanceOf(RetryTransaction.class);
  }

  private static <T> Supplier<T> unchecked(Callable<T> work) {
    return () -> {
      try {
        return work.call();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    };
  }

  private static <T> T result(CompletableFuture<T> future) {
    try {
      return future.get(60, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }
}
