package dev.akinai.testkit.spi;

import static dev.akinai.testkit.spi.LedgerSteps.ANN;
import static dev.akinai.testkit.spi.LedgerSteps.ISSUANCE;
import static dev.akinai.testkit.spi.LedgerSteps.NEVER;
import static dev.akinai.testkit.spi.LedgerSteps.NOON;
import static dev.akinai.testkit.spi.LedgerSteps.POINTS;
import static dev.akinai.testkit.spi.LedgerSteps.account;
import static dev.akinai.testkit.spi.LedgerSteps.capture;
import static dev.akinai.testkit.spi.LedgerSteps.earn;
import static dev.akinai.testkit.spi.LedgerSteps.entry;
import static dev.akinai.testkit.spi.LedgerSteps.hold;
import static dev.akinai.testkit.spi.LedgerSteps.lot;
import static dev.akinai.testkit.spi.LedgerSteps.lots;
import static dev.akinai.testkit.spi.LedgerSteps.move;
import static dev.akinai.testkit.spi.LedgerSteps.owe;
import static dev.akinai.testkit.spi.LedgerSteps.post;
import static dev.akinai.testkit.spi.LedgerSteps.release;
import static dev.akinai.testkit.spi.LedgerSteps.spend;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.akinai.base.Page;
import dev.akinai.ledger.Account;
import dev.akinai.ledger.LedgerEntry;
import dev.akinai.ledger.Lot;
import dev.akinai.ledger.LotChange;
import dev.akinai.ledger.Part;
import dev.akinai.ledger.Posting;
import dev.akinai.ledger.Posting.Result;
import dev.akinai.spi.AuditReads;
import dev.akinai.spi.StorageException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** R-STO-28 to 31: a business key is written once, and balances can be proved. */
interface LedgerContract extends ContractPart {

  private List<LedgerEntry> entries(String key) {
    return bench().in(unit -> unit.ledger().entries(POINTS, key));
  }

  @Test
  @DisplayName("R-STO-28 a business key is written once: the same content again changes nothing")
  default void writesAKeyOnce() {
    Posting earned = earn("lot-1", 100, NEVER);

    assertEquals(Result.POSTED, post(bench(), earned));
    assertEquals(Result.REPEATED, post(bench(), earned));
    assertEquals(Result.REPEATED, post(bench(), earned));

    assertEquals(earned.entries(), entries("earn:lot-1"));
    assertEquals(100, account(bench()).available());
    assertEquals(1, lots(bench()).size());
  }

  @Test
  @DisplayName("R-STO-28 other content under a written key is refused and changes nothing")
  default void refusesAReusedKey() {
    assertEquals(Result.POSTED, post(bench(), earn("lot-1", 100, NEVER)));

    assertEquals(
        Result.KEY_REUSED,
        post(bench(), earn("earn:lot-1", "lot-2", 100, Optional.of(NOON), NEVER)));
    assertEquals(
        Result.KEY_REUSED,
        post(bench(), earn("earn:lot-1", "lot-1", 101, Optional.of(NOON), NEVER)));

    assertEquals(100, account(bench()).available());
    assertEquals(List.of(), entries("earn:lot-2"));
  }

  @Test
  @DisplayName("R-STO-28 an operation keeps all its entries, in order")
  default void keepsAllEntries() {
    assertEquals(Result.POSTED, post(bench(), earn("lot-1", 100, NEVER)));
    var both = new Posting(
        POINTS,
        "both",
        List.of(
            entry(1, "SPEND", ANN, Part.AVAILABLE, LedgerSteps.REDEMPTION, Part.AVAILABLE, 30),
            entry(2, "HOLD", ANN, Part.AVAILABLE, ANN, Part.HELD, 20)),
        List.of(),
        List.of(lot("lot-1", -30, 0), new LotChange(2, ANN, "lot-1", -20, 20, Optional.empty())));

    assertEquals(Result.POSTED, post(bench(), both));

    assertEquals(both.entries(), entries("both"));
    assertEquals(both.lotChanges(), bench().in(unit -> unit.ledger().lotChanges(POINTS, "both")));
    assertEquals(Result.REPEATED, post(bench(), both));
  }

