package dev.akinai.testkit.spi;

import dev.akinai.core.spi.InMemoryStorage;
import dev.akinai.core.spi.InMemoryTransaction;
import dev.akinai.spi.HostTransaction;
import dev.akinai.spi.Storage;
import dev.akinai.testkit.engine.HandSetClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The contract on the in-memory storage; what a host keeps beside it is a map. */
abstract class MemoryContract extends StorageContract {

  private HandSetClock clock = HandSetClock.at("2026-03-01T09:00:00Z");
  private Map<String, String> hostRows = new HashMap<>();
  private @Nullable InMemoryStorage memory;

  @Override
  protected Storage openStorage() {
    clock = HandSetClock.at("2026-03-01T09:00:00Z");
    hostRows = new HashMap<>();
    memory = new InMemoryStorage(clock);
    return memory;
  }

  @Override
  protected void advanceStorageClock(Duration by) {
    clock.advance(by);
  }

  @Override
  protected Optional<HostSession> beginHost(Storage storage) {
    return memory == null ? Optional.empty() : Optional.of(new MemoryHost(memory, hostRows));
  }

  @Override
  protected String engine() {
    return "in-memory";
  }

  /** A host that keeps its rows in a map and writes them at its commit. */
  private static final class MemoryHost implements HostSession {

    private final InMemoryTransaction transaction;
    private final Map<String, String> kept;
    private final Map<String, String> written = new HashMap<>();

    MemoryHost(InMemoryStorage storage, Map<String, String> kept) {
      this.transaction = storage.begin();
      this.kept = kept;
    }

    @Override
    public HostTransaction transaction() {
      return transaction;
    }

    @Override
    public HostTransaction notBegun() {
      return new InMemoryStorage(HandSetClock.at("2026-03-01T09:00:00Z")).begin();
    }

    @Override
    public void write(String key, String value) {
      written.put(key, value);
    }

    @Override
    public Optional<String> read(String key) {
      return Optional.ofNullable(written.getOrDefault(key, kept.get(key)));
    }

    @Override
    public String settings() {
      return "none";
    }

    @Override
    public void commit() {
      transaction.commit();
      kept.putAll(written);
    }

    @Override
    public void rollback() {
      written.clear();
      transaction.rollback();
    }

    @Override
    public void close() {
      transaction.rollback();
    }
  }
}
