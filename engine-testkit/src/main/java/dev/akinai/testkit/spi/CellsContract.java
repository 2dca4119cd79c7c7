package dev.akinai.testkit.spi;

import static dev.akinai.testkit.spi.Samples.BUYER_7;
import static dev.akinai.testkit.spi.Samples.CUP;
import static dev.akinai.testkit.spi.Samples.POT;
import static dev.akinai.testkit.spi.Samples.TEA;
import static dev.akinai.testkit.spi.Samples.capped;
import static dev.akinai.testkit.spi.Samples.cell;
import static dev.akinai.testkit.spi.Samples.loss;
import static dev.akinai.testkit.spi.Samples.policy;
import static dev.akinai.testkit.spi.Samples.promised;
import static dev.akinai.testkit.spi.Samples.put;
import static dev.akinai.testkit.spi.Samples.receipt;
import static dev.akinai.testkit.spi.Samples.take;
import static dev.akinai.testkit.spi.Samples.taking;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.akinai.base.InvalidInputException;
import dev.akinai.base.Page;
import dev.akinai.quota.Cell;
import dev.akinai.quota.CellChange;
import dev.akinai.quota.CellKey;
import dev.akinai.quota.Demand;
import dev.akinai.quota.LockPlan;
import dev.akinai.quota.ShortCell;
import dev.akinai.spi.AuditReads;
import dev.akinai.spi.StorageException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** R-STO-11 to 17, one caller at a time: counters that are written by condition only. */
interface CellsContract extends ContractPart {

  private List<ShortCell> tryToTake(LockPlan plan) {
    return bench().in(unit -> unit.cells().take(plan, bench().next("try")));
  }

  private void post(LockPlan plan) {
    bench().run(unit -> unit.cells().post(plan, bench().next("post")));
  }

  @Test
  @DisplayName("R-STO-11 a take larger than what is free changes nothing and says what was free")
  default void refusesToOversell() {
    put(bench(), TEA, 3);

    List<ShortCell> missing = tryToTake(taking(TEA, 4));

    assertEquals(List.of(new ShortCell(TEA, 4, 3)), missing);
    assertEquals(new Cell(TEA, 3, 0, 0, 0, 0, 0, 1), cell(bench(), TEA));
  }

  @Test
  @DisplayName("R-STO-11 a take of all that is free succeeds, and then nothing is free")
  default void takesTheLastUnits() {
    put(bench(), TEA, 3);

    assertEquals(List.of(), tryToTake(taking(TEA, 3)));

    assertEquals(new Cell(TEA, 3, 3, 0, 0, 0, 0, 2), cell(bench(), TEA));
    assertEquals(List.of(new ShortCell(TEA, 1, 0)), tryToTake(taking(TEA, 1)));
  }

  @Test
  @DisplayName("R-STO-11 consumed units and safety are not free, overdraft is")
  default void countsWhatIsFree() {
    put(bench(), TEA, 10);
    post(promised(TEA, 2, 3));
    post(policy(TEA, 4, 1));

    assertEquals(List.of(new ShortCell(TEA, 9, 8)), tryToTake(taking(TEA, 9)));
    assertEquals(List.of(), tryToTake(taking(TEA, 8)));
  }

  @Test
  @DisplayName("R-STO-12 all demands of a take succeed or none, and every short cell is named")
  default void takesAllOrNothing() {
    put(bench(), TEA, 5);
    put(bench(), CUP, 1);

    List<ShortCell> missing =
        tryToTake(taking(Demand.of(TEA, 2), Demand.of(CUP, 3), Demand.of(POT, 1)));

    assertEquals(
        Set.of(new ShortCell(CUP, 3, 1), new ShortCell(POT, 1, 0)), new HashSet<>(missing));
    assertEquals(2, missing.size());
    assertEquals(new Cell(TEA, 5, 0, 0, 0, 0, 0, 1), cell(bench(), TEA));
    assertEquals(1, cell(bench(), CUP).version());
  }

  @Test
  @DisplayName("R-STO-12 a unit goes on after a refused take and keeps what else it wrote")
  default void goesOnAfterARefusal() {
    put(bench(), CUP, 1);

    bench().run(unit -> {
      unit.cells().post(receipt(TEA, 5), "before");
      assertEquals(
          1,
          unit.cells()
              .take(taking(Demand.of(TEA, 2), Demand.of(CUP, 2)), "refused")
              .size());
      assertEquals(List.of(), unit.cells().take(taking(TEA, 4), "after"));
    });

    assertEquals(new Cell(TEA, 5, 4, 0, 0, 0, 0, 2), cell(bench(), TEA));
    assertEquals(new Cell(CUP, 1, 0, 0, 0, 0, 0, 1), cell(bench(), CUP));
  }

