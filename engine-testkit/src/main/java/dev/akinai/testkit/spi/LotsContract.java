package dev.akinai.testkit.spi;

import static dev.akinai.testkit.spi.LedgerSteps.ANN;
import static dev.akinai.testkit.spi.LedgerSteps.NEVER;
import static dev.akinai.testkit.spi.LedgerSteps.NEXT_YEAR;
import static dev.akinai.testkit.spi.LedgerSteps.NOON;
import static dev.akinai.testkit.spi.LedgerSteps.POINTS;
import static dev.akinai.testkit.spi.LedgerSteps.account;
import static dev.akinai.testkit.spi.LedgerSteps.earn;
import static dev.akinai.testkit.spi.LedgerSteps.entry;
import static dev.akinai.testkit.spi.LedgerSteps.expire;
import static dev.akinai.testkit.spi.LedgerSteps.hold;
import static dev.akinai.testkit.spi.LedgerSteps.lots;
import static dev.akinai.testkit.spi.LedgerSteps.mature;
import static dev.akinai.testkit.spi.LedgerSteps.post;
import static dev.akinai.testkit.spi.LedgerSteps.spend;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.akinai.ledger.Account;
import dev.akinai.ledger.Lot;
import dev.akinai.ledger.LotChange;
import dev.akinai.ledger.Part;
import dev.akinai.ledger.Posting;
import dev.akinai.ledger.Posting.Result;
import dev.akinai.spi.Storage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** R-STO-32 and 33: units that were earned together expire together. */
interface LotsContract extends ContractPart {

  private static Optional<Instant> inDays(int days) {
    return Optional.of(NOON.plus(Duration.ofDays(days)));
  }

  @Test
  @DisplayName("R-STO-32 an account is made by its first lock, with zeros")
  default void makesAnAccount() {
    assertEquals(Optional.empty(), bench().in(unit -> unit.ledger().find(ANN)));

    Account made = bench().in(unit -> unit.ledger().lock(ANN, POINTS));

    assertEquals(POINTS, made.unit());
    assertEquals(0, made.available() + made.pending() + made.held() + made.debt());
  }

  @Test
  @DisplayName("R-STO-32 lots come by expiry and id, never-expiring ones last, pending ones marked")
  default void listsLotsInOrder() {
    assertEquals(Result.POSTED, post(bench(), earn("never", 1, NEVER)));
    assertEquals(Result.POSTED, post(bench(), earn("b", 2, inDays(10))));
    assertEquals(Result.POSTED, post(bench(), earn("B", 3, inDays(10))));
    assertEquals(Result.POSTED, post(bench(), earn("late", 4, inDays(90))));
    assertEquals(
        Result.POSTED, post(bench(), earn("earn:p", "pending", 5, Optional.empty(), inDays(1))));
    assertEquals(Result.POSTED, post(bench(), earn("soon", 6, inDays(2))));

    List<Lot> lots = lots(bench());

    assertEquals(
        List.of("pending", "soon", "B", "b", "late", "never"),
        lots.stream().map(Lot::id).toList());
    assertFalse(lots.get(0).isSpendableAt(NOON));
    assertTrue(lots.get(1).isSpendableAt(NOON));
    assertEquals(16, account(bench()).available());
    assertEquals(5, account(bench()).pending());
  }

  @Test
  @DisplayName("R-STO-32 a lot reads back as it was made, and leaves the list when nothing is left")
  default void readsALotBack() {
    assertEquals(Result.POSTED, post(bench(), earn("lot-1", 10, NEXT_YEAR)));
    assertEquals(
        List.of(new Lot(ANN, "lot-1", 10, 10, 0, Optional.of(NOON), NEXT_YEAR, "order:1")),
        lots(bench()));

    assertEquals(Result.POSTED, post(bench(), hold("hold:1", "lot-1", 10)));
    assertEquals(
        List.of(new Lot(ANN, "lot-1", 10, 0, 10, Optional.of(NOON), NEXT_YEAR, "order:1")),
        lots(bench()));

    assertEquals(Result.POSTED, post(bench(), LedgerSteps.capture("capture:1", "lot-1", 10)));
    assertEquals(List.of(), lots(bench()));
  }

