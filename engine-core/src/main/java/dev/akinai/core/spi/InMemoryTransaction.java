package dev.akinai.core.spi;

import dev.akinai.base.Api;
import dev.akinai.base.ShopId;
import dev.akinai.spi.HostTransaction;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A transaction that the host began on an {@link InMemoryStorage} and ends itself: what joined units wrote is kept by {@link #commit},
 * or none of it.
 *
 * <p>Each shop that a joined unit has touched waits for the end. For the thread that began it.
 */
@Api(Api.Use.CALL)
public final class InMemoryTransaction implements HostTransaction, AutoCloseable {

  private enum State {
    OPEN,
    MUST_ROLL_BACK,
    ENDED
  }

  private final InMemoryStorage storage;
  private final Thread thread = Thread.currentThread();
  private final Map<ShopId, MemoryShop> shops = new LinkedHashMap<>();
  private State state = State.OPEN;

  InMemoryTransaction(InMemoryStorage storage) {
    this.storage = storage;
  }

  /**
   * Keeps all that joined units wrote.
   *
   * @throws IllegalStateException if the transaction has ended, or a unit failed so that it can only be rolled back
   */
  public void commit() {
    requireThread();
    if (state != State.OPEN) {
      throw new IllegalStateException(
          "The transaction (%s) must be open to be committed. Maybe roll it back and run it again with the same keys."
              .formatted(state));
    }
    shops.values().forEach(MemoryShop::commit);
    end();
  }

  /** Takes back all that joined units wrote; once the transaction has ended it does nothing. */
  public void rollback() {
    requireThread();
    if (state != State.ENDED) {
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

  boolean mustRollBack() {
    return state == State.MUST_ROLL_BACK;
  }

  void requireRollback() {
    state = State.MUST_ROLL_BACK;
  }

  void requireUsable() {
    requireThread();
    if (state == State.ENDED) {
      throw new IllegalStateException(
          "The transaction (ENDED) must be open. Maybe begin and join another one.");
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
    state = State.ENDED;
    shops.values().forEach(MemoryShop::endTurn);
  }

  private void requireThread() {
    if (thread != Thread.currentThread()) {
      throw new IllegalStateException(
          "The transaction (of another thread) must be used by the thread that began it. Maybe begin one here.");
    }
  }
}
