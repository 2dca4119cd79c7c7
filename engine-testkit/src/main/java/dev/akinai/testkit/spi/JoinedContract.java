package dev.akinai.testkit.spi;

import static dev.akinai.testkit.spi.Samples.CUP;
import static dev.akinai.testkit.spi.Samples.TEA;
import static dev.akinai.testkit.spi.Samples.cell;
import static dev.akinai.testkit.spi.Samples.put;
import static dev.akinai.testkit.spi.Samples.receipt;
import static dev.akinai.testkit.spi.Samples.taking;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.akinai.base.ShopId;
import dev.akinai.quota.Cell;
import dev.akinai.quota.HoldId;
import dev.akinai.quota.HoldLine;
import dev.akinai.quota.HoldState;
import dev.akinai.spi.HostTransaction;
import dev.akinai.spi.Storage;
import dev.akinai.spi.StorageException;
import dev.akinai.spi.UnitOfWork;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** R-STO-04, 05, 23, 49: units that are parts of a host's transaction. */
interface JoinedContract extends ContractPart {

  private static <T> T in(Storage joined, Function<UnitOfWork, T> work) {
    return joined.inTransaction(Bench.SHOP, work);
  }

  private static boolean post(Storage joined, String prefix) {
    return in(joined, unit -> {
      unit.cells().post(receipt(TEA, 5), prefix);
      return true;
    });
  }

  private Storage join(HostSession host) {
    return bench().storage().join(host.transaction());
  }

  @Test
  @DisplayName("R-STO-04 what a joined unit wrote is kept or dropped with the host's transaction")
  default void leavesTheEndToTheHost() throws Exception {
    try (HostSession host = bench().host()) {
      host.write("a", "1");
      assertTrue(post(join(host), "dropped"));
      host.rollback();
    }
    assertEquals(0, cell(bench(), TEA).version());

    try (HostSession host = bench().host()) {
      assertEquals(Optional.empty(), host.read("a"));
      host.write("b", "2");
      assertTrue(post(join(host), "kept"));
      host.write("c", "3");
      host.commit();
    }
    assertEquals(5, cell(bench(), TEA).limit());
    try (HostSession host = bench().host()) {
      assertEquals(Optional.of("2"), host.read("b"));
      assertEquals(Optional.of("3"), host.read("c"));
    }
  }

  @Test
  @DisplayName("R-STO-04 closing a joined storage does nothing, and no setting is changed")
  default void leavesTheConnectionAsItWas() throws Exception {
    try (HostSession host = bench().host()) {
      String before = host.settings();
      Storage joined = join(host);
      assertTrue(post(joined, "kept"));
      assertThrows(
          IllegalStateException.class,
          () -> in(joined, unit -> {
            throw new IllegalStateException("refused");
          }));
      joined.close();

      assertEquals(before, host.settings());
      host.write("a", "1");
      assertEquals(Optional.of("1"), host.read("a"));
      host.commit();
    }
    assertEquals(5, cell(bench(), TEA).limit());
  }

  @Test
  @DisplayName("R-STO-04 a transaction in autocommit, or of another kind, is refused")
  default void refusesWhatCannotBeJoined() throws Exception {
    try (HostSession host = bench().host()) {
      Storage storage = bench().storage();
      assertThrows(IllegalArgumentException.class, () -> storage.join(host.notBegun()));
      HostTransaction foreign = new HostTransaction() {};
      assertThrows(IllegalArgumentException.class, () -> storage.join(foreign));
    }
  }

  @Test
  @DisplayName(
      "R-STO-04 a joined unit sees what the host's transaction wrote through others before")
  default void seesEarlierUnits() throws Exception {
    try (HostSession host = bench().host()) {
      assertTrue(post(join(host), "one"));
      Storage again = join(host);
      assertTrue(post(again, "two"));
      assertEquals(10, JoinedContract.<Long>in(again, unit -> cell(unit, TEA).limit()));
    }
    assertEquals(0, cell(bench(), TEA).limit());
  }

  @Test
  @DisplayName("R-STO-05 a command refused in a joined unit leaves all as it was, and usable")
  default void undoesOnlyTheRefusedCommand() throws Exception {
    put(bench(), CUP, 1);
    try (HostSession host = bench().host()) {
      Storage joined = join(host);
      host.write("a", "1");
      assertTrue(post(joined, "before"));

      assertThrows(
          IllegalArgumentException.class,
          () -> in(joined, unit -> {
            unit.cells().post(receipt(TEA, 100), "refused-1");
            unit.cells().post(receipt(CUP, 100), "refused-2");
            throw new IllegalArgumentException("refused");
          }));

      assertEquals(5, JoinedContract.<Long>in(joined, unit -> cell(unit, TEA).limit()));
      assertEquals(List.of(), in(joined, unit -> unit.cells().take(taking(CUP, 1), "after")));
      assertEquals(Optional.of("1"), host.read("a"));
      host.commit();
    }
    assertEquals(new Cell(TEA, 5, 0, 0, 0, 0, 0, 1), cell(bench(), TEA));
    assertEquals(new Cell(CUP, 1, 1, 0, 0, 0, 0, 2), cell(bench(), CUP));
  }

