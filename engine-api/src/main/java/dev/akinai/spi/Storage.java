package dev.akinai.spi;

import dev.akinai.base.Api;
import dev.akinai.base.ShopId;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What a persistence plug-in provides; rules R-STO-* in {@code docs/contracts/storage.md} bind it. Thread-safe.
 *
 * <p>Every method may throw {@link StorageException}, which says whether anything may have been kept.
 */
@Api(Api.Use.IMPLEMENT)
public interface Storage extends AutoCloseable {

  /** What a plug-in can do beyond the common rules; checked when an engine is built. */
  enum Capability {
    /** What a returned unit wrote survives the death of process and database (R-STO-03). */
    DURABLE,
    /** Several processes may use it at once (R-STO-39). */
    SHARED_BY_PROCESSES,
    /** It can take part in a host's transaction (R-STO-04, 05, 23, 49). */
    JOINS_HOST_TRANSACTION
  }

  /** Kinds of work that {@link #shopsWithWork} looks for. */
  enum Work {
    /** Overdue or unsettled holds. */
    HOLDS,
    /** Lots that expire. */
    LOTS,
    /** Payments with something to do. */
    PAYMENTS,
    /** Events to deliver. */
    EVENTS
  }

  /**
   * Runs work in one transaction of one shop: all of it is kept, or, if it throws, none (R-STO-01).
   *
   * @param shop whose rows the unit sees and writes; no others (R-STO-45)
   * @param work what to do; it must not start another unit on the same thread (R-STO-06)
   * @param <T> what the work gives
   * @return what the work gives
   */
  <T> T inTransaction(ShopId shop, Function<UnitOfWork, T> work);

  /**
   * Shops with something due of a kind; the only read that crosses shops.
   *
   * @param work which kind
   * @param now the engine's clock, for what is due by business time
   * @param limit most shops
   * @return shops, in any order
   */
  List<ShopId> shopsWithWork(Work work, java.time.Instant now, int limit);

  /**
   * What this plug-in can do.
   *
   * @return capabilities
   */
  Set<Capability> capabilities();

  /**
   * A storage whose units are parts of a host's transaction: each runs in a savepoint, and only the host commits.
   *
   * @param transaction of the plug-in's own type
   * @return a storage for this transaction and thread; closing it does nothing
   * @throws IllegalArgumentException if the transaction is of another kind, or cannot be joined
   */
  Storage join(HostTransaction transaction);

  /** Lets go of what the storage opened itself; safe to call twice. Afterwards every call throws {@link IllegalStateException}. */
  @Override
  void close();
}
