package dev.akinai.testkit.spi;

import dev.akinai.base.ShopId;
import dev.akinai.spi.Storage;
import dev.akinai.spi.UnitOfWork;
import java.util.concurrent.Callable;
import java.util.function.Function;

/**
 * A storage each unit of which is joined to a host's transaction that begins before it and is committed after it.
 *
 * <p>With it a plug-in runs the whole contract in joined mode, at each isolation level a host may choose (R-STO-46). Thread-safe if
 * the sessions are.
 */
public final class HostDrivenStorage extends ForwardingStorage {

  private final Callable<HostSession> sessions;

  /**
   * Drives a storage through host transactions.
   *
   * @param inner the storage to join
   * @param sessions begins a host's transaction at the level of the run
   */
  public HostDrivenStorage(Storage inner, Callable<HostSession> sessions) {
    super(inner);
    this.sessions = sessions;
  }

  @Override
  public <T> T inTransaction(ShopId shop, Function<UnitOfWork, T> work) {
    try (HostSession host = begin()) {
      T result = inner().join(host.transaction()).inTransaction(shop, work);
      host.commit();
      return result;
    }
  }

  private HostSession begin() {
    try {
      return sessions.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("The host's transaction must begin, but did not.", e);
    }
  }
}
