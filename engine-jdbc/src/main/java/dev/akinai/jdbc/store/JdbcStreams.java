package dev.akinai.jdbc.store;

import dev.akinai.event.StreamEvent;
import dev.akinai.event.StreamId;
import dev.akinai.spi.Streams;
import java.util.List;

/** X */
final class JdbcStreams implements Streams {

  private final StoreScope scope;

  JdbcStreams(StoreScope scope) {
    this.scope = scope;
  }

  private UnsupportedOperationException missing() {
    return new UnsupportedOperationException(scope.shop());
  }

  @Override
  public boolean append(StreamId stream, long expectedVersion, List<StreamEvent> events) {
    throw missing();
  }

  @Override
  public List<StreamEvent> read(StreamId stream, long afterVersion) {
    throw missing();
  }
}