  @Test
  @DisplayName("R-STO-28 of 32 callers with one business key one writes it")
  default void writesAKeyOnceAmongMany() throws Exception {
    for (int round = 0; round < 5; round++) {
      Posting earned = earn("lot-" + round, 10, NEVER);

      List<Result> results = Crowd.of(Bench.THREADS, i -> post(bench(), earned));

      assertEquals(1, Collections.frequency(results, Result.POSTED));
      assertEquals(Bench.THREADS - 1, Collections.frequency(results, Result.REPEATED));
      assertEquals(10L * (round + 1), account(bench()).available());
    }
  }

  @Test
  @DisplayName("R-STO-29 entries and allocations stay as they were written, whatever follows")
  default void keepsEntriesAsWritten() {
    Posting earned = earn("lot-1", 100, NEVER);
    assertEquals(Result.POSTED, post(bench(), earned));
    assertEquals(Result.POSTED, post(bench(), spend("spend:1", "lot-1", 30)));
    assertEquals(Result.POSTED, post(bench(), hold("hold:1", "lot-1", 20)));
    assertEquals(Result.KEY_REUSED, post(bench(), spend("earn:lot-1", "lot-1", 1)));
    assertEquals(Result.SHORT, post(bench(), spend("spend:2", "lot-1", 999)));

    assertEquals(earned.entries(), entries("earn:lot-1"));
    assertEquals(
        earned.lotChanges(), bench().in(unit -> unit.ledger().lotChanges(POINTS, "earn:lot-1")));
    assertEquals(
        List.of("EARN", "SPEND", "HOLD"),
        history().stream().map(LedgerEntry::kind).toList());
    assertEquals(List.of(), entries("spend:2"));
  }

  private List<LedgerEntry> history() {
    return bench()
        .in(unit -> unit.ledger().history(ANN, Page.Request.first(100)).items());
  }

  @Test
  @DisplayName("R-STO-30 balances equal the sums of entries and lots after 150 random operations")
  default void provesItsBalances() {
    var random = new Random(30);
    for (int step = 0; step < 150; step++) {
      Posting posting = random(random, "random:" + step);
      Account before = account(bench());
      Result result = post(bench(), posting);
      assertTrue(
          result == Result.POSTED || account(bench()).equals(unversioned(before)), "changed");
    }

    AuditReads.AccountSums sums =
        bench().in(unit -> unit.audit().accounts(Page.Request.first(10)).items().get(0));
    Account stored = sums.stored();
    assertEquals(stored.available(), sums.entries().available());
    assertEquals(stored.pending(), sums.entries().pending());
    assertEquals(stored.held(), sums.entries().held());
    assertEquals(stored.debt(), sums.entries().debt());
    assertEquals(stored.available(), sums.lotsAvailable());
    assertEquals(stored.pending(), sums.lotsPending());
    assertEquals(stored.held(), sums.lotsHeld());
    assertEquals(stored.available() + stored.pending() + stored.held(), sums.allocations());
  }

  /** Locking may raise the version: balances are compared. */
  private Account unversioned(Account before) {
    return new Account(
        before.id(),
        before.unit(),
        before.available(),
        before.pending(),
        before.held(),
        before.debt(),
        account(bench()).version());
  }

  private Posting random(Random random, String key) {
    List<Lot> lots = lots(bench());
    int units = 1 + random.nextInt(40);
    if (lots.isEmpty() || random.nextInt(4) == 0) {
      Optional<Instant> available = random.nextBoolean() ? Optional.of(NOON) : Optional.empty();
      return earn(key, key, units, available, NEVER);
    }
    Lot lot = lots.get(random.nextInt(lots.size()));
    if (lot.availableAt().isEmpty()) {
      return LedgerSteps.mature(lot.id(), lot.remaining(), NOON);
    }
    return switch (random.nextInt(4)) {
      case 0 -> spend(key, lot.id(), units);
      case 1 -> hold(key, lot.id(), units);
      case 2 -> release(key, lot.id(), units);
      default -> capture(key, lot.id(), units);
    };
  }

