package dev.akinai.samples.houserules.bad;

/** Runs a pattern that came with the data. */
public final class Patterns {
  boolean fits(String text, String pattern) {
    return text.matches(pattern);
  }
}
