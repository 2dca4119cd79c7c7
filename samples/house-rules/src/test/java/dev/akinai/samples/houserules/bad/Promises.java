package dev.akinai.samples.houserules.bad;

import dev.akinai.core.Akinai;

/** Does not say who may implement it, and knows the engine. */
public interface Promises {
  /** Starts. */
  Akinai builder();
}
