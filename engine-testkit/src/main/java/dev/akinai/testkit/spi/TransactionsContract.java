package dev.akinai.testkit.spi;

import static dev.akinai.testkit.spi.Samples.CUP;
import static dev.akinai.testkit.spi.Samples.TEA;
import static dev.akinai.testkit.spi.Samples.cell;
import static dev.akinai.testkit.spi.Samples.claim;
import static dev.akinai.testkit.spi.Samples.fact;
import static dev.akinai.testkit.spi.Samples.message;
import static dev.akinai.testkit.spi.Samples.order;
import static dev.akinai.testkit.spi.Samples.receipt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.akinai.base.Page;
import dev.akinai.event.StreamId;
import dev.akinai.ledger.Posting;
import dev.akinai.order.ExternalRef;
import dev.akinai.order.OrderId;
import dev.akinai.quota.HoldId;
import dev.akinai.spi.AuditReads;
import dev.akinai.spi.Inbox;
import dev.akinai.spi.Operations;
import dev.akinai.spi.Storage;
import dev.akinai.spi.UnitOfWork;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** R-STO-01, 02, 06: a unit of work is one transaction. */
interface TransactionsContract extends ContractPart {

  /** One row in each of several stores. */
  private static void writeEverywhere(UnitOfWork unit) {
    assertEquals(
        Operations.Answer.Status.NEW,
        unit.operations().claim(claim("k", "c", "r")).status());
    unit.cells().post(receipt(TEA, 5), "everywhere");
    HoldSteps.open(unit, "h-1", Optional.of("cart-1"), TEA, 2);
    assertTrue(unit.streams().append(order("o-1"), 0, List.of(fact(1))));
    unit.outbox().add(List.of(message(order("o-1"), 1)));
    assertTrue(unit.inbox().claim("mailer", "m-1"));
    assertEquals(
        new OrderId("o-1"), unit.orders().claim(new ExternalRef("web", "7"), new OrderId("o-1")));
    assertEquals(
        Posting.Result.POSTED,
        LedgerSteps.post(unit, LedgerSteps.earn("lot-1", 9, LedgerSteps.NEVER), "everywhere"));
  }

  private static int rowsSeen(UnitOfWork unit) {
    int rows = unit.operations().claim(claim("k", "c", "probe")).status()
            == Operations.Answer.Status.REPLAYED
        ? 1
        : 0;
    rows += cell(unit, TEA).limit() == 5 && cell(unit, TEA).held() == 2 ? 1 : 0;
    rows += unit.holds().find(new HoldId("h-1")).isPresent() ? 1 : 0;
    rows += unit.streams().read(order("o-1"), 0).size();
    rows += messages(unit, order("o-1"));
    rows += unit.inbox().claim("mailer", "m-1") ? 0 : 1;
    rows += unit.orders().find(new ExternalRef("web", "7")).isPresent() ? 1 : 0;
    rows += unit.ledger().find(LedgerSteps.ANN).filter(a -> a.available() == 9).isPresent() ? 1 : 0;
    return rows;
  }

  private static int messages(UnitOfWork unit, StreamId stream) {
    return unit.audit().streams(Page.Request.first(500)).items().stream()
        .filter(each -> each.stream().equals(stream))
        .mapToInt(each -> (int) each.messages())
        .sum();
  }

  @Test
  @DisplayName("R-STO-01 what a unit wrote is visible in whole after it returns")
  default void keepsAllOfAUnit() {
    String answer = bench().in(unit -> {
      writeEverywhere(unit);
      return "done";
    });

    assertEquals("done", answer);
    assertEquals(8, bench().in(TransactionsContract::rowsSeen));
  }

  @Test
  @DisplayName(
      "R-STO-01 nothing of a unit is kept if its work throws, and the caller gets what it threw")
  default void keepsNothingOfAUnitThatThrows() {
    var refused = new IllegalArgumentException("the caller's own");

    RuntimeException thrown = assertThrows(
        IllegalArgumentException.class,
        () -> bench().run(unit -> {
          writeEverywhere(unit);
          throw refused;
        }));

    assertSame(refused, thrown);
    assertEquals(0, bench().in(TransactionsContract::rowsSeen));
  }

