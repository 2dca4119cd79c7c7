package dev.akinai.jdbc.store;

import dev.akinai.event.EventEnvelope;
import dev.akinai.spi.Outbox;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** X */
final class JdbcOutbox implements Outbox {

  private final StoreScope scope;

  JdbcOutbox(StoreScope scope) {
    this.scope = scope;
  }

  private UnsupportedOperationException missing() {
    return new UnsupportedOperationException(scope.shop());
  }

  @Override
  public void add(List<EventEnvelope> events) {
    throw missing();
  }

  @Override
  public Optional<Lease> lease(String worker, Duration time) {
    throw missing();
  }

  @Override
  public List<EventEnvelope> pending(Lease lease, int limit) {
    throw missing();
  }

  @Override
  public boolean acknowledge(Lease lease, List<EventEnvelope> events) {
    throw missing();
  }

  @Override
  public void release(Lease lease) {
    throw missing();
  }
}
