package dev.akinai.jdbc.store;

import static dev.akinai.jdbc.generated.Tables.AK_CELL_ENTRY;
import static dev.akinai.jdbc.generated.Tables.AK_HOLD;
import static dev.akinai.jdbc.generated.Tables.AK_HOLD_LINE;
import static dev.akinai.jdbc.generated.Tables.AK_LEDGER_ACCOUNT;
import static dev.akinai.jdbc.generated.Tables.AK_LEDGER_ALLOC;
import static dev.akinai.jdbc.generated.Tables.AK_LEDGER_ENTRY;
import static dev.akinai.jdbc.generated.Tables.AK_LEDGER_LOT;
import static dev.akinai.jdbc.generated.Tables.AK_OUTBOX;
import static dev.akinai.jdbc.generated.Tables.AK_STREAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akinai.base.InvalidInputException;
import dev.akinai.base.Page;
import dev.akinai.base.ShopId;
import dev.akinai.event.StreamId;
import dev.akinai.jdbc.engines.Engine;
import dev.akinai.jdbc.generated.tables.records.AkCellEntryRecord;
import dev.akinai.jdbc.generated.tables.records.AkCellRecord;
import dev.akinai.jdbc.generated.tables.records.AkHoldLineRecord;
import dev.akinai.jdbc.generated.tables.records.AkHoldRecord;
import dev.akinai.jdbc.generated.tables.records.AkLedgerAccountRecord;
import dev.akinai.jdbc.generated.tables.records.AkLedgerAllocRecord;
import dev.akinai.jdbc.generated.tables.records.AkLedgerEntryRecord;
import dev.akinai.jdbc.generated.tables.records.AkLedgerLotRecord;
import dev.akinai.jdbc.generated.tables.records.AkOutboxRecord;
import dev.akinai.jdbc.generated.tables.records.AkStreamRecord;
import dev.akinai.ledger.Account;
import dev.akinai.ledger.AccountId;
import dev.akinai.money.CurrencyCode;
import dev.akinai.money.Money;
import dev.akinai.payment.Payment;
import dev.akinai.payment.PaymentId;
import dev.akinai.quota.Cell;
import dev.akinai.quota.CellClass;
import dev.akinai.quota.CellKey;
import dev.akinai.quota.Hold;
import dev.akinai.quota.HoldId;
import dev.akinai.quota.HoldLine;
import dev.akinai.quota.HoldState;
import dev.akinai.spi.AuditReads;
import dev.akinai.spi.AuditReads.AccountSums;
import dev.akinai.spi.AuditReads.CellSums;
import dev.akinai.spi.AuditReads.StreamSums;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jooq.TableRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Sums of the audit on one engine, over rows that are written here as no engine would, so that differences show. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AuditReadsTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");
  private static final long HUGE = 1_000_000_000_000_000L;

  private final AtomicInteger shops = new AtomicInteger();
  private final AtomicInteger numbers = new AtomicInteger();
  private final Engine engine;
  private RowDatabase storage;
  private ShopId shop;

  AuditReadsTest(Engine engine) {
    this.engine = engine;
  }

  @BeforeAll
  void open() {
    storage = new RowDatabase(engine);
  }

  @BeforeEach
  void nextShop() {
    shop = ShopId.of("shop-" + shops.incrementAndGet());
  }

  @Test
  void sumsEntriesAndLinesOfACellExactly() {
    CellKey tea = CellKey.of(CellClass.WAREHOUSE, "wh:main", "tea");
    cell(tea, 7 * HUGE, HUGE, 2 * HUGE, 5, 3, 0, 9);
    for (int i = 0; i < 7; i++) {
      entry(tea, NOON.plusSeconds(i), null, HUGE, i, -i, 1, 0);
    }
    line("h1", 1, tea, 4, HUGE, 0);
    line("h2", 1, tea, 4, HUGE, HUGE);
    line("h2", 2, CellKey.of(CellClass.WAREHOUSE, "wh:main", "TEA"), 4, 1, 1);

    List<CellSums> found = all(10, AuditReads::cells);

    assertThat(found)
        .containsExactly(new CellSums(
            new Cell(tea, 7 * HUGE, HUGE, 2 * HUGE, 5, 3, 0, 9),
            new Cell(tea, 7 * HUGE, 21, -21, 7, 0, 0, 7),
            2 * HUGE,
            HUGE));
  }

  @Test
  void reportsEntriesWithoutARowAndARowWithoutEntries() {
    CellKey row = CellKey.of(CellClass.FLASH, "a", "茶");
    CellKey entries = CellKey.of(CellClass.BUYER, "z", "x");
    cell(row, 4, 0, 0, 0, 0, 0, 1);
    entry(entries, NOON, null, 5, 0, 0, 0, 0);
    entry(entries, NOON, null, 6, 0, 0, 0, 0);

    assertThat(all(10, AuditReads::cells))
        .containsExactly(
            new CellSums(Cell.empty(entries), new Cell(entries, 11, 0, 0, 0, 0, 0, 2), 0, 0),
            new CellSums(new Cell(row, 4, 0, 0, 0, 0, 0, 1), Cell.empty(row), 0, 0));
  }

  @Test
  void countsTheNewestCarriedCapAndWhatCameAfterIt() {
    CellKey buyer = CellKey.of(CellClass.BUYER, "offer:1", "ann");
    entry(buyer, NOON, null, 100, 0, 0, 0, 0);
    entry(buyer, NOON.plusSeconds(2), 7L, 0, 1, 0, 0, 0);
    entry(buyer, NOON.plusSeconds(1), 3L, 0, 1, 0, 0, 0);
    entry(buyer, NOON.plusSeconds(3), null, 2, 0, 0, 0, 0);

    Cell entries = all(10, AuditReads::cells).get(0).entries();

    assertThat(entries).isEqualTo(new Cell(buyer, 9, 2, 0, 0, 0, 0, 4));
  }

  @Test
  @DisplayName("R-STO-44 every cell is on one page, in lock order")
  void pagesOverCells() {
    List<CellKey> keys = new ArrayList<>();
    for (CellClass cls : List.of(CellClass.BUYER, CellClass.CODE, CellClass.FLASH)) {
      for (String pool : List.of("a", "a-b", "A", "é", "茶")) {
        for (int bucket : List.of(0, 2, 10)) {
          keys.add(new CellKey(cls, pool, "x", bucket));
          keys.add(new CellKey(cls, pool, "xy", bucket));
        }
      }
    }
    for (CellKey key : keys) {
      if (numbers.get() % 3 != 0) {
        cell(key, 1, 0, 0, 0, 0, 0, 1);
      }
      entry(key, NOON, null, 1, 0, 0, 0, 0);
      entry(key, NOON, null, 1, 0, 0, 0, 0);
      line("h" + numbers.incrementAndGet(), 1, key, 1, 1, 0);
    }
    List<CellKey> sorted = keys.stream().sorted().toList();

    for (int size : new int[] {1, 7, 90, 91}) {
      List<CellSums> found = all(size, AuditReads::cells);

      assertThat(found).extracting(CellSums::key).isEqualTo(sorted);
      assertThat(found).allMatch(each -> each.entries().limit() == 2 && each.linesHeld() == 1);
    }
  }

  @Test
  void refusesAPageKeyOfAnotherListing() {
    assertThatThrownBy(() -> read(AuditReads::cells, Page.Request.first(5).after("tea")))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> read(AuditReads::streams, Page.Request.first(5).after("a b c")))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void readsHoldsWithTheirLinesPageByPage() {
    CellKey tea = CellKey.of(CellClass.WAREHOUSE, "wh:main", "tea");
    List<Hold> holds = new ArrayList<>();
    for (String id : List.of("A", "a", "b", "é")) {
      hold(id, HoldState.HELD, 2);
      List<HoldLine> lines = new ArrayList<>();
      for (int no = 1; no < ("b".equals(id) ? 1 : 4); no++) {
        line(id, no, tea, 4, no, 0);
        lines.add(new HoldLine(no, tea, 4, 0, 0, no, 0));
      }
      holds.add(new Hold(
          new HoldId(id),
          Optional.of("cart"),
          Optional.empty(),
          HoldState.HELD,
          NOON,
          2,
          NOON,
          Optional.empty(),
          lines));
    }

    for (int size : new int[] {1, 3, 4, 5}) {
      assertThat(all(size, AuditReads::holds)).isEqualTo(holds);
    }
  }

  @Test
  void sumsEntriesLotsAndAllocationsOfAnAccount() {
    account("ann", 0, 6, 7, 8);
    account("bob", 0, 0, 0, 0);
    entry("sys:issuance:points", "AVAILABLE", "ann", "AVAILABLE", HUGE);
    entry("sys:issuance:points", "AVAILABLE", "ann", "AVAILABLE", HUGE);
    entry("ann", "AVAILABLE", "ann", "HELD", 3);
    entry("ann", "PENDING", "ann", "AVAILABLE", 2);
    entry("ann", "DEBT", "sys:redemption:points", "AVAILABLE", 9);
    entry("sys:issuance:points", "AVAILABLE", "ann", "DEBT", 4);
    entry("Ann", "AVAILABLE", "bob", "AVAILABLE", 1);
    lot("ann", "l1", HUGE, 2, NOON);
    lot("ann", "l2", HUGE, 3, NOON);
    lot("ann", "l3", 11, 0, null);
    alloc("ann", "l1", HUGE, -5);
    alloc("ann", "l2", -1, 1);

    assertThat(all(10, AuditReads::accounts))
        .containsExactly(
            new AccountSums(
                new Account(new AccountId("ann"), "points", 0, 6, 7, 8, 3),
                new Account(new AccountId("ann"), "points", 2 * HUGE - 1, -2, 3, 5, 0),
                2 * HUGE,
                11,
                5,
                HUGE - 5),
            new AccountSums(
                new Account(new AccountId("bob"), "points", 0, 0, 0, 0, 3),
                new Account(new AccountId("bob"), "points", 1, 0, 0, 0, 0),
                0,
                0,
                0,
                0));
    assertThat(all(1, AuditReads::accounts)).isEqualTo(all(10, AuditReads::accounts));
  }

  @Test
  void putsStreamsAndHoldsBesideTheirMessages() {
    stream("order", "o1", 3);
    stream("order", "o2", 1);
    stream("catalog", "c", 1);
    hold("h1", HoldState.RELEASED, 2);
    hold("h2", HoldState.HELD, 1);
    message("order", "o1", 1);
    message("order", "o1", 2);
    message("order", "o1", 3);
    message("hold", "h1", 1);
    message("hold", "h1", 2);
    message("catalog", "c", 7);
    message("other", "x", 1);

    List<StreamSums> expected = List.of(
        new StreamSums(new StreamId("catalog", "c"), 1, 1, 7),
        new StreamSums(new StreamId("hold", "h1"), 2, 2, 2),
        new StreamSums(new StreamId("hold", "h2"), 1, 0, 0),
        new StreamSums(new StreamId("order", "o1"), 3, 3, 3),
        new StreamSums(new StreamId("order", "o2"), 1, 0, 0));
    for (int size : new int[] {1, 2, 3, 4, 5, 6}) {
      assertThat(all(size, AuditReads::streams)).isEqualTo(expected);
    }
  }

  @Test
  void listsPaymentsById() {
    List<Payment> payments = List.of(payment("P"), payment("p"), payment("q"));
    storage.inTransaction(shop, unit -> {
      payments.forEach(each -> unit.orders().put(each, false));
      return true;
    });

    for (int size : new int[] {1, 2, 3}) {
      assertThat(all(size, AuditReads::payments)).isEqualTo(payments);
    }
  }

  @Test
  @DisplayName("R-STO-45 another shop's rows are not summed")
  void keepsShopsApart() {
    CellKey tea = CellKey.of(CellClass.WAREHOUSE, "wh:main", "tea");
    entry(tea, NOON, null, 5, 0, 0, 0, 0);
    account("ann", 1, 0, 0, 0);
    stream("order", "o1", 1);
    hold("h", HoldState.HELD, 1);
    nextShop();

    assertThat(all(9, AuditReads::cells)).isEmpty();
    assertThat(all(9, AuditReads::accounts)).isEmpty();
    assertThat(all(9, AuditReads::streams)).isEmpty();
    assertThat(all(9, AuditReads::holds)).isEmpty();
    assertThat(all(9, AuditReads::payments)).isEmpty();
  }

  private interface Read<T> {
    Page<T> page(AuditReads audit, Page.Request page);
  }

  private <T> Page<T> read(Read<T> read, Page.Request page) {
    return storage.inTransaction(shop, unit -> read.page(unit.audit(), page));
  }

  private <T> List<T> all(int size, Read<T> read) {
    Function<Page.Request, Page<T>> pages = page -> read(read, page);
    return RowStoresTest.pages(size, pages);
  }

  private void write(TableRecord<?> row) {
    storage.run((dsl, state) -> dsl.insertInto(row.getTable()).set(row).execute());
  }

  private void cell(
      CellKey key,
      long limit,
      long held,
      long consumed,
      long over,
      long safe,
      long less,
      long ver) {
    var row = new AkCellRecord(
        shop.value(),
        key.cls().number(),
        key.pool(),
        key.item(),
        key.bucket(),
        limit,
        held,
        consumed,
        over,
        safe,
        less,
        ver);
    write(row);
  }

  private void entry(
      CellKey key,
      Instant at,
      @Nullable Long cap,
      long limit,
      long held,
      long consumed,
      long over,
      long safe) {
    AkCellEntryRecord row = AK_CELL_ENTRY.newRecord();
    row.setShop(shop.value());
    row.setEntryId("e" + numbers.incrementAndGet());
    row.setCls(key.cls().number());
    row.setPool(key.pool());
    row.setItem(key.item());
    row.setBucket(key.bucket());
    row.setKind("HOLD");
    row.setDLimit(limit);
    row.setDHeld(held);
    row.setDConsumed(consumed);
    row.setDOverdraft(over);
    row.setDSafety(safe);
    row.setCap(cap);
    row.setRef("ref");
    row.setMadeAt(at);
    write(row);
  }

  private void hold(String id, HoldState state, long version) {
    AkHoldRecord row = AK_HOLD.newRecord();
    row.setShop(shop.value());
    row.setHoldId(id);
    row.setOwner("cart");
    row.setState(state.name());
    row.setExpiresAt(NOON);
    row.setDueAt(NOON);
    row.setVer(version);
    row.setCreatedAt(NOON);
    write(row);
  }

  private void line(String hold, int no, CellKey key, long qty, long held, long consumed) {
    AkHoldLineRecord row = AK_HOLD_LINE.newRecord();
    row.setShop(shop.value());
    row.setHoldId(hold);
    row.setLineNo(no);
    row.setCls(key.cls().number());
    row.setPool(key.pool());
    row.setItem(key.item());
    row.setBucket(key.bucket());
    row.setQty(qty);
    row.setConfirmedQty(0L);
    row.setBackQty(0L);
    row.setPostedHeld(held);
    row.setPostedConsumed(consumed);
    write(row);
  }

  private void account(String id, long available, long pending, long held, long debt) {
    AkLedgerAccountRecord row = AK_LEDGER_ACCOUNT.newRecord();
    row.setShop(shop.value());
    row.setAccount(id);
    row.setUnit("points");
    row.setAvailable(available);
    row.setPending(pending);
    row.setHeld(held);
    row.setDebt(debt);
    row.setVer(3L);
    write(row);
  }

  private void entry(String from, String fromPart, String to, String toPart, long amount) {
    AkLedgerEntryRecord row = AK_LEDGER_ENTRY.newRecord();
    row.setShop(shop.value());
    row.setEntryId("e" + numbers.incrementAndGet());
    row.setUnit("points");
    row.setOpKey("op" + numbers.get());
    row.setOpNo(1);
    row.setKind("EARN");
    row.setFromAccount(from);
    row.setFromPart(fromPart);
    row.setToAccount(to);
    row.setToPart(toPart);
    row.setAmount(amount);
    row.setValueAt(NOON);
    row.setRef("ref");
    row.setMadeAt(NOON);
    write(row);
  }

  private void lot(String account, String id, long left, long held, @Nullable Instant matured) {
    AkLedgerLotRecord row = AK_LEDGER_LOT.newRecord();
    row.setShop(shop.value());
    row.setAccount(account);
    row.setLotId(id);
    row.setGranted(left + held);
    row.setRemaining(left);
    row.setHeld(held);
    row.setAvailableAt(matured);
    row.setSource("order");
    write(row);
  }

  private void alloc(String account, String lot, long remaining, long held) {
    AkLedgerAllocRecord row = AK_LEDGER_ALLOC.newRecord();
    row.setShop(shop.value());
    row.setUnit("points");
    row.setOpKey("op" + numbers.incrementAndGet());
    row.setAllocNo(1);
    row.setOpNo(1);
    row.setAccount(account);
    row.setLotId(lot);
    row.setDRemaining(remaining);
    row.setDHeld(held);
    write(row);
  }

  private void stream(String type, String id, long version) {
    AkStreamRecord row = AK_STREAM.newRecord();
    row.setShop(shop.value());
    row.setStreamType(type);
    row.setStreamId(id);
    row.setVer(version);
    write(row);
  }

  private void message(String type, String id, long sequence) {
    AkOutboxRecord row = AK_OUTBOX.newRecord();
    row.setShop(shop.value());
    row.setAggType(type);
    row.setAggId(id);
    row.setAggSeq(sequence);
    row.setPart(0);
    row.setEventId("m" + numbers.incrementAndGet());
    row.setType("Happened");
    row.setPayload("{}");
    row.setMadeAt(NOON);
    write(row);
  }

  private static Payment payment(String id) {
    Money amount = Money.of(CurrencyCode.of("CNY"), HUGE);
    return new Payment(
        new PaymentId(id),
        "alipay",
        Payment.State.CAPTURED,
        amount,
        amount,
        amount,
        amount,
        Optional.of("g"),
        2);
  }
}