  @Test
  @DisplayName("R-STO-13 demands on one cell are summed before they are compared")
  default void sumsDemandsOfOneCell() {
    put(bench(), TEA, 3);

    List<ShortCell> missing = tryToTake(taking(Demand.of(TEA, 2), Demand.of(TEA, 2)));

    assertEquals(List.of(new ShortCell(TEA, 4, 3)), missing);
    assertEquals(List.of(), tryToTake(taking(Demand.of(TEA, 2), Demand.of(TEA, 1))));
    assertEquals(new Cell(TEA, 3, 3, 0, 0, 0, 0, 2), cell(bench(), TEA));
  }

  @Test
  @DisplayName("R-STO-14 no counter goes below zero: the unit fails for good and keeps nothing")
  default void keepsCountersAboveZero() {
    put(bench(), TEA, 3);
    refuses(promised(TEA, -1, 0));
    refuses(promised(TEA, 0, -1));
    refuses(loss(TEA, 4));
    refuses(policy(TEA, -1, 0));
    refuses(policy(TEA, 0, -1));

    assertEquals(new Cell(TEA, 3, 0, 0, 0, 0, 0, 1), cell(bench(), TEA));
    assertEquals(0, cell(bench(), CUP).version());
  }

  private void refuses(LockPlan plan) {
    RuntimeException thrown = assertThrows(
        RuntimeException.class,
        () -> bench().run(unit -> {
          unit.cells().post(receipt(CUP, 1), bench().next("with"));
          unit.cells().post(plan, bench().next("below"));
        }));

    boolean broken = thrown instanceof InvalidInputException
        || (thrown instanceof StorageException storage
            && storage.failure() == StorageException.Failure.BROKEN);
    assertTrue(broken, () -> "a counter below zero must be BROKEN or invalid input: " + thrown);
  }

  @Test
  @DisplayName("R-STO-14 promises stay within limit, overdraft and shortfall, whatever is posted")
  default void keepsPromisesCovered() {
    var random = new Random(14);
    put(bench(), TEA, 20);
    for (int step = 0; step < 60; step++) {
      Cell before = cell(bench(), TEA);
      randomPost(random, before);
      Cell after = cell(bench(), TEA);
      long uncovered = after.held() + after.consumed() - after.limit() - after.overdraft();
      assertEquals(Math.max(0, uncovered), after.shortfall(), after::toString);
    }
  }

  private void randomPost(Random random, Cell cell) {
    switch (random.nextInt(5)) {
      case 0 -> post(receipt(cell.key(), 1 + random.nextInt(9)));
      case 1 -> post(loss(cell.key(), random.nextInt((int) cell.limit() + 1)));
      case 2 -> post(promised(cell.key(), 1 + random.nextInt(9), 0));
      case 3 -> post(promised(cell.key(), -(cell.held() / 2), cell.held() / 2));
      default -> post(policy(cell.key(), random.nextInt(3), 0));
    }
  }

  @Test
  @DisplayName(
      "R-STO-15 a loss below what is promised is booked as shortfall, and nothing more is given")
  default void booksALossAsShortfall() {
    put(bench(), TEA, 10);
    assertTrue(take(bench(), TEA, 8));

    post(loss(TEA, 5));

    assertEquals(new Cell(TEA, 5, 8, 0, 0, 0, 3, 3), cell(bench(), TEA));
    assertEquals(List.of(new ShortCell(TEA, 1, 0)), tryToTake(taking(TEA, 1)));
  }

  @Test
  @DisplayName("R-STO-15 a shortfall shrinks exactly with each release and receipt")
  default void coversAShortfall() {
    post(promised(TEA, 6, 0));
    assertEquals(6, cell(bench(), TEA).shortfall());

    post(receipt(TEA, 4));
    assertEquals(2, cell(bench(), TEA).shortfall());
    post(promised(TEA, -3, 0));
    assertEquals(new Cell(TEA, 4, 3, 0, 0, 0, 0, 3), cell(bench(), TEA));

    assertEquals(List.of(), tryToTake(taking(TEA, 1)));
  }

