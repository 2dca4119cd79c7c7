package dev.akinai.testkit.spi;

import dev.akinai.base.ShopId;
import dev.akinai.spi.HostTransaction;
import dev.akinai.spi.Storage;
import dev.akinai.spi.UnitOfWork;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A storage that hands every call to another one; extend it to count, delay or break some of them. As thread-safe as the other.
 *
 * <p>{@link #unit} is the one place to change what a unit of work does.
 */
public class ForwardingStorage implements Storage {

  private final Storage inner;

  /**
   * Hands calls to another storage.
   *
   * @param inner which does the work
   */
  public ForwardingStorage(Storage inner) {
    this.inner = inner;
  }

  /**
   * The storage that does the work.
   *
   * @return as given
   */
  protected final Storage inner() {
    return inner;
  }

  /**
   * What the caller's work gets in place of the inner unit.
   *
   * @param unit of the inner storage
   * @return the same unit, or one around it
   */
  protected UnitOfWork unit(UnitOfWork unit) {
    return unit;
  }

  @Override
  public <T> T inTransaction(ShopId shop, Function<UnitOfWork, T> work) {
    return inner.inTransaction(shop, unit -> work.apply(unit(unit)));
  }

  @Override
  public List<ShopId> shopsWithWork(Work work, Instant now, int limit) {
    return inner.shopsWithWork(work, now, limit);
  }

  @Override
  public Set<Capability> capabilities() {
    return inner.capabilities();
  }

  @Override
  public Storage join(HostTransaction transaction) {
    return inner.join(transaction);
  }

  @Override
  public void close() {
    inner.close();
  }
}
