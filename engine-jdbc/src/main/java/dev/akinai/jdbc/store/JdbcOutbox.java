package dev.akinai.jdbc.store;

import static dev.akinai.jdbc.generated.Tables.AK_OUTBOX;
import static dev.akinai.jdbc.generated.Tables.AK_OUTBOX_PART;

import dev.akinai.base.InputTooLargeException;
import dev.akinai.base.InvalidInputException;
import dev.akinai.base.Text;
import dev.akinai.event.EventEnvelope;
import dev.akinai.event.StreamEvent;
import dev.akinai.event.StreamId;
import dev.akinai.jdbc.generated.tables.records.AkOutboxPartRecord;
import dev.akinai.jdbc.generated.tables.records.AkOutboxRecord;
import dev.akinai.spi.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/** Events to deliver, and leases with fences on their partitions. For one thread. */
final class JdbcOutbox implements Outbox {

  /** What is left to do of an event that was not delivered. */
  static final String PUBLISH = "PUBLISH";

  private final StoreScope scope;

  JdbcOutbox(StoreScope scope) {
    this.scope = scope;
  }

  @Override
  public void add(List<EventEnvelope> events) {
    events.forEach(this::require);
    scope.insertAll(AK_OUTBOX, events.stream().map(this::row).toList());
  }

  @Override
  public Optional<Lease> lease(String worker, Duration time) {
    Text.requireVisible("worker", worker, 160);
    Instant now = scope.now();
    for (int part = 0; part < PARTS; part++) {
      Optional<Lease> lease =
          hasWork(part) ? take(part, worker, now, now.plus(time)) : Optional.empty();
      if (lease.isPresent()) {
        return lease;
      }
    }
    return Optional.empty();
  }

  private boolean hasWork(int part) {
    return scope
        .dsl()
        .fetchExists(
            AK_OUTBOX,
            AK_OUTBOX
                .TODO
                .eq(PUBLISH)
                .and(AK_OUTBOX.SHOP.eq(scope.shop()))
                .and(AK_OUTBOX.PART.eq(part)));
  }

  private Optional<Lease> take(int part, String worker, Instant now, Instant until) {
    @Nullable AkOutboxPartRecord row = lock(part);
    if (row == null) {
      scope.insertAbsent(
          AK_OUTBOX_PART, List.of(new AkOutboxPartRecord(scope.shop(), part, null, 0L, now)));
      row = StoreScope.newest(lock(part));
    }
    if (row.getOwner() != null && row.getLeaseUntil().isAfter(now)) {
      return Optional.empty();
    }
    long fence = row.getFence() + 1;
    scope
        .dsl()
        .update(AK_OUTBOX_PART)
        .set(AK_OUTBOX_PART.OWNER, worker)
        .set(AK_OUTBOX_PART.FENCE, fence)
        .set(AK_OUTBOX_PART.LEASE_UNTIL, until)
        .where(key(part))
        .execute();
    return Optional.of(new Lease(part, fence));
  }

  private @Nullable AkOutboxPartRecord lock(int part) {
    return scope.dsl().selectFrom(AK_OUTBOX_PART).where(key(part)).forUpdate().fetchOne();
  }

  /** By place in the stream first: so every prefix holds each stream in order, and no stream keeps the others waiting. */
  @Override
  public List<EventEnvelope> pending(Lease lease, int limit) {
    return scope
        .dsl()
        .selectFrom(AK_OUTBOX)
        .where(AK_OUTBOX.TODO.eq(PUBLISH))
        .and(AK_OUTBOX.SHOP.eq(scope.shop()))
        .and(AK_OUTBOX.PART.eq(lease.part()))
        .orderBy(AK_OUTBOX.AGG_SEQ, AK_OUTBOX.AGG_TYPE, AK_OUTBOX.AGG_ID)
        .limit(limit)
        .fetch(this::envelope);
  }

  @Override
  public boolean acknowledge(Lease lease, List<EventEnvelope> events) {
    if (!holds(lease)) {
      return false;
    }
    var update = scope
        .dsl()
        .update(AK_OUTBOX)
        .set(AK_OUTBOX.TODO, StoreScope.none(AK_OUTBOX.TODO))
        .set(AK_OUTBOX.PUBLISHED_AT, scope.nowField())
        .where(AK_OUTBOX.SHOP.eq(scope.shop()))
        .and(AK_OUTBOX.PART.eq(lease.part()))
        .and(AK_OUTBOX.AGG_TYPE.eq(""))
        .and(AK_OUTBOX.AGG_ID.eq(""))
        .and(AK_OUTBOX.AGG_SEQ.eq(0L));
    scope.batch(
        update,
        events.stream()
            .map(event -> new Object[] {
              scope.shop(),
              lease.part(),
              event.stream().type(),
              event.stream().id(),
              event.sequence()
            })
            .toList());
    return true;
  }

  private boolean holds(Lease lease) {
    @Nullable AkOutboxPartRecord row = lock(lease.part());
    return row != null && row.getOwner() != null && row.getFence() == lease.fence();
  }

  @Override
  public void release(Lease lease) {
    scope
        .dsl()
        .update(AK_OUTBOX_PART)
        .setNull(AK_OUTBOX_PART.OWNER)
        .where(key(lease.part()))
        .and(AK_OUTBOX_PART.FENCE.eq(lease.fence()))
        .execute();
  }

  private Condition key(int part) {
    return AK_OUTBOX_PART.SHOP.eq(scope.shop()).and(AK_OUTBOX_PART.PART.eq(part));
  }

  private EventEnvelope envelope(AkOutboxRecord row) {
    return new EventEnvelope(
        scope.shopId(),
        row.getEventId(),
        new StreamId(row.getAggType(), row.getAggId()),
        row.getAggSeq(),
        row.getType(),
        row.getPayload(),
        row.getMadeAt());
  }

  private AkOutboxRecord row(EventEnvelope event) {
    return new AkOutboxRecord(
        scope.shop(),
        event.stream().type(),
        event.stream().id(),
        event.sequence(),
        Math.floorMod(event.stream().toString().hashCode(), PARTS),
        event.eventId(),
        event.type(),
        event.payload(),
        event.at(),
        PUBLISH,
        null);
  }

  private void require(EventEnvelope event) {
    Text.requireVisible("eventId", event.eventId(), 160);
    Text.requireVisible("type", event.type(), 64);
    if (event.payload().length() > StreamEvent.MAX_PAYLOAD) {
      throw new InputTooLargeException(
          "payload", StreamEvent.MAX_PAYLOAD, event.payload().length());
    }
    if (!event.shop().equals(scope.shopId())) {
      throw new InvalidInputException(
          "The event's shop (%s) must be the unit's (%s). Maybe use a unit of that shop."
              .formatted(event.shop(), scope.shopId()));
    }
  }
}
