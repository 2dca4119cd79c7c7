package dev.akinai.core.spi;

import dev.akinai.base.Api;
import dev.akinai.base.ShopId;
import dev.akinai.spi.HostTransaction;
import dev.akinai.spi.RetryTransaction;
import dev.akinai.spi.StorageException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A transaction that the host began on an {@link InMemoryStorage} and ends itself: what joined units wrote is kept by {@link #commit},
 * or none of it.
 *
 * <p>Each shop that a joined unit has touched waits for the end. For the thread that began it.
 */
@Api(Api.Use.CALL)
public final class InMemoryTransaction implements HostTransaction, AutoCloseable {

  private final InMemoryStorage storage;
  private final Thread thread = Thread.currentThread();
  private final Map<ShopId, MemoryShop> shops = new LinkedHashMap<>();
  private @Nullable StorageException failure;
  private boolean ended;

  InMemoryTransaction(InMemoryStorage storage) {
    this.storage = storage;
  }

  /**
   * Keeps all that joined units wrote.
   *
   * @throws IllegalStateException if the transaction has ended
   * @throws RetryTransaction if a unit failed so that the transaction can only be rolled back
   */
  public void commit() {
    requireThread();
    requireUsable();
    shops.values().forEach(MemoryShop::commit);
    end();
  }

  /** Takes back all that joined units wrote; once the transaction has ended it does nothing. */
  public void rollback() {
    requireThread();
    if (!ended) {
      shops.values().forEach(MemoryShop::rollback);
      end();
    }
  }

  /** Rolls back unless the transaction was committed. */
  @Override
  public void close() {
    rollback();
  }

  boolean isOf(InMemoryStorage other) {
    return storage == other;
  }

  /** From now on it can only be rolled back (R-STO-49). */
  RetryTransaction failed(StorageException cause) {
    failure = cause;
    return mustRollBack(cause);
  }

  void requireUsable() {
    requireThread();
    if (ended) {
      throw new IllegalStateException(
          "The transaction (ended) must be open. Maybe begin and join another one.");
    }
    if (failure != null) {
      throw mustRollBack(failure);
    }
  }

  MemoryShop locked(ShopId shop) {
    MemoryShop known = shops.get(shop);
    if (known != null) {
      return known;
    }
    MemoryShop rows = storage.locked(shop);
    shops.put(shop, rows);
    return rows;
  }

  private void end() {
    ended = true;
    shops.values().forEach(MemoryShop::endTurn);
  }

  private static RetryTransaction mustRollBack(StorageException cause) {
    return new RetryTransaction(
        "The host's transaction must be rolled back, since a joined unit failed. Maybe run all of it again with the same keys.",
        cause);
  }

  private void requireThread() {
    if (thread != Thread.currentThread()) {
      throw new IllegalStateException(
          "The transaction (of another thread) must be used by the thread that began it. Maybe begin one here.");
    }
  }
}
