package dev.akinai.jdbc.store;

import static dev.akinai.jdbc.generated.Tables.AK_EVENT;
import static dev.akinai.jdbc.generated.Tables.AK_STREAM;

import dev.akinai.base.InputTooLargeException;
import dev.akinai.base.InvalidInputException;
import dev.akinai.event.StreamEvent;
import dev.akinai.event.StreamId;
import dev.akinai.jdbc.generated.tables.records.AkEventRecord;
import dev.akinai.jdbc.generated.tables.records.AkStreamRecord;
import dev.akinai.spi.Streams;
import java.util.List;

/** Histories: one guarded update of the stream's version decides, then the events are added. For one thread. */
final class JdbcStreams implements Streams {

  private static final int MAX_EVENTS = 100;

  private final StoreScope scope;

  JdbcStreams(StoreScope scope) {
    this.scope = scope;
  }

  @Override
  public boolean append(StreamId stream, long expectedVersion, List<StreamEvent> events) {
    requireNumbered(expectedVersion, events);
    if (expectedVersion == 0) {
      scope.insertAbsent(AK_STREAM, List.of(head(stream)));
    }
    if (!advance(stream, expectedVersion, events.size())) {
      return false;
    }
    scope.insertAll(AK_EVENT, events.stream().map(event -> row(stream, event)).toList());
    return true;
  }

  private boolean advance(StreamId stream, long from, int by) {
    return scope
            .dsl()
            .update(AK_STREAM)
            .set(AK_STREAM.VER, from + by)
            .where(AK_STREAM.SHOP.eq(scope.shop()))
            .and(AK_STREAM.STREAM_TYPE.eq(stream.type()))
            .and(AK_STREAM.STREAM_ID.eq(stream.id()))
            .and(AK_STREAM.VER.eq(from))
            .execute()
        == 1;
  }

  @Override
  public List<StreamEvent> read(StreamId stream, long afterVersion) {
    return scope
        .dsl()
        .select(AK_EVENT.VERSION, AK_EVENT.TYPE, AK_EVENT.PAYLOAD, AK_EVENT.MADE_AT)
        .from(AK_EVENT)
        .where(AK_EVENT.SHOP.eq(scope.shop()))
        .and(AK_EVENT.STREAM_TYPE.eq(stream.type()))
        .and(AK_EVENT.STREAM_ID.eq(stream.id()))
        .and(AK_EVENT.VERSION.gt(afterVersion))
        .orderBy(AK_EVENT.VERSION)
        .fetch(row -> new StreamEvent(row.value1(), row.value2(), row.value3(), row.value4()));
  }

  private AkStreamRecord head(StreamId stream) {
    return new AkStreamRecord(scope.shop(), stream.type(), stream.id(), 0L);
  }

  private AkEventRecord row(StreamId stream, StreamEvent event) {
    return new AkEventRecord(
        scope.shop(),
        stream.type(),
        stream.id(),
        event.version(),
        event.type(),
        event.payload(),
        event.at());
  }

  private static void requireNumbered(long expectedVersion, List<StreamEvent> events) {
    if (events.size() > MAX_EVENTS) {
      throw new InputTooLargeException("events of one append", MAX_EVENTS, events.size());
    }
    if (events.isEmpty() || expectedVersion < 0) {
      throw new InvalidInputException(
          "An append (%d events after version %d) must have at least one event, after version 0 or more. Maybe decide before appending."
              .formatted(events.size(), expectedVersion));
    }
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i).version() != expectedVersion + i + 1) {
        throw new InvalidInputException(
            "The event (version %d) must be numbered %d. Maybe number events from the version that was read."
                .formatted(events.get(i).version(), expectedVersion + i + 1));
      }
    }
  }
}