  @Test
  @DisplayName(
      "R-STO-32 a reversal finds the lots and amounts of what it reverses, and gives them back")
  default void reversesExactly() {
    assertEquals(Result.POSTED, post(bench(), earn("lot-1", 10, inDays(5))));
    assertEquals(Result.POSTED, post(bench(), earn("lot-2", 10, NEVER)));
    List<Lot> before = lots(bench());
    assertEquals(Result.POSTED, post(bench(), spendOfTwoLots()));
    assertEquals(List.of("lot-2"), lots(bench()).stream().map(Lot::id).toList());

    List<LotChange> touched = bench().in(unit -> unit.ledger().lotChanges(POINTS, "spend:1"));
    var back = new ArrayList<LotChange>();
    for (LotChange each : touched) {
      back.add(
          new LotChange(1, each.account(), each.lot(), -each.remaining(), 0, Optional.empty()));
    }
    var refund = new Posting(
        POINTS,
        "refund:1",
        List.of(
            entry(1, "REFUND", LedgerSteps.REDEMPTION, Part.AVAILABLE, ANN, Part.AVAILABLE, 14)),
        List.of(),
        back);
    assertEquals(Result.POSTED, post(bench(), refund));

    assertEquals(spendOfTwoLots().lotChanges(), touched);
    assertEquals(before, lots(bench()));
  }

  private static Posting spendOfTwoLots() {
    return new Posting(
        POINTS,
        "spend:1",
        List.of(entry(1, "SPEND", ANN, Part.AVAILABLE, LedgerSteps.REDEMPTION, Part.AVAILABLE, 14)),
        List.of(),
        List.of(LedgerSteps.lot("lot-1", -10, 0), LedgerSteps.lot("lot-2", -4, 0)));
  }

  @Test
  @DisplayName("R-STO-33 accounts with an expired lot are due until it is expired")
  default void listsDueAccounts() {
    assertEquals(Result.POSTED, post(bench(), earn("lot-1", 10, inDays(5))));
    assertEquals(Result.POSTED, post(bench(), earn("lot-2", 10, inDays(50))));
    Instant expiry = inDays(5).orElseThrow();
    assertEquals(List.of(), dueAt(expiry.minusMillis(1)));
    assertFalse(hasWork(expiry.minusMillis(1)));

    assertEquals(List.of(ANN), dueAt(expiry).stream().map(Account::id).toList());
    assertTrue(hasWork(expiry));
    assertEquals(Result.POSTED, post(bench(), expire("lot-1", 10)));

    assertEquals(List.of(), dueAt(expiry));
    assertFalse(hasWork(expiry));
  }

  private List<Account> dueAt(Instant now) {
    return bench().in(unit -> unit.ledger().due(now, 10));
  }

  private boolean hasWork(Instant now) {
    return bench().storage().shopsWithWork(Storage.Work.LOTS, now, 10).contains(Bench.SHOP);
  }

  @Test
  @DisplayName("R-STO-33 a lot matures once, whoever of 32 workers does it")
  default void maturesOnce() throws Exception {
    assertEquals(
        Result.POSTED, post(bench(), earn("earn:1", "lot-1", 10, Optional.empty(), NEVER)));
    assertEquals(Result.SHORT, post(bench(), spend("spend:1", "lot-1", 1)));

    List<Result> results = Crowd.of(Bench.THREADS, i -> post(bench(), mature("lot-1", 10, NOON)));

    assertEquals(1, Collections.frequency(results, Result.POSTED));
    assertEquals(Bench.THREADS - 1, Collections.frequency(results, Result.REPEATED));
    assertEquals(10, account(bench()).available());
    assertEquals(0, account(bench()).pending());
    assertEquals(Optional.of(NOON), lots(bench()).get(0).availableAt());
  }

  @Test
  @DisplayName("R-STO-33 a lot expires once, whoever of 32 workers does it, while others spend")
  default void expiresOnce() throws Exception {
    assertEquals(Result.POSTED, post(bench(), earn("lot-1", 10, inDays(5))));

    List<Result> results = Crowd.of(
        Bench.THREADS,
        i -> post(bench(), i % 4 == 0 ? spend("spend:" + i, "lot-1", 10) : expire("lot-1", 10)));

    assertEquals(1, Collections.frequency(results, Result.POSTED), results::toString);
    assertEquals(0, account(bench()).available());
    assertEquals(List.of(), lots(bench()));
  }
}
