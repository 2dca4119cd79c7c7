package dev.akinai.core.spi;

import dev.akinai.base.InvalidInputException;
import dev.akinai.event.StreamEvent;
import dev.akinai.event.StreamId;
import dev.akinai.spi.Streams;
import java.util.List;
import java.util.stream.Stream;

/** Histories, in memory. */
final class MemoryStreams implements Streams {

  private static final int MAX_EVENTS = 100;

  /** A history's newest version. */
  record Head(StreamId stream, long version) {}

  private final Table<Head> heads;
  private final Table<StreamEvent> events;

  MemoryStreams(UnitLog log) {
    this.heads = new Table<>(log);
    this.events = new Table<>(log);
  }

  @Override
  public boolean append(StreamId stream, long expectedVersion, List<StreamEvent> added) {
    requireNumbered(expectedVersion, added);
    String key = Keys.stream(stream);
    if (heads.find(key).map(Head::version).orElse(0L) != expectedVersion) {
      return false;
    }
    for (StreamEvent event : added) {
      events.put(Keys.of(key, Keys.number(event.version())), event);
    }
    heads.put(key, new Head(stream, expectedVersion + added.size()));
    return true;
  }

  @Override
  public List<StreamEvent> read(StreamId stream, long afterVersion) {
    return events
        .under(Keys.under(Keys.stream(stream)))
        .filter(event -> event.version() > afterVersion)
        .toList();
  }

  /** Histories after a key, each with its version as the events themselves tell it. */
  Stream<Head> after(String key) {
    return heads
        .after(key)
        .map(head -> new Head(
            head.stream(),
            events.last(Keys.under(Keys.stream(head.stream()))).orElseThrow().version()));
  }

  private static void requireNumbered(long expectedVersion, List<StreamEvent> added) {
    Keys.requireSize("events", MAX_EVENTS, added.size());
    boolean numbered = !added.isEmpty();
    for (int i = 0; i < added.size(); i++) {
      numbered &= added.get(i).version() == expectedVersion + 1 + i;
    }
    if (!numbered) {
      throw new InvalidInputException(
          "The events (%d) must be 1 to %d, numbered from %d on. Maybe read the history again."
              .formatted(added.size(), MAX_EVENTS, expectedVersion + 1));
    }
  }
}
