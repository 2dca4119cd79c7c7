package dev.akinai.samples.quickstart;

import dev.akinai.core.Akinai;
import dev.akinai.engine.Commerce;
import dev.akinai.engine.Maintenance;
import dev.akinai.event.EventEnvelope;
import dev.akinai.spi.Storage;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The code of docs/concepts/events.md. */
final class EventsGuide {
  private static final System.Logger LOG = System.getLogger("shop");

  private final Map<String, String> texts = new HashMap<>();

  // region listen
  Commerce open(Storage storage) {
    return Akinai.builder().storage(storage).listener("search", this::index).build();
  }

  synchronized void index(EventEnvelope event) {
    if (event.type().equals("ProductPublished")) {
      texts.put(event.stream().id(), event.payload());
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
      LOG.log(
          System.Logger.Level.WARNING, "Maintenance failed; the next round tries again.", failed);
    }
  }

  // endregion

  synchronized Map<String, String> indexed() {
    return Map.copyOf(texts);
  }
}
