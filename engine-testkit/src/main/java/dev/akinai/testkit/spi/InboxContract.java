package dev.akinai.testkit.spi;

import static dev.akinai.testkit.spi.Samples.TEA;
import static dev.akinai.testkit.spi.Samples.cell;
import static dev.akinai.testkit.spi.Samples.order;
import static dev.akinai.testkit.spi.Samples.receipt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.akinai.event.StreamId;
import dev.akinai.spi.Inbox;
import dev.akinai.spi.Inbox.Step;
import dev.akinai.spi.UnitOfWork;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** R-STO-41: delivered at least once, in effect once. */
interface InboxContract extends ContractPart {

  private boolean claim(String consumer, String message) {
    return bench().retrying(unit -> unit.inbox().claim(consumer, message));
  }

  private Step advance(String consumer, StreamId stream, long sequence) {
    return bench().retrying(unit -> unit.inbox().advance(consumer, stream, sequence));
  }

  @Test
  @DisplayName("R-STO-41 a message is claimed once per consumer")
  default void claimsOncePerConsumer() {
    assertTrue(claim("mailer", "m-1"));
    assertFalse(claim("mailer", "m-1"));
    assertTrue(claim("points", "m-1"));
    assertTrue(claim("mailer", "M-1"));
    assertTrue(claim("mailer", "m-2"));
    assertFalse(claim("mailer", "m-2"));
  }

  @Test
  @DisplayName(
      "R-STO-41 a claim goes with its unit: if the effect fails, the message may come again")
  default void claimsWithItsEffect() {
    assertThrows(
        IllegalStateException.class,
        () -> bench().run(unit -> {
          assertTrue(unit.inbox().claim("mailer", "m-1"));
          assertEquals(Step.APPLY, unit.inbox().advance("mailer", order("o-1"), 1));
          throw new IllegalStateException("the effect failed");
        }));

    assertTrue(claim("mailer", "m-1"));
    assertEquals(Step.APPLY, advance("mailer", order("o-1"), 1));
  }

  @Test
  @DisplayName("R-STO-41 of 32 deliveries at once one has an effect")
  default void hasOneEffectAmongMany() throws Exception {
    for (int round = 0; round < 5; round++) {
      String message = "race-" + round;

      List<Boolean> claimed = Crowd.of(Bench.THREADS, i -> {
        String prefix = bench().next("effect");
        return bench().retrying(unit -> putOnce(unit, message, prefix));
      });

      assertEquals(1, Collections.frequency(claimed, true));
      assertEquals(round + 1, cell(bench(), TEA).limit());
    }
  }

  private static boolean putOnce(UnitOfWork unit, String message, String prefix) {
    boolean mine = unit.inbox().claim("warehouse", message);
    if (mine) {
      unit.cells().post(receipt(TEA, 1), prefix);
    }
    return mine;
  }

  @Test
  @DisplayName(
      "R-STO-41 the next event is applied, an older one skipped, and a gap is not accepted")
  default void appliesInOrder() {
    StreamId stream = order("o-1");
    assertEquals(Step.GAP, advance("mailer", stream, 2));
    assertEquals(Step.APPLY, advance("mailer", stream, 1));
    assertEquals(Step.SKIP, advance("mailer", stream, 1));
    assertEquals(Step.GAP, advance("mailer", stream, 3));
    assertEquals(Step.APPLY, advance("mailer", stream, 2));
    assertEquals(Step.APPLY, advance("mailer", stream, 3));
    assertEquals(Step.SKIP, advance("mailer", stream, 2));
  }

  @Test
  @DisplayName("R-STO-41 each consumer has its own place in each stream")
  default void keepsPlacesApart() {
    assertEquals(Step.APPLY, advance("mailer", order("o-1"), 1));

    assertEquals(Step.APPLY, advance("points", order("o-1"), 1));
    assertEquals(Step.APPLY, advance("mailer", order("o-2"), 1));
    assertEquals(Step.APPLY, advance("mailer", new StreamId("payment", "o-1"), 1));
    assertEquals(Step.SKIP, advance("mailer", order("o-1"), 1));
  }

  @Test
  @DisplayName(
      "R-STO-41 a stream delivered three times, shuffled, by 32 workers is applied once and in order")
  default void appliesOnceAmongMany() throws Exception {
    StreamId stream = order("o-1");
    List<Long> applied = Collections.synchronizedList(new ArrayList<>());

    Crowd.of(Bench.THREADS, i -> {
      var random = new Random(i);
      for (int tries = 0; tries < 25; tries++) {
        long sequence = 1L + random.nextInt(6);
        if (advance("mailer", stream, sequence) == Inbox.Step.APPLY) {
          applied.add(sequence);
        }
      }
      return i;
    });

    assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L), applied.stream().sorted().toList());
  }
}
