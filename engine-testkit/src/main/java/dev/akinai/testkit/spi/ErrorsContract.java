package dev.akinai.testkit.spi;

import static dev.akinai.testkit.spi.Samples.TEA;
import static dev.akinai.testkit.spi.Samples.cell;
import static dev.akinai.testkit.spi.Samples.claim;
import static dev.akinai.testkit.spi.Samples.fact;
import static dev.akinai.testkit.spi.Samples.order;
import static dev.akinai.testkit.spi.Samples.promised;
import static dev.akinai.testkit.spi.Samples.receipt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.akinai.base.InvalidInputException;
import dev.akinai.catalog.Product;
import dev.akinai.catalog.Sku;
import dev.akinai.event.StreamEvent;
import dev.akinai.quota.CellKey;
import dev.akinai.spi.Operations;
import dev.akinai.spi.Operations.Answer.Status;
import dev.akinai.spi.StorageException;
import dev.akinai.spi.UnitOfWork;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** R-STO-47, 48, 50: what a failure says, and what it does not say. */
interface ErrorsContract extends ContractPart {

  /** Stands for a code or a member that no message may show. */
  String SECRET = "sEcReT-4711";

  private static String messages(Throwable failure) {
    var text = new StringBuilder();
    Stream.iterate(failure, each -> each != null, Throwable::getCause)
        .forEach(each -> text.append(each).append('\n'));
    return text.toString();
  }

  @Test
  @DisplayName("R-STO-47 after a retryable failure nothing was kept")
  default void keepsNothingAfterARetryableFailure() {
    StorageException thrown = assertThrows(
        StorageException.class,
        () -> bench().run(unit -> {
          unit.cells().post(receipt(TEA, 5), "kept");
          HoldSteps.open(unit, "h-1", Optional.of(SECRET), TEA, 1);
          HoldSteps.open(unit, "h-2", Optional.of(SECRET), TEA, 1);
        }));

    assertEquals(StorageException.Failure.RETRYABLE, thrown.failure());
    assertEquals(0, cell(bench(), TEA).version());
    assertEquals(Optional.empty(), bench().in(unit -> unit.holds().lockOpenOf(SECRET)));
    assertFalse(messages(thrown).contains(SECRET), "a message shows a row's value");
  }

  @Test
  @DisplayName("R-STO-47 what will fail again is never called retryable, and shows no row value")
  default void tellsWhatWillFailAgain() {
    CellKey secret = Samples.warehouse(SECRET);
    bench().run(unit -> unit.cells().post(receipt(secret, 1), "first"));

    for (Consumer<UnitOfWork> bad : List.<Consumer<UnitOfWork>>of(
        unit -> unit.cells().post(promised(secret, -1, 0), "negative"),
        unit -> unit.cells().post(receipt(secret, 1), "first"),
        unit -> openTwiceById(unit, secret))) {
      RuntimeException thrown =
          assertThrows(RuntimeException.class, () -> bench().run(bad));
      assertTrue(
          thrown instanceof InvalidInputException
              || (thrown instanceof StorageException storage
                  && storage.failure() == StorageException.Failure.BROKEN),
          () -> "must be BROKEN or invalid input: " + thrown);
      assertFalse(messages(thrown).contains(SECRET), "a message shows a row's value");
    }
    assertEquals(1, cell(bench(), secret).version());
  }

  private static void openTwiceById(UnitOfWork unit, CellKey cell) {
    for (int i = 0; i < 2; i++) {
      assertTrue(unit.holds()
          .open(HoldSteps.draft(
              SECRET, Optional.empty(), HoldSteps.QUARTER_HOUR, HoldSteps.line(1, cell, 1)))
          .isAfter(unit.now()));
    }
  }

  @Test
  @DisplayName("R-STO-48 a unit run again after a lost answer has one effect in total")
  default void hasOneEffectAfterALostAnswer() {
    for (boolean kept : List.of(true, false)) {
      String key = kept ? "answer lost" : "nothing kept";
      assertThrows(StorageException.class, () -> loseTheAnswer(key, kept));

      assertEquals(kept ? Status.REPLAYED : Status.NEW, putOnce(key));
      assertEquals(Status.REPLAYED, putOnce(key));
    }
    assertEquals(2, cell(bench(), TEA).limit());
  }

  private void loseTheAnswer(String key, boolean kept) {
    var lost = new StorageException(StorageException.Failure.UNKNOWN, "the connection was cut");
    bench().run(unit -> {
      putOnce(unit, key);
      if (!kept) {
        throw lost;
      }
    });
    throw lost;
  }

  private Status putOnce(String key) {
    return bench().in(unit -> putOnce(unit, key));
  }

  private Status putOnce(UnitOfWork unit, String key) {
    String attempt = bench().next("attempt");
    Status status = unit.operations().claim(claim(key, "content", attempt)).status();
    if (status == Status.NEW) {
      unit.cells().post(receipt(TEA, 1), attempt);
    }
    return status;
  }

  @Test
  @DisplayName("R-STO-50 texts over a limit are refused before anything is written")
  default void refusesLongTexts() {
    String secret = SECRET + "x".repeat(600);
    refused(unit -> unit.operations().claim(claim(secret.substring(0, 33), "k", "c", "r")));
    refused(unit -> unit.operations().claim(claim(secret.substring(0, 161), "c", "r")));
    refused(unit -> unit.operations()
        .claim(new Operations.Claim(
            "kind", "k", "attempt", "0".repeat(64), secret.substring(0, 501))));
    refused(unit -> unit.inbox().claim(secret.substring(0, 65), "m-1"));
    refused(unit -> unit.inbox().claim("mailer", secret.substring(0, 161)));

    assertEquals(
        Status.NEW,
        bench().in(unit -> unit.operations().claim(claim("k", "c", "r"))).status());
  }

  @Test
  @DisplayName("R-STO-50 lists over a limit are refused before anything is written")
  default void refusesLongLists() {
    List<StreamEvent> events =
        LongStream.rangeClosed(1, 101).mapToObj(Samples::fact).toList();
    List<CellKey> keys = IntStream.rangeClosed(0, 5_000)
        .mapToObj(i -> Samples.warehouse("s-" + i))
        .toList();
    List<Product> products = IntStream.rangeClosed(0, 1_000)
        .mapToObj(i -> Product.of("p-" + i, "Product", Sku.of("s-" + i, "Sku")))
        .toList();

    refused(unit -> unit.streams().append(order("o-1"), 0, events));
    refused(unit -> unit.cells().read(keys));
    refused(unit -> unit.catalog().put(products));

    assertEquals(List.of(), bench().in(unit -> unit.streams().read(order("o-1"), 0)));
    assertTrue(bench()
        .<Boolean>in(unit -> unit.streams().append(order("o-1"), 0, List.of(fact(1)))));
  }

  /** The unit may go on after a refused input: nothing of it was written. */
  private void refused(Consumer<UnitOfWork> work) {
    bench().run(unit -> {
      InvalidInputException thrown =
          assertThrows(InvalidInputException.class, () -> work.accept(unit));
      assertFalse(messages(thrown).contains(SECRET), "a message shows a value");
      assertTrue(unit.streams().read(order("o-1"), 0).isEmpty());
    });
  }
}
