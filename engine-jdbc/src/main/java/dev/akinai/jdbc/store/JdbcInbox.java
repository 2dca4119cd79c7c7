package dev.akinai.jdbc.store;

import dev.akinai.event.StreamId;
import dev.akinai.spi.Inbox;

/** X */
final class JdbcInbox implements Inbox {

  private final StoreScope scope;

  JdbcInbox(StoreScope scope) {
    this.scope = scope;
  }

  private UnsupportedOperationException missing() {
    return new UnsupportedOperationException(scope.shop());
  }

  @Override
  public boolean claim(String consumer, String messageId) {
    throw missing();
  }

  @Override
  public Step advance(String consumer, StreamId stream, long sequence) {
    throw missing();
  }
}