  @Test
  @DisplayName("R-STO-15 a post changes several counters and cells at once")
  default void postsSeveralCells() {
    put(bench(), TEA, 9);
    put(bench(), CUP, 9);
    assertEquals(List.of(), tryToTake(taking(Demand.of(TEA, 2), Demand.of(CUP, 3))));

    bench().run(unit -> {
      var changes = new ArrayList<CellChange>();
      changes.addAll(promised(TEA, -2, 2).changes());
      changes.addAll(promised(CUP, -3, 1).changes());
      unit.cells().post(LockPlan.of(changes), "several");
    });

    assertEquals(new Cell(TEA, 9, 0, 2, 0, 0, 0, 3), cell(bench(), TEA));
    assertEquals(new Cell(CUP, 9, 0, 1, 0, 0, 0, 3), cell(bench(), CUP));
  }

  @Test
  @DisplayName("R-STO-16 each committed change raises the version by one and leaves its entry")
  default void leavesAnEntryForEachChange() {
    put(bench(), TEA, 10);
    assertEquals(List.of(), tryToTake(taking(TEA, 4)));
    post(promised(TEA, -4, 3));
    post(policy(TEA, 2, 1));
    assertFalse(tryToTake(taking(TEA, 99)).isEmpty());
    assertThrows(
        IllegalStateException.class,
        () -> bench().run(unit -> {
          unit.cells().post(receipt(TEA, 1), "undone");
          throw new IllegalStateException("refused");
        }));

    AuditReads.CellSums sums = sums().get(0);

    assertEquals(new Cell(TEA, 10, 0, 3, 2, 1, 0, 4), sums.stored());
    assertEquals(new Cell(TEA, 10, 0, 3, 2, 1, 0, 4), sums.entries());
    assertEquals(1, sums().size());
  }

  @Test
  @DisplayName("R-STO-16 a carried cap is the limit in the sums of entries as well")
  default void sumsCarriedCaps() {
    assertEquals(List.of(), tryToTake(taking(capped(BUYER_7, 1, 2))));
    assertEquals(List.of(), tryToTake(taking(capped(BUYER_7, 1, 5))));

    AuditReads.CellSums sums = sums().get(0);

    assertEquals(new Cell(BUYER_7, 5, 2, 0, 0, 0, 0, 2), sums.stored());
    assertEquals(sums.stored(), sums.entries());
  }

  private List<AuditReads.CellSums> sums() {
    return bench().in(unit -> unit.audit().cells(Page.Request.first(100)).items());
  }

  @Test
  @DisplayName("R-STO-17 a missing cell acts as zeros, and a refused take does not fill it")
  default void readsAMissingCellAsZeros() {
    assertEquals(List.of(), bench().in(unit -> unit.cells().read(List.of(TEA))));

    assertEquals(List.of(new ShortCell(TEA, 1, 0)), tryToTake(taking(TEA, 1)));

    assertEquals(Cell.empty(TEA), cell(bench(), TEA));
  }

  @Test
  @DisplayName("R-STO-17 a carried cap decides a capped take and becomes the limit")
  default void decidesByACarriedCap() {
    assertEquals(List.of(), tryToTake(taking(capped(BUYER_7, 2, 2))));
    assertEquals(List.of(new ShortCell(BUYER_7, 1, 0)), tryToTake(taking(capped(BUYER_7, 1, 2))));
    assertEquals(2, cell(bench(), BUYER_7).limit());

    assertEquals(List.of(), tryToTake(taking(capped(BUYER_7, 1, 3))));
    assertEquals(new Cell(BUYER_7, 3, 3, 0, 0, 0, 0, 2), cell(bench(), BUYER_7));
  }

  @Test
  @DisplayName("R-STO-17 a cap that was lowered refuses, and a refusal leaves the stored limit")
  default void decidesByALoweredCap() {
    assertEquals(List.of(), tryToTake(taking(capped(BUYER_7, 2, 4))));

    assertEquals(List.of(new ShortCell(BUYER_7, 1, 0)), tryToTake(taking(capped(BUYER_7, 1, 1))));

    assertEquals(new Cell(BUYER_7, 4, 2, 0, 0, 0, 0, 1), cell(bench(), BUYER_7));
  }

  @Test
  @DisplayName("R-STO-17 cells are read in lock order, each once, and their names keep their case")
  default void readsInLockOrder() {
    List<CellKey> keys =
        List.of(Samples.warehouse("b"), Samples.warehouse("B"), BUYER_7, Samples.warehouse("茶"));
    keys.forEach(key -> put(bench(), key, 1));

    List<Cell> found = bench().in(unit -> unit.cells().read(keys));

    assertEquals(keys.stream().sorted().toList(), found.stream().map(Cell::key).toList());
  }
}
