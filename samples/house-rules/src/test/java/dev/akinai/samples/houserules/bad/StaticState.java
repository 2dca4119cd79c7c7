package dev.akinai.samples.houserules.bad;

import java.util.HashMap;
import java.util.Map;

/** Shares state between all engines of a process. */
public final class StaticState {
  static final HashMap<String, String> SEEN = new HashMap<>();
  static int count;

  Map<String, String> seen() {
    count++;
    return SEEN;
  }
}
