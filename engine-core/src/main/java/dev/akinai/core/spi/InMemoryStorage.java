package dev.akinai.core.spi;

import dev.akinai.base.Api;
import dev.akinai.base.ShopId;
import dev.akinai.spi.HostTransaction;
import dev.akinai.spi.Storage;
import dev.akinai.spi.UnitOfWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Keeps everything in this process and forgets it at the end: for tests, for trying things out, and as the contract's reference.
 *
 * <p>The units of one shop run one after the other; units of different shops do not wait for each other. A unit that cannot have its
 * shop within 5 seconds fails as {@code RETRYABLE}. A unit that a rule of the storage has failed keeps nothing, whatever its work makes
 * of the exception. Like a database it can be used inside a transaction of the host's: {@link #begin()}, then {@link #join}. Thread-safe.
 */
@Api(Api.Use.CALL)
public final class InMemoryStorage implements Storage {

  private static final Duration LOCK_WAIT = Duration.ofSeconds(5);

  private final Clock clock;
  private final Duration lockWait;
  private final Map<ShopId, MemoryShop> shops = new ConcurrentHashMap<>();
  private final Set<Thread> inUnit = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /**
   * An empty storage.
   *
   * @param clock by which deadlines of holds and leases are set and compared
   */
  public InMemoryStorage(Clock clock) {
    this(clock, LOCK_WAIT);
  }

  InMemoryStorage(Clock clock, Duration lockWait) {
    this.clock = clock;
    this.lockWait = lockWait;
  }

  /**
   * Begins a transaction of the host's, as {@code Connection.setAutoCommit(false)} does with a database.
   *
   * @return the transaction; the host ends it on the same thread
   * @throws IllegalStateException if the storage is closed
   */
  public InMemoryTransaction begin() {
    requireOpen();
    return new InMemoryTransaction(this);
  }

  @Override
  public <T> T inTransaction(ShopId shop, Function<UnitOfWork, T> work) {
    return alone(() -> {
      MemoryShop rows = locked(shop);
      try {
        T result = rows.inSavepoint(work);
        rows.commit();
        return result;
      } finally {
        rows.endTurn();
      }
    });
  }

  @Override
  public List<ShopId> shopsWithWork(Work work, Instant now, int limit) {
    requireOpen();
    return shops.values().stream()
        .filter(shop -> shop.hasWork(work, now))
        .map(MemoryShop::shop)
        .limit(Math.max(0, limit))
        .toList();
  }

  @Override
  public Set<Capability> capabilities() {
    requireOpen();
    return Set.of(Capability.JOINS_HOST_TRANSACTION);
  }

  @Override
  public Storage join(HostTransaction transaction) {
    requireOpen();
    if (transaction instanceof InMemoryTransaction mine && mine.isOf(this)) {
      return new JoinedMemoryStorage(this, mine);
    }
    throw new IllegalArgumentException(
        "The transaction (%s) must be one that this storage began. Maybe use InMemoryStorage.begin()."
            .formatted(transaction.getClass().getSimpleName()));
  }

  @Override
  public void close() {
    closed = true;
    shops.clear();
  }

  /** Runs one unit on this thread; a second one inside it is refused before anything is written (R-STO-06). */
  <T> T alone(Supplier<T> unit) {
    requireOpen();
    if (!inUnit.add(Thread.currentThread())) {
      throw new IllegalStateException(
          "A unit of work must not start inside another on the same thread. Maybe pass the outer UnitOfWork on.");
    }
    try {
      return unit.get();
    } finally {
      inUnit.remove(Thread.currentThread());
    }
  }

  /** The rows of a shop, whose turn the caller has and ends. */
  MemoryShop locked(ShopId shop) {
    MemoryShop rows = shops.computeIfAbsent(shop, id -> new MemoryShop(id, clock));
    rows.takeTurn(lockWait);
    if (closed) {
      rows.endTurn();
      requireOpen();
    }
    return rows;
  }

  void requireOpen() {
    if (closed) {
      throw new IllegalStateException(
          "The storage (closed) must be open. Maybe close it only after the engine, or open a new one.");
    }
  }
}
