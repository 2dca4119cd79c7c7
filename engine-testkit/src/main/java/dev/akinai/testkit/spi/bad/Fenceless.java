package dev.akinai.testkit.spi.bad;

import dev.akinai.event.EventEnvelope;
import dev.akinai.spi.Outbox;
import dev.akinai.spi.Storage;
import dev.akinai.spi.UnitOfWork;
import dev.akinai.testkit.spi.ForwardingStorage;
import dev.akinai.testkit.spi.ForwardingUnit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** K15: an acknowledgement counts whoever sends it. */
final class Fenceless extends ForwardingStorage {

  private final Map<Integer, Outbox.Lease> newest = new ConcurrentHashMap<>();

  Fenceless(Storage inner) {
    super(inner);
  }

  @Override
  protected UnitOfWork unit(UnitOfWork unit) {
    return new ForwardingUnit(unit) {
      @Override
      public Outbox outbox() {
        return new Newest(inner().outbox());
      }
    };
  }

  private final class Newest implements Outbox {

    private final Outbox inner;

    Newest(Outbox inner) {
      this.inner = inner;
    }

    @Override
    public void add(List<EventEnvelope> events) {
      inner.add(events);
    }

    @Override
    public Optional<Lease> lease(String worker, Duration time) {
      Optional<Lease> lease = inner.lease(worker, time);
      lease.ifPresent(got -> newest.put(got.part(), got));
      return lease;
    }

    @Override
    public List<EventEnvelope> pending(Lease lease, int limit) {
      return inner.pending(lease, limit);
    }

    @Override
    public boolean acknowledge(Lease lease, List<EventEnvelope> events) {
      return inner.acknowledge(newest.getOrDefault(lease.part(), lease), events);
    }

    @Override
    public void release(Lease lease) {
      inner.release(lease);
    }
  }
}
