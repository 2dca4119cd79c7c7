package dev.akinai.core.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.akinai.base.Page;
import dev.akinai.base.ShopId;
import dev.akinai.catalog.Category;
import dev.akinai.catalog.CategoryId;
import dev.akinai.event.StreamEvent;
import dev.akinai.event.StreamId;
import dev.akinai.ledger.AccountId;
import dev.akinai.ledger.LedgerEntry;
import dev.akinai.ledger.Lot;
import dev.akinai.ledger.LotChange;
import dev.akinai.ledger.Part;
import dev.akinai.ledger.Posting;
import dev.akinai.quota.Cell;
import dev.akinai.quota.CellChange;
import dev.akinai.quota.CellClass;
import dev.akinai.quota.CellKey;
import dev.akinai.quota.HoldId;
import dev.akinai.quota.HoldLine;
import dev.akinai.quota.HoldState;
import dev.akinai.quota.LockPlan;
import dev.akinai.spi.AuditReads.StreamSums;
import dev.akinai.spi.Holds;
import dev.akinai.spi.HostTransaction;
import dev.akinai.spi.RetryTransaction;
import dev.akinai.spi.Storage;
import dev.akinai.spi.StorageException;
import dev.akinai.spi.UnitOfWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class InMemoryStorageTest {

  private static final Instant NOON = Instant.parse("2025-01-01T12:00:00Z");
  private static final ShopId EAST = ShopId.of("east");
  private static final ShopId WEST = ShopId.of("west");
  private static final CellKey TEA = CellKey.of(CellClass.WAREHOUSE, "wh:main", "tea");
  private static final AccountId ANN = new AccountId("ann");
  private static final StreamId ORDER = new StreamId("order", "o1");
  private static final CategoryId TEAS = new CategoryId("teas");

  private final Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
  private final InMemoryStorage storage = new InMemoryStorage(clock, Duration.ofMillis(50));

  @Test
  void aFailedUnitLeavesNoTraceInAnyStore() {
    run(EAST, work -> receive(work, 5, "first"));

    assertThatThrownBy(() -> run(EAST, work -> {
          receive(work, 3, "second");
          writeEverywhere(work);
          throw new IllegalArgumentException("no");
        }))
        .hasMessage("no");

    assertThat(units(EAST)).isEqualTo(5);
    assertThat(isEmptyBesideCells(EAST)).isTrue();
    run(EAST, InMemoryStorageTest::writeEverywhere);
    assertThat(isEmptyBesideCells(EAST)).isFalse();
  }

  @Test
  void aSwallowedViolationKeepsNothing() {
    StorageException failed = catchThrowableOfType(
        StorageException.class,
        () -> run(EAST, work -> {
          receive(work, 5, "first");
          try {
            receive(work, -6, "second");
          } catch (StorageException swallowed) {
            assertThat(swallowed.failure()).isEqualTo(StorageException.Failure.BROKEN);
          }
        }));

    assertThat(failed.failure()).isEqualTo(StorageException.Failure.BROKEN);
    assertThat(units(EAST)).isZero();
  }

  @Test
  void refusesAUnitInsideAUnit() {
    for (ShopId inner : List.of(EAST, WEST)) {
      assertThatThrownBy(() -> run(EAST, work -> {
            receive(work, 5, "outer");
            run(inner, other -> receive(other, 1, "inner"));
          }))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("Maybe");
      assertThat(units(EAST)).isZero();
    }
  }

  @Test
  void refusesAJoinedUnitInsideAUnit() {
    try (InMemoryTransaction host = storage.begin()) {
      Storage joined = storage.join(host);

      assertThatThrownBy(() -> run(EAST, work -> run(joined, WEST, other -> {})))
          .isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> run(joined, EAST, work -> run(WEST, other -> {})))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void twoShopsDoNotBlockEachOther() throws InterruptedException {
    whileAUnitIsOpen(EAST, () -> {
      run(WEST, work -> receive(work, 2, "west"));
      assertThat(units(WEST)).isEqualTo(2);
    });
  }

  @Test
  void waitingForAShopIsBoundedAndRetryable() throws InterruptedException {
    whileAUnitIsOpen(EAST, () -> {
      StorageException failed =
          catchThrowableOfType(StorageException.class, () -> run(EAST, work -> {}));
      assertThat(failed.failure()).isEqualTo(StorageException.Failure.RETRYABLE);
    });
  }

  @Test
  void anInterruptKeepsItsFlagAndIsUnknown() throws InterruptedException {
    whileAUnitIsOpen(EAST, () -> {
      Thread.currentThread().interrupt();
      StorageException failed =
          catchThrowableOfType(StorageException.class, () -> run(EAST, work -> {}));
      assertThat(Thread.interrupted()).isTrue();
      assertThat(failed.failure()).isEqualTo(StorageException.Failure.UNKNOWN);
    });
  }

  @Test
  void aUnitCannotBeUsedAfterItsEnd() {
    UnitOfWork ended = storage.inTransaction(EAST, work -> work);

    assertThatThrownBy(() -> receive(ended, 1, "late")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> ended.cells().read(List.of(TEA)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aClosedStorageSaysWhatToDo() {
    InMemoryTransaction host = storage.begin();
    Storage joined = storage.join(host);
    storage.close();
    storage.close();

    for (Runnable call : List.<Runnable>of(
        () -> run(EAST, work -> {}),
        () -> run(joined, EAST, work -> {}),
        () -> storage.shopsWithWork(Storage.Work.HOLDS, NOON, 1),
        storage::capabilities,
        storage::begin,
        () -> storage.join(host))) {
      assertThatThrownBy(call::run)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("Maybe");
    }
  }

  @Test
  void theHostAloneCommits() {
    InMemoryTransaction host = storage.begin();
    Storage joined = storage.join(host);
    run(joined, EAST, work -> receive(work, 1, "a"));
    assertThatThrownBy(() -> run(joined, EAST, work -> {
          receive(work, 10, "b");
          throw new IllegalArgumentException("refused");
        }))
        .hasMessage("refused");
    run(joined, EAST, work -> receive(work, 2, "c"));
    joined.close();

    // a unit beside the host's transaction waits for it, even on the same thread
    assertThatThrownBy(() -> units(EAST)).isInstanceOf(StorageException.class);
    host.commit();
    assertThat(units(EAST)).isEqualTo(3);
    assertThatThrownBy(() -> run(joined, EAST, work -> {}))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void rollingBackTakesBackEveryShop() {
    try (InMemoryTransaction host = storage.begin()) {
      Storage joined = storage.join(host);
      run(joined, EAST, work -> receive(work, 1, "a"));
      run(joined, WEST, work -> receive(work, 1, "a"));
    }

    assertThat(units(EAST)).isZero();
    assertThat(units(WEST)).isZero();
  }

  @Test
  void afterARetryableFailureTheJoinedTransactionIsDead() {
    run(EAST, work -> work.holds().open(draft("h0")));
    InMemoryTransaction host = storage.begin();
    Storage joined = storage.join(host);
    run(joined, EAST, work -> receive(work, 1, "a"));

    assertThatThrownBy(() -> run(joined, EAST, work -> work.holds().open(draft("h1"))))
        .isInstanceOf(RetryTransaction.class);
    assertThatThrownBy(() -> run(joined, EAST, work -> {})).isInstanceOf(RetryTransaction.class);
    assertThatThrownBy(host::commit).isInstanceOf(RetryTransaction.class);
    host.rollback();
    assertThat(units(EAST)).isZero();
  }

  @Test
  void joinsOnlyItsOwnTransactions() {
    HostTransaction foreign = new HostTransaction() {};
    InMemoryTransaction other = new InMemoryStorage(clock).begin();

    assertThatThrownBy(() -> storage.join(foreign)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> storage.join(other)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> storage.join(storage.begin()).join(other))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void findsTheShopsWithWorkWithoutWaitingForThem() throws InterruptedException {
    run(EAST, InMemoryStorageTest::writeEverywhere);
    run(EAST, work -> work.holds().resolve(new HoldId("h1"), HoldState.RELEASED, false));

    whileAUnitIsOpen(EAST, () -> {
      assertThat(storage.shopsWithWork(Storage.Work.HOLDS, NOON, 9)).containsExactly(EAST);
      assertThat(storage.shopsWithWork(Storage.Work.LOTS, NOON, 9)).isEmpty();
      assertThat(storage.shopsWithWork(Storage.Work.LOTS, NOON.plusSeconds(60), 9))
          .containsExactly(EAST);
      assertThat(storage.shopsWithWork(Storage.Work.EVENTS, NOON, 9)).isEmpty();
    });
  }

  @Test
  void streamSumsGoByKeyOverHistoriesAndHolds() {
    List<String> histories = List.of("cart", "hold-note", "order", "zebra");
    run(EAST, work -> {
      for (String type : histories) {
        work.streams()
            .append(new StreamId(type, "x"), 0, List.of(new StreamEvent(1, "Made", "{}", NOON)));
      }
      work.holds().open(draft("h1"));
    });

    assertThat(streamKeys(1)).isEqualTo(streamKeys(500));
    assertThat(streamKeys(2))
        .containsExactly("cart/x", "hold/h1", "hold-note/x", "order/x", "zebra/x");
  }

  private List<String> streamKeys(int size) {
    var keys = new ArrayList<String>();
    Optional<Page.Request> next = Optional.of(Page.Request.first(size));
    while (next.isPresent()) {
      Page.Request request = next.get();
      Page<StreamSums> page = storage.inTransaction(EAST, work -> work.audit().streams(request));
      page.items().forEach(sums -> keys.add(sums.stream().toString()));
      next = page.next().map(request::after);
    }
    return keys;
  }

  private static void receive(UnitOfWork work, long units, String entry) {
    work.cells()
        .post(
            LockPlan.of(
                List.of(CellChange.limit(TEA, CellChange.Kind.RECEIPT, units, "receipt:" + entry))),
            entry);
  }

  private static Holds.Draft draft(String id) {
    return new Holds.Draft(
        new HoldId(id),
        Optional.of("cart"),
        Optional.empty(),
        Duration.ofMinutes(15),
        Optional.empty(),
        List.of(new HoldLine(1, TEA, 1, 0, 0, 1, 0)));
  }

  private static void writeEverywhere(UnitOfWork work) {
    work.holds().open(draft("h1"));
    work.streams().append(ORDER, 0, List.of(new StreamEvent(1, "Made", "{}", NOON)));
    work.catalog().put(new Category(TEAS, Optional.empty(), "Teas"));
    work.inbox().claim("mail", "m1");
    var issuance = AccountId.system("issuance", "points");
    var entry = new LedgerEntry(
        1, "EARN", issuance, Part.AVAILABLE, ANN, Part.AVAILABLE, 7, NOON, "order:o1");
    var lot = new Lot(
        ANN, "l1", 7, 7, 0, Optional.of(NOON), Optional.of(NOON.plusSeconds(60)), "order:o1");
    var filled = new LotChange(1, ANN, "l1", 7, 0, Optional.empty(), Optional.empty());
    work.ledger()
        .post(
            new Posting("points", "earn:o1", List.of(entry), List.of(lot), List.of(filled)),
            List.of("e1"),
            NOON);
  }

  private boolean isEmptyBesideCells(ShopId shop) {
    return storage.inTransaction(
        shop,
        work -> work.holds().lockOpenOf("cart").isEmpty()
            && work.holds().find(new HoldId("h1")).isEmpty()
            && work.streams().read(ORDER, 0).isEmpty()
            && work.catalog().category(TEAS).isEmpty()
            && work.ledger().find(ANN).isEmpty()
            && work.ledger().lots(ANN).isEmpty()
            && work.ledger().entries("points", "earn:o1").isEmpty());
  }

  private long units(ShopId shop) {
    return storage.inTransaction(
        shop,
        work -> work.cells().read(List.of(TEA)).stream().mapToLong(Cell::limit).sum());
  }

  /** Work that gives nothing. */
  private interface Work {
    void with(UnitOfWork work);
  }

  private void run(ShopId shop, Work work) {
    run(storage, shop, work);
  }

  private static void run(Storage storage, ShopId shop, Work work) {
    storage.inTransaction(shop, unit -> {
      work.with(unit);
      return true;
    });
  }

  /** Does something while another thread is in the middle of a unit; the unit's end is awaited. */
  private void whileAUnitIsOpen(ShopId shop, Runnable something) throws InterruptedException {
    var opened = new CountDownLatch(1);
    var over = new CountDownLatch(1);
    var failed = new AtomicReference<Throwable>();
    var other = new Thread(() -> run(shop, work -> {
      receive(work, 99, "other");
      opened.countDown();
      awaitQuietly(over);
    }));
    other.setUncaughtExceptionHandler((thread, thrown) -> failed.set(thrown));
    other.start();
    try {
      assertThat(opened.await(10, TimeUnit.SECONDS)).isTrue();
      something.run();
    } finally {
      over.countDown();
      other.join();
    }
    assertThat(failed.get()).isNull();
    assertThat(units(shop)).isEqualTo(99);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
