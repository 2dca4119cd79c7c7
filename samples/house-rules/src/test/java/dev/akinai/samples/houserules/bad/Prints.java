package dev.akinai.samples.houserules.bad;

/** Talks to the host's console. */
public final class Prints {
  void say(String text) {
    System.out.println(text);
  }
}
