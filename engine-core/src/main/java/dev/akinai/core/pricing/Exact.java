package dev.akinai.core.pricing;

import dev.akinai.money.Rounding;

/** Products and quotients of amounts without a lost bit. Stateless. */
final class Exact {

  static final long PPM = 1_000_000;

  private Exact() {}

  /** floor(a x b / c) for a, b of 0 or more and c of 1 or more. */
  static long floor(long a, long b, long c) {
    long high = Math.multiplyHigh(a, b);
    return high == 0 && a * b >= 0 ? a * b / c : Rounding.DOWN.mulDiv(a, b, c);
  }

  /** Compares a / b with c / d, for a, c of 0 or more and b, d from 1 to 10^9. */
  static int compareRatios(long a, long b, long c, long d) {
    int whole = Long.compare(a / b, c / d);
    return whole != 0 ? whole : Long.compare(a % b * d, c % d * b);
  }

  static long sum(long[] amounts) {
    long sum = 0;
    for (long amount : amounts) {
      sum += amount;
    }
    return sum;
  }

  /** a x b for a, b of 0 or more; beyond all money there is where a long cannot hold it: a later limit cuts it. */
  static long product(long a, long b) {
    return Math.multiplyHigh(a, b) != 0 || a * b < 0 ? Long.MAX_VALUE / 4 : a * b;
  }
}
