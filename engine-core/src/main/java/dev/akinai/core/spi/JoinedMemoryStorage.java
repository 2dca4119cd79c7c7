package dev.akinai.core.spi;

import dev.akinai.base.ShopId;
import dev.akinai.spi.HostTransaction;
import dev.akinai.spi.Storage;
import dev.akinai.spi.StorageException;
import dev.akinai.spi.UnitOfWork;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The in-memory storage inside a transaction of the host's: each unit runs behind a savepoint, and only the host commits. For one thread. */
final class JoinedMemoryStorage implements Storage {

  private final InMemoryStorage storage;
  private final InMemoryTransaction transaction;

  JoinedMemoryStorage(InMemoryStorage storage, InMemoryTransaction transaction) {
    this.storage = storage;
    this.transaction = transaction;
  }

  @Override
  public <T> T inTransaction(ShopId shop, Function<UnitOfWork, T> work) {
    transaction.requireUsable();
    return storage.alone(() -> {
      try {
        return transaction.locked(shop).inSavepoint(work);
      } catch (StorageException failed) {
        throw failed.failure() == StorageException.Failure.RETRYABLE
            ? transaction.failed(failed)
            : failed;
      }
    });
  }

  @Override
  public List<ShopId> shopsWithWork(Work work, Instant now, int limit) {
    return storage.shopsWithWork(work, now, limit);
  }

  @Override
  public Set<Capability> capabilities() {
    return storage.capabilities();
  }

  @Override
  public Storage join(HostTransaction other) {
    throw new IllegalArgumentException(
        "A joined storage must not join another transaction. Maybe join it on the storage itself.");
  }

  @Override
  public void close() {
    // what it uses belongs to the host
  }
}
