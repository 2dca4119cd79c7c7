package dev.akinai.core.spi;

import dev.akinai.base.InvalidInputException;
import dev.akinai.base.ShopId;
import dev.akinai.event.EventEnvelope;
import dev.akinai.event.StreamId;
import dev.akinai.spi.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Events to deliver and the leases of those who deliver them, in memory. What was delivered keeps its key, not its payload. */
final class MemoryOutbox implements Outbox {

  private record Holder(String worker, long fence, Instant until) {}

  private final ShopId shop;
  private final Supplier<Instant> now;
  private final Table<EventEnvelope> pending;
  private final Table<Long> sequences;
  private final Table<StreamId> eventIds;
  private final Table<Holder> holders;

  MemoryOutbox(ShopId shop, UnitLog log, Supplier<Instant> now) {
    this.shop = shop;
    this.now = now;
    this.pending = new Table<>(log);
    this.sequences = new Table<>(log);
    this.eventIds = new Table<>(log);
    this.holders = new Table<>(log);
  }

  @Override
  public void add(List<EventEnvelope> events) {
    events.forEach(this::requireSound);
    for (EventEnvelope event : events) {
      eventIds.insert(event.eventId(), event.stream(), "event");
      sequences.insert(
          Keys.of(Keys.stream(event.stream()), Keys.number(event.sequence())),
          event.sequence(),
          "event of a stream");
      pending.put(pendingKey(event), event);
    }
  }

  @Override
  public Optional<Lease> lease(String worker, Duration time) {
    Instant at = now.get();
    // the part that was leased least often goes first, so one that never empties starves no other
    Optional<Integer> free = IntStream.range(0, PARTS)
        .boxed()
        .filter(part -> pending.first(Keys.under(part.toString())).isPresent())
        .filter(part -> !holder(part).until().isAfter(at))
        .min(Comparator.comparingLong(part -> holder(part).fence()));
    free.ifPresent(part ->
        holders.put(part.toString(), new Holder(worker, holder(part).fence() + 1, at.plus(time))));
    return free.map(part -> new Lease(part, holder(part).fence()));
  }

  @Override
  public List<EventEnvelope> pending(Lease lease, int limit) {
    return isCurrent(lease)
        ? pending
            .under(Keys.under(Integer.toString(lease.part())))
            .limit(Math.max(0, limit))
            .toList()
        : List.of();
  }

  @Override
  public boolean acknowledge(Lease lease, List<EventEnvelope> events) {
    if (!isCurrent(lease)) {
      return false;
    }
    for (EventEnvelope event : events) {
      if (part(event.stream()) != lease.part()) {
        throw new InvalidInputException(
            "The events must be of the leased part (%d). Maybe acknowledge those that were read under this lease."
                .formatted(lease.part()));
      }
    }
    events.forEach(event -> pending.remove(pendingKey(event)));
    return true;
  }

  @Override
  public void release(Lease lease) {
    if (isCurrent(lease)) {
      holders.put(Integer.toString(lease.part()), new Holder("", lease.fence(), Instant.EPOCH));
    }
  }

  boolean hasPending() {
    return pending.first("").isPresent();
  }

  /** The sequences that a stream's messages have or had, in order. */
  Stream<Long> sequencesOf(StreamId stream) {
    return sequences.under(Keys.under(Keys.stream(stream)));
  }

  private Holder holder(int part) {
    return holders.find(Integer.toString(part)).orElse(new Holder("", 0, Instant.EPOCH));
  }

  private boolean isCurrent(Lease lease) {
    return holder(lease.part()).fence() == lease.fence();
  }

  private static int part(StreamId stream) {
    return Math.floorMod(stream.toString().hashCode(), PARTS);
  }

  private static String pendingKey(EventEnvelope event) {
    return Keys.of(
        Integer.toString(part(event.stream())),
        Keys.stream(event.stream()),
        Keys.number(event.sequence()));
  }

  private void requireSound(EventEnvelope event) {
    if (!event.shop().equals(shop) || event.sequence() < 1) {
      throw new InvalidInputException(
          "An event must be of the unit's shop and numbered (%d) from 1. Maybe it was made for another shop."
              .formatted(event.sequence()));
    }
  }
}
