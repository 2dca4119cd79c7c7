package dev.akinai.samples.houserules.bad;

/** Starts a thread that nobody knows. */
public final class Threads {
  void begin(Runnable work) {
    new Thread(work).start();
  }
}
