package dev.akinai.samples.quickstart;

import dev.akinai.core.Akinai;
import dev.akinai.engine.Commerce;
import dev.akinai.engine.Maintenance;
import dev.akinai.event.EventEnvelope;
import dev.akinai.spi.Storage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The code of docs/concepts/events.md. */
final class EventsGuide {
  private static final System.Logger LOG = System.getLogger("shop");

  private final Set<String> seen = new HashSet<>();
  private final List<String> indexed = new ArrayList<>();

  // region listen
  Commerce open(Storage storage) {
    return Akinai.builder().storage(storage).listener("search", this::index).build();
  }

  synchronized void index(EventEnvelope event) {
    if (event.type().equals("ProductPublished") && seen.add(event.eventId())) {
      indexed.add(event.payload());
    }
  }

  // endregion

  // region timer
  static void everySecond(ScheduledExecutorService timer, Commerce shop) {
    timer.scheduleWithFixedDelay(() -> round(shop), 1, 1, TimeUnit.SECONDS);
  }

  static void round(Commerce shop) {
    try {
      Maintenance.Report report;
      do {
        report = shop.maintenance().runOnce(1_000);
      } while (report.published() >= 1_000);
    } catch (RuntimeException failed) { // a timer stops for good when its task throws
      LOG.log(System.Logger.Level.WARNING, "Maintenance failed; the next round tries again.", failed);
    }
  }

  // endregion

  synchronized List<String> indexed() {
    return List.copyOf(indexed);
  }
}
