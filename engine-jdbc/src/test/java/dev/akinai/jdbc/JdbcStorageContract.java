package dev.akinai.jdbc;

import dev.akinai.jdbc.engines.Engine;
import dev.akinai.spi.Storage;
import dev.akinai.testkit.spi.HostDrivenStorage;
import dev.akinai.testkit.spi.HostSession;
import dev.akinai.testkit.spi.Isolation;
import dev.akinai.testkit.spi.StorageContract;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The storage contract on one engine: with the storage's own transactions, or with each unit joined to a host's. */
abstract class JdbcStorageContract extends StorageContract {

  private final Engine engine;
  private final Isolation isolation;
  private final boolean joined;
  private @Nullable ContractDatabase database;
  private @Nullable JdbcStorage storage;
  private Duration offset = Duration.ZERO;

  /** The storage's own transactions. */
  JdbcStorageContract(Engine engine) {
    this(engine, Isolation.READ_COMMITTED, false);
  }

  /** Each unit in a transaction of a host, at a level of the host's choice. */
  JdbcStorageContract(Engine engine, Isolation isolation) {
    this(engine, isolation, true);
  }

  private JdbcStorageContract(Engine engine, Isolation isolation, boolean joined) {
    this.engine = engine;
    this.isolation = isolation;
    this.joined = joined;
  }

  @BeforeAll
  void openDatabase() throws Exception {
    database = new ContractDatabase(engine, isolation);
  }

  @AfterAll
  void closeDatabase() {
    if (database != null) {
      database.close();
    }
  }

  @Override
  protected Storage openStorage() throws Exception {
    offset = Duration.ZERO;
    JdbcStorage opened = database().open();
    storage = opened;
    return joined ? new HostDrivenStorage(opened, this::host) : opened;
  }

  @Override
  protected void advanceStorageClock(Duration by) {
    offset = offset.plus(by);
    if (storage != null) {
      storage.clockOffset(offset);
    }
  }

  @Override
  protected Optional<HostSession> beginHost(Storage ignored) throws Exception {
    return Optional.of(host());
  }

  @Override
  protected Isolation isolation() {
    return isolation;
  }

  @Override
  protected String engine() {
    return engine + (joined ? " joined" : "");
  }

  private HostSession host() throws Exception {
    return new JdbcHost(database());
  }

  private ContractDatabase database() {
    if (database == null) {
      throw new IllegalStateException("The database must be open.");
    }
    return database;
  }
}