  @Test
  @DisplayName("R-STO-30 a claw-back beyond what is there is short; the rest is owed openly")
  default void owesInsteadOfClamping() {
    assertEquals(Result.POSTED, post(bench(), earn("lot-1", 10, NEVER)));
    Posting tooMuch = move(
        "claw:1",
        entry(1, "CLAW", ANN, Part.AVAILABLE, ISSUANCE, Part.AVAILABLE, 15),
        lot("lot-1", -15, 0));

    assertEquals(Result.SHORT, post(bench(), tooMuch));
    Posting available = move(
        "claw:1",
        entry(1, "CLAW", ANN, Part.AVAILABLE, ISSUANCE, Part.AVAILABLE, 10),
        lot("lot-1", -10, 0));
    assertEquals(Result.POSTED, post(bench(), available));
    assertEquals(Result.POSTED, post(bench(), owe("claw:1:rest", 5)));

    assertEquals(0, account(bench()).available());
    assertEquals(5, account(bench()).debt());
    Posting repaid =
        move("repay:1", entry(1, "REPAY", ISSUANCE, Part.AVAILABLE, ANN, Part.DEBT, 6));
    assertEquals(Result.SHORT, post(bench(), repaid));
  }

  @Test
  @DisplayName("R-STO-30 debt beside available units is never kept")
  default void neverOwesWhileUnitsAreAvailable() {
    assertEquals(Result.POSTED, post(bench(), earn("lot-1", 10, NEVER)));

    Result result;
    try {
      result = post(bench(), owe("claw:1", 5));
    } catch (StorageException e) {
      assertEquals(StorageException.Failure.BROKEN, e.failure());
      result = Result.SHORT;
    }

    assertNotEquals(Result.POSTED, result);
    assertEquals(0, account(bench()).debt());
    assertEquals(10, account(bench()).available());
    assertEquals(List.of(), entries("claw:1"));
  }

  @Test
  @DisplayName("R-STO-31 a spend or hold above what is available changes nothing")
  default void refusesToOverspend() {
    assertEquals(Result.POSTED, post(bench(), earn("lot-1", 10, NEVER)));
    assertEquals(Result.POSTED, post(bench(), hold("hold:1", "lot-1", 4)));

    assertEquals(Result.SHORT, post(bench(), spend("spend:1", "lot-1", 7)));
    assertEquals(Result.SHORT, post(bench(), hold("hold:2", "lot-1", 7)));
    assertEquals(Result.SHORT, post(bench(), release("release:1", "lot-1", 5)));

    Account after = account(bench());
    assertEquals(6, after.available());
    assertEquals(4, after.held());
    Lot lot = lots(bench()).get(0);
    assertEquals(6, lot.remaining());
    assertEquals(4, lot.held());
    assertEquals(List.of(), entries("spend:1"));
    assertEquals(Result.POSTED, post(bench(), spend("spend:1", "lot-1", 6)));
  }

  @Test
  @DisplayName("R-STO-31 a lot gives no more than it has, even if the account has more")
  default void refusesToOverdrawALot() {
    assertEquals(Result.POSTED, post(bench(), earn("lot-1", 10, NEVER)));
    assertEquals(Result.POSTED, post(bench(), earn("lot-2", 10, NEVER)));

    assertEquals(Result.SHORT, post(bench(), spend("spend:1", "lot-1", 11)));

    assertEquals(20, account(bench()).available());
    assertEquals(List.of(10L, 10L), lots(bench()).stream().map(Lot::remaining).toList());
  }

  @Test
  @DisplayName("R-STO-31 32 callers spend exactly what is available")
  default void spendsExactlyWhatIsThere() throws Exception {
    assertEquals(Result.POSTED, post(bench(), earn("lot-1", 20, NEVER)));

    List<Result> results =
        Crowd.of(Bench.THREADS, i -> post(bench(), spend("spend:" + i, "lot-1", 1)));

    assertEquals(20, Collections.frequency(results, Result.POSTED));
    assertEquals(12, Collections.frequency(results, Result.SHORT));
    assertEquals(0, account(bench()).available());
    assertEquals(List.of(), lots(bench()));
  }
}
