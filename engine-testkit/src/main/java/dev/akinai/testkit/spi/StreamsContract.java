package dev.akinai.testkit.spi;

import static dev.akinai.testkit.spi.Samples.fact;
import static dev.akinai.testkit.spi.Samples.order;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.akinai.event.StreamEvent;
import dev.akinai.event.StreamId;
import dev.akinai.order.ExternalRef;
import dev.akinai.order.OrderId;
import dev.akinai.spi.UnitOfWork;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** R-STO-34 to 36: histories grow by condition. */
interface StreamsContract extends ContractPart {

  private boolean append(StreamId stream, long expected, List<StreamEvent> events) {
    return bench().retrying(unit -> unit.streams().append(stream, expected, events));
  }

  private List<StreamEvent> read(StreamId stream, long after) {
    return bench().retrying(unit -> unit.streams().read(stream, after));
  }

  private static List<Long> versions(List<StreamEvent> events) {
    return events.stream().map(StreamEvent::version).toList();
  }

  @Test
  @DisplayName("R-STO-34 appending succeeds only at the stream's version")
  default void appendsAtTheExpectedVersion() {
    StreamId stream = order("o-1");
    assertTrue(append(stream, 0, List.of(fact(1), fact(2))));

    assertFalse(append(stream, 0, List.of(fact(1))));
    assertFalse(append(stream, 1, List.of(fact(2))));
    assertFalse(append(stream, 3, List.of(fact(4))));
    assertTrue(append(stream, 2, List.of(fact(3))));

    assertEquals(List.of(1L, 2L, 3L), versions(read(stream, 0)));
  }

  @Test
  @DisplayName("R-STO-34 a new stream is appended to at version 0 only")
  default void beginsAtZero() {
    assertFalse(append(order("o-1"), 1, List.of(fact(2))));
    assertEquals(List.of(), read(order("o-1"), 0));

    assertTrue(append(order("o-1"), 0, List.of(fact(1))));
  }

  @Test
  @DisplayName("R-STO-34 after a refused append the unit goes on")
  default void goesOnAfterARefusedAppend() {
    assertTrue(append(order("o-1"), 0, List.of(fact(1))));

    bench().run(unit -> {
      assertFalse(unit.streams().append(order("o-1"), 0, List.of(fact(1))));
      assertTrue(unit.streams().append(order("o-2"), 0, List.of(fact(1))));
    });

    assertEquals(1, read(order("o-2"), 0).size());
  }

  @Test
  @DisplayName("R-STO-34 of 32 appends at one version one succeeds")
  default void appendsOnceAmongMany() throws Exception {
    for (int round = 0; round < 8; round++) {
      StreamId stream = order("race-" + round);

      List<Boolean> won =
          Crowd.of(Bench.THREADS, i -> append(stream, 0, List.of(fact(1, "{\"by\":" + i + "}"))));

      assertEquals(1, Collections.frequency(won, true));
      assertEquals("{\"by\":" + won.indexOf(true) + "}", read(stream, 0).get(0).payload());
    }
  }

  @Test
  @DisplayName("R-STO-34 32 writers of one stream leave versions without a gap")
  default void leavesNoGap() throws Exception {
    StreamId stream = order("busy");

    Crowd.of(Bench.THREADS, i -> {
      int written = 0;
      for (int tries = 0; written < 3 && tries < 3_000; tries++) {
        written += bench().retrying(unit -> appendNext(unit, stream)) ? 1 : 0;
      }
      return written;
    });

    long all = 3L * Bench.THREADS;
    assertEquals(LongStream.rangeClosed(1, all).boxed().toList(), versions(read(stream, 0)));
  }

  private static boolean appendNext(UnitOfWork unit, StreamId stream) {
    long version = unit.streams().read(stream, 0).size();
    return unit.streams().append(stream, version, List.of(fact(version + 1)));
  }

  @Test
  @DisplayName("R-STO-35 a stream reads back whole, in order, byte for byte")
  default void readsBackByteForByte() {
    List<String> payloads = List.of(
        "{}",
        "{ \"b\":1, \"a\" : 2 }  ",
        "{\"text\":\"茶 🍵 \\u0000 é e\\u0301 \\\\ ' % _ \\n\"}",
        "{\"lines\":\r\n\t[1,2]\n}",
        "{\"n\":1.10,\"big\":12345678901234567890}",
        "{\"long\":\"" + "x".repeat(300_000) + "\"}");
    var events = new ArrayList<StreamEvent>();
    for (String payload : payloads) {
      events.add(fact(events.size() + 1, payload));
    }

    assertTrue(append(order("o-1"), 0, events));

    assertEquals(events, read(order("o-1"), 0));
    assertEquals(events.subList(4, 6), read(order("o-1"), 4));
    assertEquals(List.of(), read(order("o-1"), 6));
  }

  @Test
  @DisplayName("R-STO-35 streams of other types and cases with equal ids do not mix")
  default void keepsStreamsApart() {
    assertTrue(append(order("o-1"), 0, List.of(fact(1, "{\"a\":1}"))));
    assertTrue(append(order("O-1"), 0, List.of(fact(1, "{\"b\":1}"))));
    assertTrue(append(new StreamId("payment", "o-1"), 0, List.of(fact(1, "{\"c\":1}"))));

    assertEquals("{\"a\":1}", read(order("o-1"), 0).get(0).payload());
    assertEquals("{\"b\":1}", read(order("O-1"), 0).get(0).payload());
    assertEquals("{\"c\":1}", read(new StreamId("payment", "o-1"), 0).get(0).payload());
  }

  @Test
  @DisplayName("R-STO-36 an external reference belongs to the first order that claimed it")
  default void findsTheFirstOrder() {
    var ref = new ExternalRef("web", "7");
    assertEquals(Optional.empty(), bench().in(unit -> unit.orders().find(ref)));

    assertEquals(new OrderId("o-1"), claim(ref, "o-1"));
    assertEquals(new OrderId("o-1"), claim(ref, "o-2"));
    assertEquals(new OrderId("o-1"), claim(ref, "o-1"));
    assertEquals(new OrderId("o-2"), claim(new ExternalRef("shop", "7"), "o-2"));
    assertEquals(new OrderId("o-3"), claim(new ExternalRef("WEB", "7"), "o-3"));

    assertEquals(
        Optional.of(new OrderId("o-1")), bench().in(unit -> unit.orders().find(ref)));
  }

  private OrderId claim(ExternalRef ref, String order) {
    return bench().retrying(unit -> unit.orders().claim(ref, new OrderId(order)));
  }

  @Test
  @DisplayName("R-STO-36 32 claims of one reference at once find one order")
  default void findsOneOrderAmongMany() throws Exception {
    for (int round = 0; round < 5; round++) {
      var ref = new ExternalRef("web", "race-" + round);

      List<OrderId> found = Crowd.of(Bench.THREADS, i -> claim(ref, "o-" + i));

      Set<OrderId> different = new HashSet<>(found);
      assertEquals(1, different.size());
      assertEquals(Optional.of(found.get(0)), bench().in(unit -> unit.orders().find(ref)));
    }
  }
}
