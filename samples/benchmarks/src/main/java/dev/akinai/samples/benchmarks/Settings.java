package dev.akinai.samples.benchmarks;

import java.io.PrintStream;

/**
 * How hard to measure. Immutable.
 *
 * @param effort how long
 * @param large whether 100,000 offers are measured too
 * @param carts for how many carts money is counted
 * @param progress where to tell what is being done
 */
record Settings(Effort effort, boolean large, int carts, PrintStream progress) {

  Jmh jmh() {
    return new Jmh(effort, progress);
  }

  boolean isShort() {
    return effort == Effort.SHORT;
  }
}
