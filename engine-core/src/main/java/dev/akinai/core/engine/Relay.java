package dev.akinai.core.engine;

import dev.akinai.base.ShopId;
import dev.akinai.core.base.Commands;
import dev.akinai.event.EventEnvelope;
import dev.akinai.event.EventListener;
import dev.akinai.event.StreamId;
import dev.akinai.spi.Outbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Delivers a shop's events (RELIABILITY section 4): leases a partition, hands each event to every listener in order, and acknowledges what
 * all of them took. An event that a listener refuses comes again, and later events of the same thing wait for it; others do not.
 * Thread-safe; any number of relays may run.
 */
final class Relay {

  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final int BATCH = 200;
  private static final System.Logger LOG = System.getLogger("dev.akinai.event");

  private final Commands commands;
  private final Listeners listeners;

  Relay(Commands commands, Listeners listeners) {
    this.commands = commands;
    this.listeners = listeners;
  }

  /** Delivers at most so many events of a shop; answers how many. */
  int deliver(ShopId shop, int limit) {
    String worker = commands.door().newId();
    int delivered = 0;
    for (int part = 0; part < Outbox.PARTS && delivered < limit; part++) {
      Optional<Outbox.Lease> lease =
          commands.inUnit(shop, unit -> unit.outbox().lease(worker, LEASE));
      if (lease.isEmpty()) {
        return delivered;
      }
      delivered += deliver(shop, lease.get(), limit - delivered);
      commands.inUnit(shop, unit -> {
        unit.outbox().release(lease.get());
        return true;
      });
    }
    return delivered;
  }

  private int deliver(ShopId shop, Outbox.Lease lease, int limit) {
    int delivered = 0;
    Set<StreamId> waiting = new HashSet<>();
    while (delivered < limit) {
      int size = Math.min(BATCH, limit - delivered);
      List<EventEnvelope> pending =
          commands.inUnit(shop, unit -> unit.outbox().pending(lease, size));
      List<EventEnvelope> taken = handOver(pending, waiting);
      if (taken.isEmpty()
          || !commands.inUnit(shop, unit -> unit.outbox().acknowledge(lease, taken))) {
        return delivered;
      }
      delivered += taken.size();
    }
    return delivered;
  }

  private List<EventEnvelope> handOver(List<EventEnvelope> events, Set<StreamId> waiting) {
    var taken = new ArrayList<EventEnvelope>();
    for (EventEnvelope event : events) {
      if (!waiting.contains(event.stream()) && allTake(event)) {
        taken.add(event);
      } else {
        waiting.add(event.stream());
      }
    }
    return taken;
  }

  private boolean allTake(EventEnvelope event) {
    for (Map.Entry<String, EventListener> listener : listeners.byName().entrySet()) {
      try {
        listener.getValue().on(event);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return false;
      } catch (Exception refused) { // the host's code may throw anything; the event comes again
        LOG.log(
            System.Logger.Level.WARNING,
            "The listener " + listener.getKey() + " refused an event of type " + event.type() + ": "
                + refused.getClass().getName());
        return false;
      }
    }
    return true;
  }
}
