package dev.akinai.testkit.spi;

import static dev.akinai.testkit.spi.HoldSteps.QUARTER_HOUR;
import static dev.akinai.testkit.spi.HoldSteps.draft;
import static dev.akinai.testkit.spi.HoldSteps.find;
import static dev.akinai.testkit.spi.HoldSteps.line;
import static dev.akinai.testkit.spi.HoldSteps.open;
import static dev.akinai.testkit.spi.Samples.CUP;
import static dev.akinai.testkit.spi.Samples.TEA;
import static dev.akinai.testkit.spi.Samples.cell;
import static dev.akinai.testkit.spi.Samples.put;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.akinai.quota.Cell;
import dev.akinai.quota.Hold;
import dev.akinai.quota.HoldId;
import dev.akinai.quota.HoldLine;
import dev.akinai.quota.HoldState;
import dev.akinai.spi.Holds;
import dev.akinai.spi.Storage;
import dev.akinai.spi.StorageException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** R-STO-21 to 27, one caller at a time: a hold leaves HELD once. */
interface HoldsContract extends ContractPart {

  private boolean resolve(HoldId id, HoldState to) {
    return bench().in(unit -> unit.holds().resolve(id, to, false));
  }

  private List<Hold> due(Holds.Due due) {
    return bench().in(unit -> unit.holds().lockDue(due, 100));
  }

  private int settle() {
    return bench().in(unit -> HoldSteps.settle(unit, 100, bench().next("settle")));
  }

  private boolean hasWork() {
    return bench()
        .storage()
        .shopsWithWork(Storage.Work.HOLDS, Samples.NOON, 10)
        .contains(Bench.SHOP);
  }

  @Test
  @DisplayName("R-STO-21 a hold reads back as it was opened")
  default void readsAHoldBack() {
    Instant deadline = bench()
        .in(unit -> unit.holds()
            .open(draft(
                "h-1", Optional.of("cart-1"), QUARTER_HOUR, line(1, TEA, 2), line(2, CUP, 5))));

    Hold hold = find(bench(), new HoldId("h-1"));

    assertEquals(Optional.of("cart-1"), hold.owner());
    assertEquals(Optional.of("buyer-1"), hold.buyer());
    assertEquals(Optional.of("digest-1"), hold.digest());
    assertEquals(HoldState.HELD, hold.state());
    assertEquals(1, hold.version());
    assertEquals(deadline, hold.expiresAt());
    assertEquals(List.of(line(1, TEA, 2), line(2, CUP, 5)), hold.lines());
    assertEquals(Optional.empty(), bench().in(unit -> unit.holds().find(new HoldId("h-2"))));
  }

  @Test
  @DisplayName("R-STO-21 a hold leaves HELD once, and the second caller can read the state")
  default void resolvesOnce() {
    HoldId id = open(bench(), TEA, 2);

    assertTrue(resolve(id, HoldState.CONFIRMED));
    assertFalse(resolve(id, HoldState.RELEASED));
    assertFalse(resolve(id, HoldState.CONFIRMED));
    assertFalse(resolve(id, HoldState.EXPIRED));

    Hold hold = find(bench(), id);
    assertEquals(HoldState.CONFIRMED, hold.state());
    assertEquals(2, hold.version());
    assertEquals(
        Optional.of(HoldState.CONFIRMED),
        bench().in(unit -> unit.holds().lock(id).map(Hold::state)));
  }

  @Test
  @DisplayName("R-STO-21 a hold that does not exist cannot be resolved, extended or given back")
  default void refusesAnUnknownHold() {
    var nobody = new HoldId("nobody");

    assertFalse(resolve(nobody, HoldState.CONFIRMED));
    assertEquals(Optional.empty(), bench().in(unit -> unit.holds().extend(nobody, QUARTER_HOUR)));
    assertFalse(bench().<Boolean>in(unit -> unit.holds().giveBack(nobody, 1, List.of())));
    assertEquals(Optional.empty(), bench().in(unit -> unit.holds().lock(nobody)));
  }

  @Test
  @DisplayName("R-STO-22 confirming confirms every line in full, releasing none")
  default void confirmsInFull() {
    HoldId kept = open(bench(), TEA, 3);
    HoldId dropped = open(bench(), TEA, 4);
    assertTrue(resolve(kept, HoldState.CONFIRMED));
    assertTrue(resolve(dropped, HoldState.RELEASED));

    assertEquals(
        new HoldLine(1, TEA, 3, 3, 0, 3, 0), find(bench(), kept).lines().get(0));
    assertEquals(
        new HoldLine(1, TEA, 4, 0, 0, 4, 0), find(bench(), dropped).lines().get(0));
  }

  @Test
  @DisplayName("R-STO-22 units are given back by version, of confirmed holds only")
  default void givesBackByVersion() {
    HoldId id = open(bench(), TEA, 3);
    var back = List.of(new HoldLine(1, TEA, 3, 3, 2, 3, 0));
    assertFalse(giveBack(id, 1, List.of(line(1, TEA, 3))), "still held");
    assertTrue(resolve(id, HoldState.CONFIRMED));

    assertFalse(giveBack(id, 1, back), "an old version");
    assertTrue(giveBack(id, 2, back));
    assertFalse(giveBack(id, 2, back), "the version has moved");

    Hold hold = find(bench(), id);
    assertEquals(2, hold.lines().get(0).back());
    assertEquals(3, hold.version());
  }

