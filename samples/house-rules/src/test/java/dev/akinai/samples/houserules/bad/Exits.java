package dev.akinai.samples.houserules.bad;

/** Ends the host's process. */
public final class Exits {
  void leave() {
    System.exit(1);
  }
}
