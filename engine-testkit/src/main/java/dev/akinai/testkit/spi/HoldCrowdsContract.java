package dev.akinai.testkit.spi;

import static dev.akinai.testkit.spi.HoldSteps.find;
import static dev.akinai.testkit.spi.HoldSteps.open;
import static dev.akinai.testkit.spi.Samples.TEA;
import static dev.akinai.testkit.spi.Samples.cell;
import static dev.akinai.testkit.spi.Samples.put;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.akinai.quota.Cell;
import dev.akinai.quota.Hold;
import dev.akinai.quota.HoldId;
import dev.akinai.quota.HoldState;
import dev.akinai.spi.Holds;
import dev.akinai.spi.Storage;
import dev.akinai.spi.UnitOfWork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** R-STO-21, 24, 26, 27 with 32 callers at once. */
interface HoldCrowdsContract extends ContractPart {

  private List<HoldId> openMany(int count, long units) {
    var ids = new ArrayList<HoldId>();
    for (int i = 0; i < count; i++) {
      ids.add(open(bench(), TEA, units));
    }
    return ids;
  }

  private boolean resolve(HoldId id, HoldState to) {
    return bench().retrying(unit -> unit.holds().resolve(id, to, false));
  }

  private int settleAll() {
    int settled = 0;
    for (int empty = 0; empty < 3; ) {
      String prefix = bench().next("settle");
      int now = bench().retrying(unit -> HoldSteps.settle(unit, 7, prefix));
      settled += now;
      empty = now == 0 ? empty + 1 : 0;
      assertTrue(settled < 1_000, "a settled hold stays due");
    }
    return settled;
  }

  @Test
  @DisplayName("R-STO-21 of 32 resolutions at once one wins, and its state stays")
  default void resolvesOnceAmongMany() throws Exception {
    for (HoldId id : openMany(8, 1)) {
      List<Optional<HoldState>> winners = Crowd.of(Bench.THREADS, i -> {
        HoldState to = i % 2 == 0 ? HoldState.CONFIRMED : HoldState.RELEASED;
        return resolve(id, to) ? Optional.of(to) : Optional.empty();
      });

      List<HoldState> won = winners.stream().flatMap(Optional::stream).toList();
      assertEquals(1, won.size());
      assertEquals(won.get(0), find(bench(), id).state());
      assertEquals(2, find(bench(), id).version());
    }
  }

  @Test
  @DisplayName("R-STO-24 32 workers settle each line once")
  default void settlesOnceAmongMany() throws Exception {
    put(bench(), TEA, 1_000);
    List<HoldId> ids = openMany(40, 3);
    for (int i = 0; i < ids.size(); i++) {
      assertTrue(resolve(ids.get(i), i % 4 == 0 ? HoldState.RELEASED : HoldState.CONFIRMED));
    }

    List<Integer> settled = Crowd.of(Bench.THREADS, i -> settleAll());
    int rest = settleAll();

    assertEquals(40, settled.stream().mapToInt(Integer::intValue).sum() + rest);
    Cell tea = cell(bench(), TEA);
    assertEquals(0, tea.held());
    assertEquals(90, tea.consumed());
    ids.forEach(id -> assertTrue(find(bench(), id).isSettled()));
  }

  @Test
  @DisplayName(
      "R-STO-26 32 workers reclaim while buyers confirm: each hold ends once, with its units")
  default void reclaimsAmongConfirms() throws Exception {
    put(bench(), TEA, 1_000);
    List<HoldId> ids = openMany(40, 2);
    bench().advance(Duration.ofMinutes(16));

    List<Integer> confirmed = Crowd.of(Bench.THREADS, i -> {
      int mine = 0;
      for (int k = i; k < ids.size() && i % 2 == 0; k += Bench.THREADS) {
        mine += resolve(ids.get(k), HoldState.CONFIRMED) ? 1 : 0;
      }
      return mine - reclaimSome();
    });
    int late = reclaimAll();
    int settled = settleAll();

    long kept = ids.stream()
        .filter(id -> find(bench(), id).state() == HoldState.CONFIRMED)
        .count();
    assertEquals(kept, settled);
    assertEquals(2 * kept - 40, confirmed.stream().mapToInt(Integer::intValue).sum() - late);
    Cell tea = cell(bench(), TEA);
    assertEquals(0, tea.held());
    assertEquals(2 * kept, tea.consumed());
  }

  private int reclaimSome() {
    String prefix = bench().next("reclaim");
    return bench().retrying(unit -> HoldSteps.reclaim(unit, 5, prefix));
  }

  private int reclaimAll() {
    int ended = 0;
    for (int now = reclaimSome(); now > 0; now = reclaimSome()) {
      ended += now;
    }
    return ended;
  }

  @Test
  @DisplayName("R-STO-26 looking for overdue holds skips those that another unit has locked")
  default void skipsLockedHolds() throws Exception {
    List<HoldId> ids = openMany(3, 1);
    bench().advance(Duration.ofMinutes(16));
    var locked = new CountDownLatch(1);
    var done = new CountDownLatch(1);
    CompletableFuture<Boolean> holder = Crowd.aside(() -> bench().retrying(unit -> {
      boolean found = unit.holds().lock(ids.get(0)).isPresent();
      locked.countDown();
      return found && await(done);
    }));
    assertTrue(await(locked));
    CompletableFuture<List<HoldId>> sweep =
        Crowd.aside(() -> bench().retrying(HoldCrowdsContract::overdue));

    boolean early = Crowd.endsWithin(sweep, Duration.ofSeconds(2));
    done.countDown();

    assertTrue(Crowd.result(holder));
    List<HoldId> found = Crowd.result(sweep);
    if (early) {
      assertEquals(List.of(ids.get(1), ids.get(2)), found);
    } else {
      // a store that runs a shop's units one after the other has nothing to skip
      assertFalse(
          bench().storage().capabilities().contains(Storage.Capability.SHARED_BY_PROCESSES),
          "the sweep waited for a locked hold");
    }
  }

  private static List<HoldId> overdue(UnitOfWork unit) {
    return unit.holds().lockDue(Holds.Due.EXPIRE, 100).stream().map(Hold::id).toList();
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Test
  @DisplayName("R-STO-27 32 replacements at once leave one open hold and its units")
  default void replacesAmongMany() throws Exception {
    put(bench(), TEA, 5);

    List<Boolean> replaced = Crowd.of(Bench.THREADS, i -> {
      String id = bench().next("replaced");
      return bench().retrying(unit -> replace(unit, id));
    });

    assertEquals(Bench.THREADS, Collections.frequency(replaced, true));
    assertEquals(2, cell(bench(), TEA).held());
    Hold open =
        bench().<Optional<Hold>>in(unit -> unit.holds().lockOpenOf("cart-1")).orElseThrow();
    assertEquals(HoldState.HELD, open.state());
  }

  /** Lets the owner's open hold go and opens the next, of two units each. */
  private static boolean replace(UnitOfWork unit, String id) {
    Optional<Hold> before = unit.holds().lockOpenOf("cart-1");
    boolean ended = before
        .map(hold -> unit.holds().resolve(hold.id(), HoldState.RELEASED, true))
        .orElse(true);
    before.ifPresent(
        hold -> HoldSteps.post(unit, List.of(hold), HoldState.RELEASED, "let-go-" + id));
    return ended && open(unit, id, Optional.of("cart-1"), TEA, 2) != null;
  }
}