  @Test
  @DisplayName("R-STO-05 a joined take that is short changes nothing, and the transaction goes on")
  default void refusesAJoinedTake() throws Exception {
    put(bench(), CUP, 3);
    try (HostSession host = bench().host()) {
      Storage joined = join(host);
      assertEquals(
          1, in(joined, unit -> unit.cells().take(taking(CUP, 4), "short")).size());
      assertTrue(post(joined, "after"));
      host.commit();
    }
    assertEquals(0, cell(bench(), CUP).held());
    assertEquals(5, cell(bench(), TEA).limit());
  }

  @Test
  @DisplayName("R-STO-06 a joined unit inside a joined unit is refused before anything is written")
  default void refusesAJoinedUnitInsideAnother() throws Exception {
    var ran = new AtomicBoolean();
    try (HostSession host = bench().host()) {
      Storage joined = join(host);
      in(
          joined,
          unit -> assertThrows(
              RuntimeException.class,
              () -> joined.inTransaction(ShopId.of("any"), inner -> {
                ran.set(true);
                return 1;
              })));
    }
    assertFalse(ran.get());
  }

  @Test
  @DisplayName("R-STO-23 confirm, release and give-back in a joined unit change no cell")
  default void changesNoCellWhenJoined() throws Exception {
    put(bench(), TEA, 10);
    HoldId confirmed = HoldSteps.open(bench(), TEA, 3);
    HoldId released = HoldSteps.open(bench(), TEA, 2);
    Cell before = cell(bench(), TEA);
    try (HostSession host = bench().host()) {
      Storage joined = join(host);
      assertTrue(JoinedContract.<Boolean>in(
          joined, unit -> unit.holds().resolve(confirmed, HoldState.CONFIRMED, false)));
      assertTrue(JoinedContract.<Boolean>in(
          joined, unit -> unit.holds().resolve(released, HoldState.RELEASED, false)));
      List<HoldLine> back = List.of(new HoldLine(1, TEA, 3, 3, 1, 3, 0));
      assertTrue(
          JoinedContract.<Boolean>in(joined, unit -> unit.holds().giveBack(confirmed, 2, back)));
      assertEquals(before, in(joined, unit -> cell(unit, TEA)));
      host.commit();
    }

    assertEquals(before, cell(bench(), TEA));
    assertEquals(2, bench().<Integer>in(unit -> HoldSteps.settle(unit, 10, "settle")));
    assertEquals(new Cell(TEA, 10, 0, 2, 0, 0, 0, before.version() + 2), cell(bench(), TEA));
  }

  @Test
  @DisplayName(
      "R-STO-49 after a retryable failure every further call of the joined handle is refused")
  default void staysDeadAfterARetryableFailure() throws Exception {
    try (HostSession host = bench().host()) {
      Storage joined = join(host);
      assertTrue(post(joined, "first-half"));
      StorageException thrown =
          assertThrows(StorageException.class, () -> in(joined, JoinedContract::openTwice));
      assertEquals(StorageException.Failure.RETRYABLE, thrown.failure());

      assertThrows(RuntimeException.class, () -> post(joined, "second-half"));
      assertThrows(RuntimeException.class, () -> in(joined, unit -> cell(unit, TEA)));
      host.rollback();
    }
    assertEquals(0, cell(bench(), TEA).version());
  }

  @Test
  @DisplayName("R-STO-49 a failure that the work swallows is reported all the same")
  default void reportsASwallowedFailure() throws Exception {
    try (HostSession host = bench().host()) {
      Storage joined = join(host);

      assertThrows(
          StorageException.class,
          () -> in(joined, unit -> {
            assertThrows(StorageException.class, () -> openTwice(unit));
            return "swallowed";
          }));

      assertThrows(RuntimeException.class, () -> post(joined, "second-half"));
      host.rollback();
    }
    assertEquals(Optional.empty(), bench().in(unit -> unit.holds().lockOpenOf("cart-1")));
  }

  /** The one foreseen violation: two open holds of one owner. */
  private static boolean openTwice(UnitOfWork unit) {
    Optional<String> owner = Optional.of("cart-1");
    return HoldSteps.open(unit, "h-1", owner, TEA, 1)
        .equals(HoldSteps.open(unit, "h-2", owner, TEA, 1));
  }
}
