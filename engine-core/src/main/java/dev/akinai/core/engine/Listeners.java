package dev.akinai.core.engine;

import dev.akinai.event.EventListener;
import java.util.Map;

/** The host's listeners, by the name under which each is remembered. Immutable. */
public record Listeners(Map<String, EventListener> byName) {

  /** Copies the map. */
  public Listeners {
    byName = Map.copyOf(byName);
  }
}
