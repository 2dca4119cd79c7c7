package dev.akinai.testkit.spi;

import static dev.akinai.testkit.spi.Samples.fact;
import static dev.akinai.testkit.spi.Samples.message;
import static dev.akinai.testkit.spi.Samples.order;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.akinai.base.Page;
import dev.akinai.event.EventEnvelope;
import dev.akinai.event.StreamId;
import dev.akinai.spi.AuditReads;
import dev.akinai.spi.Outbox;
import dev.akinai.spi.Storage;
import dev.akinai.spi.UnitOfWork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** R-STO-37 to 40: events in the transaction of their change, delivered in order under a lease. */
interface OutboxContract extends ContractPart {

  Duration LEASE = Duration.ofSeconds(30);

  /** Appends a fact and its event in one unit; false if another caller was first. */
  private static boolean happen(UnitOfWork unit, StreamId stream) {
    long version = unit.streams().read(stream, 0).size();
    boolean appended = unit.streams().append(stream, version, List.of(fact(version + 1)));
    if (appended) {
      unit.outbox().add(List.of(message(stream, version + 1)));
    }
    return appended;
  }

  private void happen(StreamId stream) {
    assertTrue(bench().<Boolean>retrying(unit -> happen(unit, stream)));
  }

  private Optional<Outbox.Lease> lease(String worker) {
    return bench().retrying(unit -> unit.outbox().lease(worker, LEASE));
  }

  private List<EventEnvelope> pending(Outbox.Lease lease) {
    return bench().retrying(unit -> unit.outbox().pending(lease, 100));
  }

  private boolean acknowledge(Outbox.Lease lease, List<EventEnvelope> events) {
    return bench().retrying(unit -> unit.outbox().acknowledge(lease, events));
  }

  /** Delivers all there is, a few events at a time, as a relay does. */
  private List<EventEnvelope> deliver(String worker) {
    var delivered = new ArrayList<EventEnvelope>();
    for (Optional<Outbox.Lease> lease = lease(worker); lease.isPresent(); lease = lease(worker)) {
      Outbox.Lease held = lease.get();
      List<EventEnvelope> some = bench().retrying(unit -> unit.outbox().pending(held, 7));
      if (acknowledge(held, some)) {
        delivered.addAll(some);
      }
      bench().again(() -> {
        bench().run(unit -> unit.outbox().release(held));
        return true;
      });
      assertTrue(delivered.size() < 10_000, "acknowledged events come again");
    }
    return delivered;
  }

  private boolean hasWork() {
    return bench()
        .storage()
        .shopsWithWork(Storage.Work.EVENTS, Samples.NOON, 10)
        .contains(Bench.SHOP);
  }

  @Test
  @DisplayName("R-STO-37 an event exists if its unit committed, and comes as it was written")
  default void keepsEventsOfCommittedUnits() {
    assertFalse(hasWork());
    happen(order("o-1"));
    assertTrue(hasWork());

    assertEquals(List.of(message(order("o-1"), 1)), deliver("relay"));
    assertFalse(hasWork());
  }

  @Test
  @DisplayName("R-STO-37 an event of a unit that failed does not exist")
  default void dropsEventsOfFailedUnits() {
    assertThrows(
        IllegalStateException.class,
        () -> bench().run(unit -> {
          assertTrue(happen(unit, order("o-1")));
          throw new IllegalStateException("refused");
        }));

    assertFalse(hasWork());
    assertEquals(Optional.empty(), lease("relay"));
  }

  @Test
  @DisplayName("R-STO-37 an event is there inside its own unit already")
  default void readsAnEventInsideItsUnit() {
    long messages = bench().in(unit -> {
      assertTrue(happen(unit, order("o-1")));
      return sums(unit).stream().mapToLong(AuditReads.StreamSums::messages).sum();
    });

    assertEquals(1, messages);
  }

  private static List<AuditReads.StreamSums> sums(UnitOfWork unit) {
    return unit.audit().streams(Page.Request.first(100)).items();
  }

  @Test
  @DisplayName("R-STO-37 a reader never sees a change without its event")
  default void neverShowsAChangeWithoutItsEvent() throws Exception {
    Crowd.readWhileWriting(
        40,
        () -> assertTrue(bench().<Boolean>retrying(OutboxContract::compare)),
        i -> happen(order("o-1")));

    assertTrue(bench().<Boolean>retrying(OutboxContract::compare));
  }

  /** The history is read first: the event of what it shows must be found afterwards. */
  private static boolean compare(UnitOfWork unit) {
    long version = unit.streams().read(order("o-1"), 0).size();
    for (AuditReads.StreamSums each : sums(unit)) {
      assertTrue(each.lastSequence() >= version, () -> "version " + version + " but " + each);
      assertEquals(each.messages(), each.lastSequence());
    }
    return true;
  }

  @Test
  @DisplayName(
      "R-STO-38 events of a stream come in order and none is skipped, with 32 writers and 3 relays")
  default void deliversInOrder() throws Exception {
    List<StreamId> streams = List.of(order("a"), order("b"), order("c"), order("d"), order("e"));
    var delivered = new HashMap<StreamId, List<Long>>();

    List<List<EventEnvelope>> batches = Crowd.of(
        Bench.THREADS + 3,
        i -> i < Bench.THREADS ? write(streams.get(i % streams.size())) : deliver("relay-" + i));
    batches.forEach(batch -> collect(batch, delivered));
    collect(deliver("relay"), delivered);

    for (StreamId stream : streams) {
      long all = bench().in(unit -> (long) unit.streams().read(stream, 0).size());
      List<Long> sequences =
          delivered.getOrDefault(stream, List.of()).stream().sorted().toList();
      assertEquals(LongStream.rangeClosed(1, all).boxed().toList(), sequences);
    }
  }

