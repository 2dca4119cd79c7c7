package dev.akinai.testkit.spi.bad;

import dev.akinai.base.ShopId;
import dev.akinai.event.EventEnvelope;
import dev.akinai.spi.Outbox;
import dev.akinai.spi.Storage;
import dev.akinai.spi.UnitOfWork;
import dev.akinai.testkit.spi.ForwardingStorage;
import dev.akinai.testkit.spi.ForwardingUnit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** K13: events are kept in memory until the change is committed, and written then. */
final class LateEvents extends ForwardingStorage {

  LateEvents(Storage inner) {
    super(inner);
  }

  @Override
  public <T> T inTransaction(ShopId shop, Function<UnitOfWork, T> work) {
    var late = new ArrayList<EventEnvelope>();
    T result = inner()
        .inTransaction(
            shop,
            unit -> work.apply(new ForwardingUnit(unit) {
              @Override
              public Outbox outbox() {
                return new Collecting(inner().outbox(), late);
              }
            }));
    if (!late.isEmpty()) {
      inner().inTransaction(shop, unit -> {
        unit.outbox().add(late);
        return late.size();
      });
    }
    return result;
  }

  private record Collecting(Outbox inner, List<EventEnvelope> late) implements Outbox {

    @Override
    public void add(List<EventEnvelope> events) {
      late.addAll(events);
    }

    @Override
    public Optional<Lease> lease(String worker, Duration time) {
      return inner.lease(worker, time);
    }

    @Override
    public List<EventEnvelope> pending(Lease lease, int limit) {
      return inner.pending(lease, limit);
    }

    @Override
    public boolean acknowledge(Lease lease, List<EventEnvelope> events) {
      return inner.acknowledge(lease, events);
    }

    @Override
    public void release(Lease lease) {
      inner.release(lease);
    }
  }
}
