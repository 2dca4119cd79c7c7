package dev.akinai.testkit.spi;

import static dev.akinai.testkit.spi.Samples.TEA;
import static dev.akinai.testkit.spi.Samples.cell;
import static dev.akinai.testkit.spi.Samples.claim;
import static dev.akinai.testkit.spi.Samples.receipt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.akinai.spi.Operations;
import dev.akinai.spi.Operations.Answer;
import dev.akinai.spi.Operations.Answer.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** R-STO-07 to 10: a request key is claimed once. */
interface OperationsContract extends ContractPart {

  private Answer ask(Operations.Claim claim) {
    return bench().retrying(unit -> unit.operations().claim(claim));
  }

  @Test
  @DisplayName("R-STO-07 the first claim is new, later ones get its answer")
  default void answersAReplay() {
    assertEquals(new Answer(Status.NEW, "first"), ask(claim("k", "content", "first")));
    assertEquals(new Answer(Status.REPLAYED, "first"), ask(claim("k", "content", "second")));
    assertEquals(new Answer(Status.REPLAYED, "first"), ask(claim("k", "content", "third")));
  }

  @Test
  @DisplayName("R-STO-07 other content under a claimed key is told so, and changes nothing")
  default void tellsOtherContent() {
    assertEquals(Status.NEW, ask(claim("k", "content", "first")).status());

    assertEquals(new Answer(Status.REUSED, "first"), ask(claim("k", "other", "second")));
    assertEquals(new Answer(Status.REPLAYED, "first"), ask(claim("k", "content", "third")));
  }

  @Test
  @DisplayName("R-STO-07 keys and answers keep every character and their case")
  default void keepsKeysExactly() {
    String longest = "k".repeat(159) + "é";
    assertEquals(Status.NEW, ask(claim("K", "content", "upper")).status());
    assertEquals(Status.NEW, ask(claim("k", "content", "lower")).status());
    assertEquals(Status.NEW, ask(claim("ḱ", "content", "accent")).status());
    assertEquals(Status.NEW, ask(claim(longest, "content", "茶 r")).status());

    assertEquals(new Answer(Status.REPLAYED, "upper"), ask(claim("K", "content", "x")));
    assertEquals(new Answer(Status.REPLAYED, "茶 r"), ask(claim(longest, "content", "y")));
  }

  @Test
  @DisplayName(
      "R-STO-07 of 32 claims at once one is new and has its effect, the others get its answer")
  default void claimsOnceAmongMany() throws Exception {
    for (int round = 0; round < 8; round++) {
      String key = "key-" + round;
      List<Answer> answers =
          Crowd.of(Bench.THREADS, i -> claimAndPut(key, "result-" + key + "-" + i));

      List<Answer> fresh =
          answers.stream().filter(each -> each.status() == Status.NEW).toList();
      assertEquals(1, fresh.size(), "claims that were new");
      Set<String> results = answers.stream().map(Answer::result).collect(Collectors.toSet());
      assertEquals(Set.of(fresh.get(0).result()), results);
      assertEquals(round + 1, cell(bench(), TEA).limit(), "effects");
    }
  }

  private Answer claimAndPut(String key, String result) {
    return bench().retrying(unit -> {
      Answer answer = unit.operations().claim(claim(key, "content", result));
      if (answer.status() == Status.NEW) {
        unit.cells().post(receipt(TEA, 1), "put-" + result);
      }
      return answer;
    });
  }

  @Test
  @DisplayName("R-STO-08 a claim in a unit that fails leaves no trace")
  default void forgetsAFailedClaim() {
    assertThrows(
        IllegalStateException.class,
        () -> bench().run(unit -> {
          assertEquals(
              Status.NEW,
              unit.operations().claim(claim("k", "content", "failed")).status());
          throw new IllegalStateException("refused");
        }));

    assertEquals(new Answer(Status.NEW, "second"), ask(claim("k", "other", "second")));
  }

  @Test
  @DisplayName("R-STO-09 equal keys of other kinds and shops do not meet")
  default void keepsKindsAndShopsApart() {
    assertEquals(Status.NEW, ask(claim("stock.hold", "k", "a", "1")).status());
    assertEquals(Status.NEW, ask(claim("order.place", "k", "b", "2")).status());
    Answer elsewhere = bench()
        .storage()
        .inTransaction(
            Bench.OTHER_SHOP, unit -> unit.operations().claim(claim("stock.hold", "k", "c", "3")));

    assertEquals(new Answer(Status.NEW, "3"), elsewhere);
    assertEquals("1", ask(claim("stock.hold", "k", "a", "4")).result());
    assertEquals("2", ask(claim("order.place", "k", "b", "5")).result());
  }

  @Test
  @DisplayName("R-STO-10 purging removes only claims that are older, and no more than asked")
  default void purgesOnlyOlderClaims() {
    assertEquals(Status.NEW, ask(claim("old-1", "a", "1")).status());
    assertEquals(Status.NEW, ask(claim("old-2", "a", "2")).status());
    assertEquals(Status.NEW, ask(claim("old-3", "a", "3")).status());
    bench().advance(Duration.ofHours(1));
    Instant between = bench().in(unit -> unit.now());
    bench().advance(Duration.ofHours(1));
    assertEquals(Status.NEW, ask(claim("young", "a", "4")).status());

    assertEquals(2, bench().<Integer>in(unit -> unit.operations().purge(between, 2)));
    assertEquals(1, bench().<Integer>in(unit -> unit.operations().purge(between, 100)));
    assertEquals(0, bench().<Integer>in(unit -> unit.operations().purge(between, 100)));

    assertEquals(Status.REPLAYED, ask(claim("young", "a", "5")).status());
    assertEquals(Status.NEW, ask(claim("old-1", "other", "6")).status());
  }

  @Test
  @DisplayName("R-STO-10 purging keeps the claims of other shops")
  default void purgesOneShop() {
    bench()
        .runIn(
            Bench.OTHER_SHOP,
            unit -> assertEquals(
                Status.NEW, unit.operations().claim(claim("k", "a", "1")).status()));
    bench().advance(Duration.ofHours(1));

    int removed = bench().in(unit -> unit.operations().purge(unit.now(), 100));

    assertEquals(0, removed);
    bench()
        .runIn(
            Bench.OTHER_SHOP,
            unit -> assertEquals(
                Status.REPLAYED, unit.operations().claim(claim("k", "a", "2")).status()));
  }
}
