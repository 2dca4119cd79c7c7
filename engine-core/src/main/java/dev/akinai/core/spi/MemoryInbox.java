package dev.akinai.core.spi;

import dev.akinai.base.Text;
import dev.akinai.event.StreamId;
import dev.akinai.spi.Inbox;

/** What consumers have taken in, in memory. */
final class MemoryInbox implements Inbox {

  private final Table<Boolean> claims;
  private final Table<Long> places;

  MemoryInbox(UnitLog log) {
    this.claims = new Table<>(log);
    this.places = new Table<>(log);
  }

  @Override
  public boolean claim(String consumer, String messageId) {
    Text.requireVisible("consumer", consumer, 64);
    Keys.requireLength("messageId", 160, messageId);
    String key = Keys.of(consumer, messageId);
    boolean first = !claims.has(key);
    if (first) {
      claims.put(key, true);
    }
    return first;
  }

  @Override
  public Step advance(String consumer, StreamId stream, long sequence) {
    Text.requireVisible("consumer", consumer, 64);
    String key = Keys.of(consumer, Keys.stream(stream));
    long last = places.find(key).orElse(0L);
    if (sequence <= last) {
      return Step.SKIP;
    }
    if (sequence != last + 1) {
      return Step.GAP;
    }
    places.put(key, sequence);
    return Step.APPLY;
  }
}
