package dev.akinai.testkit.spi;

import static dev.akinai.testkit.spi.Samples.BUYER_7;
import static dev.akinai.testkit.spi.Samples.CUP;
import static dev.akinai.testkit.spi.Samples.TEA;
import static dev.akinai.testkit.spi.Samples.capped;
import static dev.akinai.testkit.spi.Samples.cell;
import static dev.akinai.testkit.spi.Samples.put;
import static dev.akinai.testkit.spi.Samples.receipt;
import static dev.akinai.testkit.spi.Samples.take;
import static dev.akinai.testkit.spi.Samples.taking;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.akinai.base.Page;
import dev.akinai.quota.Cell;
import dev.akinai.quota.CellChange;
import dev.akinai.quota.CellKey;
import dev.akinai.quota.Demand;
import dev.akinai.quota.LockPlan;
import dev.akinai.spi.AuditReads;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** R-STO-11, 12, 16 to 18 with 32 callers at once. */
interface CellCrowdsContract extends ContractPart {

  private static int sum(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).sum();
  }

  @Test
  @DisplayName("R-STO-11 32 callers sell exactly what is there")
  default void sellsExactlyWhatIsThere() throws Exception {
    put(bench(), TEA, 50);

    List<Integer> sold = Crowd.of(Bench.THREADS, i -> {
      int mine = 0;
      for (int tries = 0; tries < 6; tries++) {
        mine += take(bench(), TEA, 1) ? 1 : 0;
      }
      return mine;
    });

    assertEquals(50, sum(sold));
    assertEquals(new Cell(TEA, 50, 50, 0, 0, 0, 0, 51), cell(bench(), TEA));
  }

  @Test
  @DisplayName("R-STO-11 the last unit of a cell goes to one of 32 callers")
  default void sellsTheLastUnitOnce() throws Exception {
    for (int round = 0; round < 10; round++) {
      CellKey key = Samples.warehouse("last-" + round);
      put(bench(), key, 1);

      List<Boolean> taken = Crowd.of(Bench.THREADS, i -> take(bench(), key, 1));

      assertEquals(1, Collections.frequency(taken, true));
      assertEquals(1, cell(bench(), key).held());
    }
  }

  @Test
  @DisplayName("R-STO-12 32 callers who need two cells take from both or from none")
  default void takesBothOrNone() throws Exception {
    put(bench(), TEA, 40);
    put(bench(), CUP, 25);

    List<Boolean> taken = Crowd.of(Bench.THREADS, i -> {
      String prefix = bench().next("both");
      return bench()
          .retrying(unit -> unit.cells()
              .take(taking(Demand.of(TEA, 1), Demand.of(CUP, 1)), prefix)
              .isEmpty());
    });

    assertEquals(25, Collections.frequency(taken, true));
    assertEquals(25, cell(bench(), TEA).held());
    assertEquals(25, cell(bench(), CUP).held());
  }

  @Test
  @DisplayName("R-STO-16 after 32 callers every counter equals the sum of its entries")
  default void sumsEntriesOfACrowd() throws Exception {
    put(bench(), TEA, 30);

    Crowd.of(Bench.THREADS, i -> take(bench(), TEA, 1 + i % 3));

    List<AuditReads.CellSums> sums =
        bench().in(unit -> unit.audit().cells(Page.Request.first(10)).items());
    assertEquals(1, sums.size());
    assertEquals(sums.get(0).stored(), sums.get(0).entries());
  }

  @Test
  @DisplayName("R-STO-17 32 creators of one cell make one row and lose no unit")
  default void makesOneRow() throws Exception {
    Crowd.of(Bench.THREADS, i -> {
      String prefix = bench().next("create");
      return bench().retrying(unit -> {
        unit.cells().post(receipt(TEA, 1), prefix);
        return true;
      });
    });

    assertEquals(new Cell(TEA, 32, 0, 0, 0, 0, 0, 32), cell(bench(), TEA));
  }

  @Test
  @DisplayName(
      "R-STO-17 32 callers at once take no more than the cap they carry, also of a new cell")
  default void keepsACarriedCap() throws Exception {
    List<Boolean> taken = Crowd.of(Bench.THREADS, i -> {
      String prefix = bench().next("capped");
      return bench()
          .retrying(
              unit -> unit.cells().take(taking(capped(BUYER_7, 1, 3)), prefix).isEmpty());
    });

    assertEquals(3, Collections.frequency(taken, true));
    assertEquals(new Cell(BUYER_7, 3, 3, 0, 0, 0, 0, 3), cell(bench(), BUYER_7));
  }

  @Test
  @DisplayName("R-STO-18 random takes of many cells by 32 callers never deadlock at READ COMMITTED")
  default void takesManyCellsWithoutDeadlock() throws Exception {
    List<CellKey> keys =
        IntStream.range(0, 8).mapToObj(i -> Samples.warehouse("hot-" + i)).toList();
    keys.forEach(key -> put(bench(), key, 100_000));

    List<Integer> units = Crowd.of(Bench.THREADS, i -> takeRandomly(new Random(i), keys));

    long held = keys.stream().mapToLong(key -> cell(bench(), key).held()).sum();
    assertEquals(sum(units), held);
    long deadlocks = bench().retried().stream().filter(bench()::isDeadlock).count();
    boolean legal = bench().isolation() != Isolation.READ_COMMITTED;
    assertTrue(legal || deadlocks == 0, () -> deadlocks + " deadlocks");
  }

  /** Also half of each take is given back at once, so posts meet takes. */
  private int takeRandomly(Random random, List<CellKey> keys) {
    int held = 0;
    for (int round = 0; round < 8; round++) {
      var some = new ArrayList<CellKey>(keys);
      Collections.shuffle(some, random);
      List<CellKey> chosen = some.subList(0, 2 + random.nextInt(4));
      held += chosen.size();
      String prefix = bench().next("many");
      boolean all =
          bench().retrying(unit -> unit.cells().take(plan(chosen, 2), prefix).isEmpty());
      assertTrue(all, "there was enough for all");
      String back = bench().next("back");
      assertTrue(bench().<Boolean>retrying(unit -> {
        unit.cells().post(plan(chosen, -1), back);
        return true;
      }));
    }
    return held;
  }

  private static LockPlan plan(List<CellKey> keys, long held) {
    return LockPlan.of(keys.stream()
        .map(key -> CellChange.promised(key, CellChange.Kind.HOLD, held, 0, "hold:1"))
        .toList());
  }
}