  @Test
  @DisplayName("R-STO-01 an error that the work throws undoes the unit too")
  default void keepsNothingAfterAnError() {
    assertThrows(
        AssertionError.class,
        () -> bench().run(unit -> {
          unit.cells().post(receipt(TEA, 5), "error");
          throw new AssertionError("the caller's own");
        }));

    assertEquals(0, cell(bench(), TEA).version());
  }

  @Test
  @DisplayName("R-STO-01 a closed storage runs nothing, and may be closed twice")
  default void runsNothingOnceClosed() {
    Storage storage = bench().storage();
    storage.close();
    storage.close();
    var ran = new AtomicBoolean();

    assertThrows(IllegalStateException.class, () -> bench().run(unit -> ran.set(true)));

    assertFalse(ran.get());
  }

  @Test
  @DisplayName("R-STO-02 a unit sees its own writes in every read")
  default void seesItsOwnWrites() {
    int seen = bench().in(unit -> {
      writeEverywhere(unit);
      return rowsSeen(unit);
    });

    assertEquals(8, seen);
  }

  @Test
  @DisplayName("R-STO-02 a unit sees its own writes in the sums of the audit")
  default void seesItsOwnSums() {
    AuditReads.CellSums sums = bench().in(unit -> {
      unit.cells().post(receipt(TEA, 5), "own");
      HoldSteps.open(unit, "h-1", Optional.empty(), TEA, 2);
      return unit.audit().cells(Page.Request.first(10)).items().get(0);
    });

    assertEquals(TEA, sums.key());
    assertEquals(5, sums.entries().limit());
    assertEquals(2, sums.linesHeld());
  }

  @Test
  @DisplayName("R-STO-02 nothing of an unfinished unit is visible outside it")
  default void hidesAnUnfinishedUnit() throws Exception {
    Bench bench = bench();
    var finished = new AtomicBoolean();
    var seenTooEarly = new AtomicBoolean();
    var reader = new AtomicReference<CompletableFuture<Boolean>>();

    bench.run(unit -> {
      unit.cells().post(receipt(TEA, 5), "hidden-1");
      unit.cells().post(receipt(CUP, 5), "hidden-2");
      assertTrue(unit.streams().append(order("o-1"), 0, List.of(fact(1))));
      reader.set(Crowd.aside(() -> bench.retrying(other -> {
        boolean sees = cell(other, TEA).limit() != 0
            || cell(other, CUP).limit() != 0
            || !other.streams().read(order("o-1"), 0).isEmpty();
        seenTooEarly.compareAndSet(false, sees && !finished.get());
        return sees;
      })));
      Crowd.pause(Duration.ofMillis(300));
      finished.set(true);
    });
    Crowd.result(Objects.requireNonNull(reader.get()));

    assertFalse(seenTooEarly.get(), "another unit saw rows of an open one");
    assertEquals(5, cell(bench, TEA).limit());
  }

  @Test
  @DisplayName(
      "R-STO-06 a unit inside a unit on the same thread is refused before anything is written")
  default void refusesAUnitInsideAUnit() {
    var ran = new AtomicBoolean();

    bench().run(unit -> {
      unit.cells().post(receipt(TEA, 5), "outer");
      assertThrows(RuntimeException.class, () -> bench().run(inner -> ran.set(true)));
      unit.cells().post(receipt(CUP, 5), "outer-after");
    });

    assertFalse(ran.get(), "the inner work ran");
    assertEquals(5, cell(bench(), TEA).limit());
    assertEquals(5, cell(bench(), CUP).limit());
  }

  @Test
  @DisplayName("R-STO-06 a unit of another shop inside a unit is refused as well")
  default void refusesAUnitOfAnotherShop() {
    var ran = new AtomicBoolean();

    assertThrows(
        RuntimeException.class,
        () -> bench().run(unit -> bench().runIn(Bench.OTHER_SHOP, inner -> ran.set(true))));

    assertFalse(ran.get(), "the inner work ran");
    assertTrue(bench().in(unit -> unit.inbox().advance("mailer", order("o-1"), 1))
        == Inbox.Step.APPLY);
  }
}
