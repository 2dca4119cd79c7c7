package dev.akinai.testkit.spi;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.akinai.base.ShopId;
import dev.akinai.spi.Storage;
import dev.akinai.spi.StorageException;
import dev.akinai.spi.UnitOfWork;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assumptions;

/** What one test of the contract works on: an empty storage, and short ways to use it. Thread-safe. */
public final class Bench {

  /** The shop that tests use. */
  public static final ShopId SHOP = ShopId.of("shop-a");

  /** Another shop of the same storage. */
  public static final ShopId OTHER_SHOP = ShopId.of("shop-b");

  /** Callers at once in rules marked T. */
  static final int THREADS = 32;

  private static final int MOST_TRIES = 400;

  private final Storage storage;
  private final StorageContract contract;
  private volatile boolean skipped;
  private final AtomicLong names = new AtomicLong();
  private final Queue<StorageException> retried = new ConcurrentLinkedQueue<>();

  Bench(Storage storage, StorageContract contract) {
    this.storage = storage;
    this.contract = contract;
  }

  /**
   * The storage under test.
   *
   * @return empty when the test began
   */
  public Storage storage() {
    return storage;
  }

  /**
   * The isolation of the run.
   *
   * @return as the contract's class says
   */
  public Isolation isolation() {
    return contract.isolation();
  }

  /**
   * Runs one unit of the usual shop.
   *
   * @param work what to do
   * @param <T> what it gives
   * @return what it gives
   */
  public <T> T in(Function<UnitOfWork, T> work) {
    return storage.inTransaction(SHOP, work);
  }

  /**
   * Runs one unit of the usual shop that gives nothing.
   *
   * @param work what to do
   */
  public void run(Consumer<UnitOfWork> work) {
    runIn(SHOP, work);
  }

  /**
   * Runs one unit of a shop that gives nothing.
   *
   * @param shop whose
   * @param work what to do
   */
  public void runIn(ShopId shop, Consumer<UnitOfWork> work) {
    boolean ran = storage.inTransaction(shop, unit -> {
      work.accept(unit);
      return true;
    });
    assertTrue(ran, "a unit gives what its work gives");
  }

  /**
   * Runs one unit of the usual shop again while it fails RETRYABLE, as the engine does.
   *
   * @param work what to do; it may run more than once
   * @param <T> what it gives
   * @return what it gives
   */
  public <T> T retrying(Function<UnitOfWork, T> work) {
    return again(() -> in(work));
  }

  /**
   * Runs something again while it fails RETRYABLE, at most {@value #MOST_TRIES} times.
   *
   * @param work what to do; it may run more than once
   * @param <T> what it gives
   * @return what it gives
   */
  public <T> T again(Supplier<T> work) {
    for (int tries = 1; ; tries++) {
      try {
        return work.get();
      } catch (StorageException e) {
        if (e.failure() != StorageException.Failure.RETRYABLE || tries >= MOST_TRIES) {
          throw e;
        }
        retried.add(e);
        stepAside(tries);
      }
    }
  }

  /** Waits for a random while that doubles up to a third of a second: a crowd that deadlocks must thin out. */
  private static void stepAside(int tries) {
    long longest = 20_000_000L << Math.min(tries - 1, 4);
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(1_000_000, longest));
  }

  /**
   * The failures that were retried so far.
   *
   * @return in the order in which they came
   */
  Queue<StorageException> retried() {
    return retried;
  }

  boolean isSkipped() {
    return skipped;
  }

  boolean isDeadlock(StorageException failure) {
    return contract.isDeadlock(failure);
  }

  /**
   * A name that this test has not used yet.
   *
   * @param prefix how it begins
   * @return the prefix with a number
   */
  public String next(String prefix) {
    return prefix + "-" + names.incrementAndGet();
  }

  /**
   * Moves the storage's clock.
   *
   * @param by how far forward
   */
  public void advance(Duration by) {
    contract.advanceStorageClock(by);
  }

  /** Skips the test unless the plug-in declares a capability. */
  void needs(Storage.Capability capability) {
    skipped = !storage.capabilities().contains(capability);
    Assumptions.assumeTrue(!skipped, () -> "not declared: " + capability);
  }

  /** Begins a host's transaction; skips the test if the plug-in does not join. */
  HostSession host() throws Exception {
    needs(Storage.Capability.JOINS_HOST_TRANSACTION);
    Optional<HostSession> session = contract.beginHost(storage);
    return session.orElseThrow(
        () -> new AssertionError(
            "A storage that declares JOINS_HOST_TRANSACTION must be tested with a host. Maybe override beginHost."));
  }
}
