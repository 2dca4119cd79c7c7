package dev.akinai.testkit.spi;

import static dev.akinai.testkit.spi.LedgerSteps.ANN;
import static dev.akinai.testkit.spi.LedgerSteps.NEVER;
import static dev.akinai.testkit.spi.LedgerSteps.account;
import static dev.akinai.testkit.spi.LedgerSteps.earn;
import static dev.akinai.testkit.spi.LedgerSteps.spend;
import static dev.akinai.testkit.spi.Samples.TEA;
import static dev.akinai.testkit.spi.Samples.cell;
import static dev.akinai.testkit.spi.Samples.claim;
import static dev.akinai.testkit.spi.Samples.fact;
import static dev.akinai.testkit.spi.Samples.order;
import static dev.akinai.testkit.spi.Samples.put;
import static dev.akinai.testkit.spi.Samples.taking;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.akinai.ledger.Posting.Result;
import dev.akinai.quota.HoldId;
import dev.akinai.quota.HoldState;
import dev.akinai.spi.Operations.Answer.Status;
import dev.akinai.spi.UnitOfWork;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** R-STO-46: the rules hold at the isolation of the run, also after plain reads in the same unit. */
interface IsolationContract extends ContractPart {

  /**
   * Two units that want the same thing: the first reads plainly, the second runs while the first is open, then the first writes.
   * The storage may make one of them wait, or run again.
   *
   * @return how many of the two won
   */
  private int race(Consumer<UnitOfWork> plainRead, Predicate<UnitOfWork> wins) throws Exception {
    Bench bench = bench();
    var other = new AtomicReference<CompletableFuture<Boolean>>();
    boolean first = bench.retrying(unit -> {
      plainRead.accept(unit);
      if (other.get() == null) {
        other.set(Crowd.aside(() -> bench.retrying(wins::test)));
        Crowd.pause(Duration.ofMillis(400));
      }
      return wins.test(unit);
    });
    boolean second = Crowd.result(Objects.requireNonNull(other.get()));
    return (first ? 1 : 0) + (second ? 1 : 0);
  }

  @Test
  @DisplayName("R-STO-46 a take after a plain read decides on the newest committed counters")
  default void takesOnTheNewestCounters() throws Exception {
    put(bench(), TEA, 1);

    int winners = race(
        unit -> assertTrue(cell(unit, TEA).limit() == 1),
        unit -> unit.cells().take(taking(TEA, 1), bench().next("race")).isEmpty());

    assertEquals(1, winners);
    assertEquals(1, cell(bench(), TEA).held());
  }

  @Test
  @DisplayName("R-STO-46 a hold that was read plainly is resolved once")
  default void resolvesTheNewestHold() throws Exception {
    HoldId id = HoldSteps.open(bench(), TEA, 1);

    int winners = race(
        unit -> assertTrue(unit.holds().find(id).isPresent()),
        unit -> unit.holds().resolve(id, HoldState.CONFIRMED, false));

    assertEquals(1, winners);
  }

  @Test
  @DisplayName("R-STO-46 locking an account after a plain read gives its newest balances")
  default void spendsTheNewestBalance() throws Exception {
    assertEquals(Result.POSTED, LedgerSteps.post(bench(), earn("lot-1", 10, NEVER)));

    int winners = race(unit -> assertTrue(unit.ledger().find(ANN).isPresent()), unit -> {
      String key = bench().next("spend");
      boolean enough = unit.ledger().lock(ANN, LedgerSteps.POINTS).available() >= 10;
      return enough && LedgerSteps.post(unit, spend(key, "lot-1", 10), key) == Result.POSTED;
    });

    assertEquals(1, winners);
    assertEquals(0, account(bench()).available());
  }

  @Test
  @DisplayName("R-STO-46 a stream that was read plainly is appended to once at its version")
  default void appendsToTheNewestStream() throws Exception {
    int winners = race(
        unit -> assertTrue(unit.streams().read(order("o-1"), 0).size() <= 1),
        unit -> unit.streams().append(order("o-1"), 0, List.of(fact(1))));

    assertEquals(1, winners);
  }

  @Test
  @DisplayName(
      "R-STO-46 a key or message claimed by another unit after a plain read is claimed once")
  default void claimsOnceAfterAPlainRead() throws Exception {
    int claims = race(
        unit -> assertTrue(cell(unit, TEA).version() == 0),
        unit -> unit.operations().claim(claim("k", "c", bench().next("r"))).status() == Status.NEW);
    int messages = race(
        unit -> assertTrue(cell(unit, TEA).version() == 0),
        unit -> unit.inbox().claim("mailer", "m-1"));

    assertEquals(1, claims);
    assertEquals(1, messages);
  }
}
