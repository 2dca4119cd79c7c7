package dev.akinai.samples.houserules.bad;

import java.time.Instant;
import java.util.function.Supplier;

/** Reads the clock. */
public final class Clocks {
  Supplier<Instant> clock() {
    return Instant::now;
  }
}