  private boolean giveBack(HoldId id, long version, List<HoldLine> lines) {
    return bench().in(unit -> unit.holds().giveBack(id, version, lines));
  }

  @Test
  @DisplayName("R-STO-23 resolving and giving back change no cell until settlement")
  default void leavesCellsToSettlement() {
    put(bench(), TEA, 10);
    HoldId id = open(bench(), TEA, 3);
    Cell before = cell(bench(), TEA);

    assertTrue(resolve(id, HoldState.CONFIRMED));
    assertTrue(giveBack(id, 2, List.of(new HoldLine(1, TEA, 3, 3, 1, 3, 0))));

    assertEquals(before, cell(bench(), TEA));
    assertEquals(1, settle());
    assertEquals(new Cell(TEA, 10, 0, 2, 0, 0, 0, 3), cell(bench(), TEA));
  }

  @Test
  @DisplayName("R-STO-24 a resolved hold is due once: settled, it is never due again")
  default void settlesOnce() {
    put(bench(), TEA, 10);
    HoldId id = open(bench(), TEA, 3);
    assertEquals(List.of(), due(Holds.Due.SETTLE));
    assertFalse(hasWork());
    assertTrue(resolve(id, HoldState.CONFIRMED));
    assertTrue(hasWork());

    assertEquals(1, settle());
    assertEquals(0, settle());

    Hold hold = find(bench(), id);
    assertTrue(hold.isSettled());
    assertEquals(2, hold.version(), "settling keeps the version");
    assertEquals(new Cell(TEA, 10, 0, 3, 0, 0, 0, 3), cell(bench(), TEA));
    assertFalse(hasWork());
  }

  @Test
  @DisplayName("R-STO-24 giving back makes a settled hold due for the difference")
  default void settlesTheDifference() {
    put(bench(), TEA, 10);
    HoldId id = open(bench(), TEA, 3);
    assertTrue(resolve(id, HoldState.CONFIRMED));
    assertEquals(1, settle());

    assertTrue(giveBack(id, 2, List.of(new HoldLine(1, TEA, 3, 3, 1, 0, 3))));
    assertEquals(1, settle());
    assertEquals(0, settle());

    assertEquals(2, cell(bench(), TEA).consumed());
  }

  @Test
  @DisplayName("R-STO-24 a hold whose cells are posted by the caller is on target at once")
  default void settlesWithTheResolution() {
    put(bench(), TEA, 10);
    HoldId id = open(bench(), TEA, 3);

    bench().run(unit -> {
      Hold hold = unit.holds().lock(id).orElseThrow();
      assertTrue(unit.holds().resolve(id, HoldState.RELEASED, true));
      HoldSteps.post(unit, List.of(hold), HoldState.RELEASED, "release");
    });

    assertTrue(find(bench(), id).isSettled());
    assertEquals(0, settle());
    assertEquals(0, cell(bench(), TEA).held());
  }

  @Test
  @DisplayName("R-STO-25 deadlines are set on the storage's clock, in whole microseconds")
  default void setsDeadlinesOnItsClock() {
    bench().advance(Duration.ofHours(5));

    bench().run(unit -> {
      Instant before = unit.now();
      Instant deadline =
          unit.holds().open(draft("h-1", Optional.empty(), QUARTER_HOUR, line(1, TEA, 1)));
      Instant after = unit.now();
      Hold hold = unit.holds().find(new HoldId("h-1")).orElseThrow();
      assertFalse(hold.createdAt().isBefore(before), "created before it was asked for");
      assertFalse(deadline.isBefore(before.plus(QUARTER_HOUR)), "the deadline is too early");
      assertFalse(deadline.isAfter(after.plus(QUARTER_HOUR)), "the deadline is too late");
      assertEquals(deadline.truncatedTo(ChronoUnit.MICROS), deadline);
    });
  }

  @Test
  @DisplayName("R-STO-25 the storage's clock moves on, and the clock of a unit is its now")
  default void readsItsClock() {
    Instant before = bench().in(unit -> unit.now());

    bench().advance(Duration.ofMinutes(10));

    Instant after = bench().in(unit -> unit.now());
    Duration moved = Duration.between(before, after);
    assertTrue(moved.compareTo(Duration.ofMinutes(10)) >= 0, moved::toString);
    assertTrue(moved.compareTo(Duration.ofMinutes(12)) < 0, moved::toString);
  }

  @Test
  @DisplayName("R-STO-25 an overdue hold can be confirmed until it is reclaimed")
  default void confirmsAnOverdueHold() {
    HoldId id = open(bench(), TEA, 2);
    bench().advance(Duration.ofHours(1));

    assertTrue(resolve(id, HoldState.CONFIRMED));

    assertEquals(List.of(), due(Holds.Due.EXPIRE));
    assertEquals(HoldState.CONFIRMED, find(bench(), id).state());
  }