  private List<EventEnvelope> write(StreamId stream) {
    for (int written = 0, tries = 0; written < 4; tries++) {
      written += bench().<Boolean>retrying(unit -> happen(unit, stream)) ? 1 : 0;
      assertTrue(tries < 3_000, "no writer gets through");
    }
    return List.of();
  }

  /** One relay's events of a stream must come in order; which relay has a stream may change. */
  private static void collect(List<EventEnvelope> batch, Map<StreamId, List<Long>> delivered) {
    var last = new HashMap<StreamId, Long>();
    for (EventEnvelope each : batch) {
      long before = last.getOrDefault(each.stream(), 0L);
      assertTrue(each.sequence() > before, () -> each + " after " + before);
      last.put(each.stream(), each.sequence());
      delivered.computeIfAbsent(each.stream(), s -> new ArrayList<>()).add(each.sequence());
    }
  }

  @Test
  @DisplayName("R-STO-38 a stream has each sequence number once")
  default void refusesASequenceTwice() {
    happen(order("o-1"));

    assertThrows(
        RuntimeException.class,
        () -> bench().run(unit -> unit.outbox().add(List.of(message(order("o-1"), 1)))));

    assertEquals(1, deliver("relay").size());
  }

  @Test
  @DisplayName("R-STO-38 a small page of pending events begins at the oldest of each stream")
  default void pagesFromTheOldest() {
    for (int i = 0; i < 5; i++) {
      happen(order("o-1"));
    }
    Outbox.Lease lease = lease("relay").orElseThrow();

    List<EventEnvelope> two = bench().in(unit -> unit.outbox().pending(lease, 2));

    assertEquals(List.of(1L, 2L), two.stream().map(EventEnvelope::sequence).toList());
    assertTrue(acknowledge(lease, two));
    assertEquals(
        List.of(3L, 4L, 5L),
        pending(lease).stream().map(EventEnvelope::sequence).toList());
  }

  @Test
  @DisplayName("R-STO-39 a partition has one leaseholder until its time is over")
  default void leasesToOneWorker() {
    happen(order("o-1"));
    Outbox.Lease first = lease("one").orElseThrow();
    assertTrue(first.part() >= 0 && first.part() < Outbox.PARTS);
    assertEquals(Optional.empty(), lease("two"));

    bench().advance(LEASE.plusSeconds(1));

    Outbox.Lease second = lease("two").orElseThrow();
    assertEquals(first.part(), second.part());
    assertTrue(second.fence() > first.fence());
  }

  @Test
  @DisplayName("R-STO-39 an acknowledgement with an old fence is refused and changes nothing")
  default void refusesAnOldFence() {
    happen(order("o-1"));
    Outbox.Lease old = lease("one").orElseThrow();
    List<EventEnvelope> read = pending(old);
    bench().advance(LEASE.plusSeconds(1));
    Outbox.Lease current = lease("two").orElseThrow();

    assertFalse(acknowledge(old, read));
    bench().run(unit -> unit.outbox().release(old));

    assertEquals(read, pending(current));
    assertEquals(Optional.empty(), lease("three"), "an old lease gave the partition back");
    assertTrue(acknowledge(current, read));
  }

  @Test
  @DisplayName(
      "R-STO-39 a partition that was given back is leased again at once, with a higher fence")
  default void givesAPartitionBack() {
    happen(order("o-1"));
    Outbox.Lease first = lease("one").orElseThrow();

    bench().run(unit -> unit.outbox().release(first));

    Outbox.Lease second = lease("two").orElseThrow();
    assertTrue(second.fence() > first.fence());
    assertFalse(acknowledge(first, pending(second)));
  }

  @Test
  @DisplayName("R-STO-39 of 32 workers one gets a partition")
  default void leasesOnceAmongMany() throws Exception {
    happen(order("o-1"));

    List<Optional<Outbox.Lease>> leases = Crowd.of(Bench.THREADS, i -> lease("worker-" + i));

    assertEquals(1, leases.stream().filter(Optional::isPresent).count());
  }

  @Test
  @DisplayName(
      "R-STO-40 an event that was not acknowledged comes again, an acknowledged one does not")
  default void bringsEventsAgain() {
    happen(order("o-1"));
    happen(order("o-1"));
    Outbox.Lease first = lease("one").orElseThrow();
    List<EventEnvelope> both = pending(first);
    assertEquals(2, both.size());
    assertEquals(both, pending(first));
    assertTrue(acknowledge(first, both.subList(0, 1)));
    bench().run(unit -> unit.outbox().release(first));

    Outbox.Lease second = lease("two").orElseThrow();

    assertEquals(both.subList(1, 2), pending(second));
    assertTrue(acknowledge(second, both.subList(1, 2)));
    assertEquals(List.of(), pending(second));
    assertFalse(hasWork());
  }

  @Test
  @DisplayName("R-STO-40 an acknowledgement in a unit that fails is undone")
  default void undoesAnAcknowledgement() {
    happen(order("o-1"));
    Outbox.Lease lease = lease("one").orElseThrow();
    List<EventEnvelope> read = pending(lease);

    assertThrows(
        IllegalStateException.class,
        () -> bench().run(unit -> {
          assertTrue(unit.outbox().acknowledge(lease, read));
          throw new IllegalStateException("refused");
        }));

    assertEquals(read, pending(lease));
  }
}
