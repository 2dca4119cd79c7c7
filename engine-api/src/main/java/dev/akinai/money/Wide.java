package dev.akinai.money;

/** Exact products of two longs: 128 bits inside, a typed error where the answer leaves a long. */
final class Wide {
  private Wide() {}

  /** a x b / c, rounded once; a and b of either sign, c positive. */
  static long mulDiv(long a, long b, long c, Rounding rounding) {
    if (c <= 0) {
      throw new IllegalArgumentException(
          "The divisor (%d) must be positive. Maybe move its sign to a factor.".formatted(c));
    }
    boolean negative = (a ^ b) < 0;
    long x = magnitude(a);
    long y = magnitude(b);
    long quotient = quotient(x, y, c);
    long rest = x * y - quotient * c; // wraps twice by the same amount: exact, since rest < c
    if (rest != 0) {
      quotient += roundUp(a, b, c, rounding, negative, quotient, rest);
    }
    return negative ? -quotient : quotient;
  }

  private static int roundUp(
      long a, long b, long c, Rounding rounding, boolean negative, long quotient, long rest) {
    if (rounding == Rounding.EXACT) {
      throw new ArithmeticException(
          "The result (%d x %d / %d) must be whole. Maybe name a rounding other than EXACT."
              .formatted(a, b, c));
    }
    if (!rounding.raises(negative, (quotient & 1) == 1, Long.compare(rest, c - rest))) {
      return 0;
    }
    if (quotient == Long.MAX_VALUE) {
      throw MoneyOverflowException.beyondLong("%d x %d / %d".formatted(a, b, c));
    }
    return 1;
  }

  /** floor(a x b / c) for a, b >= 0 and c > 0. */
  static long quotient(long a, long b, long c) {
    long high = Math.multiplyHigh(a, b);
    long low = a * b;
    if (high == 0 && low >= 0) {
      return low / c;
    }
    long quotient = high < c ? divide(high, low, c) : -1;
    if (quotient < 0) {
      throw MoneyOverflowException.beyondLong("%d x %d / %d".formatted(a, b, c));
    }
    return quotient;
  }

  /**
   * Long division in base 2, taking as many bits of the dividend at once as the rest has room for.
   * Needs 0 <= high < c, so that every rest is below 2^63 and leaves room for one bit at least.
   */
  private static long divide(long high, long low, long c) {
    long rest = high;
    long quotient = 0;
    for (int left = Long.SIZE; left > 0; ) {
      int bits = Math.min(left, Long.numberOfLeadingZeros(rest));
      // bits = 64 only in the first round with rest = 0: Java shifts by 0 then, and 0 stays 0
      rest = (rest << bits) | (low >>> (Long.SIZE - bits));
      low <<= bits;
      long digit = Long.divideUnsigned(rest, c);
      quotient = (quotient << bits) + digit;
      rest -= digit * c;
      left -= bits;
    }
    return quotient;
  }

  /** Compares a x b with c x d, of any sign. */
  static int compareProducts(long a, long b, long c, long d) {
    int high = Long.compare(Math.multiplyHigh(a, b), Math.multiplyHigh(c, d));
    return high != 0 ? high : Long.compareUnsigned(a * b, c * d);
  }

  static long magnitude(long value) {
    if (value == Long.MIN_VALUE) {
      throw MoneyOverflowException.beyondLong("-(%d)".formatted(value));
    }
    return Math.abs(value);
  }
}