  @Test
  @DisplayName("R-STO-26 only held holds past their deadline are due to be reclaimed, oldest first")
  default void listsOverdueHolds() {
    HoldId first = open(bench(), TEA, 1);
    bench().advance(Duration.ofMinutes(1));
    HoldId second = open(bench(), TEA, 1);
    HoldId confirmed = open(bench(), TEA, 1);
    assertTrue(resolve(confirmed, HoldState.CONFIRMED));
    bench().advance(Duration.ofMinutes(10));
    HoldId young = open(bench(), TEA, 1);
    assertEquals(List.of(), due(Holds.Due.EXPIRE));
    bench().advance(Duration.ofMinutes(6));

    List<HoldId> due = due(Holds.Due.EXPIRE).stream().map(Hold::id).toList();

    assertEquals(List.of(first, second), due);
    assertEquals(HoldState.HELD, find(bench(), young).state());
    assertEquals(
        List.of(first),
        bench()
            .in(unit ->
                unit.holds().lockDue(Holds.Due.EXPIRE, 1).stream().map(Hold::id).toList()));
  }

  @Test
  @DisplayName("R-STO-26 reclaiming changes state and counters in one unit")
  default void reclaims() {
    put(bench(), TEA, 10);
    HoldId id = open(bench(), TEA, 4);
    bench().advance(Duration.ofMinutes(16));
    assertTrue(hasWork());

    int ended = bench().in(unit -> HoldSteps.reclaim(unit, 100, "reclaim"));

    assertEquals(1, ended);
    assertEquals(HoldState.EXPIRED, find(bench(), id).state());
    assertTrue(find(bench(), id).isSettled());
    assertEquals(0, cell(bench(), TEA).held());
    assertFalse(resolve(id, HoldState.CONFIRMED));
    assertFalse(hasWork());
  }

  @Test
  @DisplayName("R-STO-27 an owner has one open hold; a second is a retryable failure")
  default void keepsOneOpenHoldPerOwner() {
    Optional<String> owner = Optional.of("cart-1");
    bench().run(unit -> open(unit, "h-1", owner, TEA, 1));

    StorageException thrown = assertThrows(
        StorageException.class, () -> bench().run(unit -> open(unit, "h-2", owner, TEA, 1)));

    assertEquals(StorageException.Failure.RETRYABLE, thrown.failure());
    assertEquals(Optional.empty(), bench().in(unit -> unit.holds().find(new HoldId("h-2"))));
    assertEquals(1, cell(bench(), TEA).held());
    assertEquals(
        Optional.of(new HoldId("h-1")),
        bench().in(unit -> unit.holds().lockOpenOf("cart-1").map(Hold::id)));
  }

  @Test
  @DisplayName("R-STO-27 a newer hold replaces the older one of its owner in one unit")
  default void replacesAHold() {
    Optional<String> owner = Optional.of("cart-1");
    bench().run(unit -> open(unit, "h-1", owner, TEA, 1));

    bench().run(unit -> {
      assertTrue(unit.holds().resolve(new HoldId("h-1"), HoldState.RELEASED, false));
      assertEquals(Optional.empty(), unit.holds().lockOpenOf("cart-1"));
      Instant deadline = open(unit, "h-2", owner, TEA, 1);
      assertTrue(deadline.isAfter(unit.now()));
    });

    assertEquals(
        Optional.of(new HoldId("h-2")),
        bench().in(unit -> unit.holds().lockOpenOf("cart-1").map(Hold::id)));
    assertEquals(Optional.of("cart-1"), find(bench(), new HoldId("h-1")).owner());
  }

  @Test
  @DisplayName("R-STO-27 extending moves a deadline forward only, and only of a held hold")
  default void extendsForward() {
    HoldId id = open(bench(), TEA, 1);
    Instant first = find(bench(), id).expiresAt();

    Optional<Instant> shorter = bench().in(unit -> unit.holds().extend(id, Duration.ofMinutes(1)));
    assertEquals(Optional.of(first), shorter);
    Instant later = bench()
        .<Optional<Instant>>in(unit -> unit.holds().extend(id, Duration.ofHours(2)))
        .orElseThrow();

    assertTrue(later.isAfter(first.plus(Duration.ofMinutes(90))));
    assertEquals(later, find(bench(), id).expiresAt());
    assertEquals(2, find(bench(), id).version());
    assertTrue(resolve(id, HoldState.RELEASED));
    assertEquals(
        Optional.empty(), bench().in(unit -> unit.holds().extend(id, Duration.ofHours(9))));
  }

  @Test
  @DisplayName("R-STO-27 an extended hold is overdue by its new deadline only")
  default void reclaimsByTheNewDeadline() {
    HoldId id = open(bench(), TEA, 1);
    assertTrue(bench()
        .<Optional<Instant>>in(unit -> unit.holds().extend(id, Duration.ofHours(1)))
        .isPresent());
    bench().advance(Duration.ofMinutes(30));
    assertEquals(List.of(), due(Holds.Due.EXPIRE));

    bench().advance(Duration.ofMinutes(31));

    assertEquals(1, due(Holds.Due.EXPIRE).size());
  }
}
