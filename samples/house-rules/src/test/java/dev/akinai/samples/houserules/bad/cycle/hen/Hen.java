package dev.akinai.samples.houserules.bad.cycle.hen;

import dev.akinai.samples.houserules.bad.cycle.egg.Egg;

/** Lays. */
public interface Hen {
  /** Lays. */
  Egg lay();
}
