package dev.akinai.samples.houserules.bad;

/** Keeps a price in a binary fraction, where nobody sees it. */
public final class Floats {
  long cents(String price) {
    return (long) (Double.parseDouble(price) * 100);
  }
}
