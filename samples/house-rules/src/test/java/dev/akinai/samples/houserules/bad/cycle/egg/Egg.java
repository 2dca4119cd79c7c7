package dev.akinai.samples.houserules.bad.cycle.egg;

import dev.akinai.samples.houserules.bad.cycle.hen.Hen;

/** Hatches. */
public interface Egg {
  /** Hatches. */
  Hen hatch();
}
