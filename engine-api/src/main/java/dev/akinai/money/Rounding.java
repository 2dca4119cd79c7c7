package dev.akinai.money;

/**
 * Says what becomes of a fraction of a minor unit, wherever one may arise.
 *
 * <p>All but FLOOR and CEILING work on the magnitude, so a refund rounds like the sale it undoes:
 * 2.5 % of 1.00 is 0.03 HALF_UP, 0.02 HALF_EVEN and 0.02 DOWN; of -1.00 it is -0.03, -0.02, -0.02.
 * Immutable and thread-safe.
 */
public enum Rounding {
  /** To the nearest unit, a half away from zero. The default of pricing. */
  HALF_UP,
  /** To the nearest unit, a half to the even neighbour. */
  HALF_EVEN,
  /** To the nearest unit, a half towards zero. */
  HALF_DOWN,
  /** Towards zero. */
  DOWN,
  /** Away from zero. */
  UP,
  /** Towards negative infinity. */
  FLOOR,
  /** Towards positive infinity. */
  CEILING,
  /** No fraction is allowed: one that would be lost is an error. */
  EXACT;

  /**
   * Multiplies and divides exactly, and rounds once, at the end.
   *
   * <p>The product has 128 bits, so it never wraps. {@code HALF_UP.mulDiv(250, 1, 100)} is 3.
   *
   * @param a first factor, any long but {@link Long#MIN_VALUE}
   * @param b second factor, any long but {@link Long#MIN_VALUE}
   * @param c divisor, 1 or more
   * @return a x b / c, rounded
   * @throws IllegalArgumentException if the divisor is not positive
   * @throws MoneyOverflowException if the result or a factor has no magnitude within a long
   * @throws ArithmeticException if this is EXACT and a fraction would be lost
   */
  public long mulDiv(long a, long b, long c) {
    return Wide.mulDiv(a, b, c, this);
  }

  /** Whether a magnitude with a rest goes up; half compares the rest with one half. */
  boolean raises(boolean negative, boolean odd, int half) {
    return switch (this) {
      case HALF_UP -> half >= 0;
      case HALF_EVEN -> half > 0 || (half == 0 && odd);
      case HALF_DOWN -> half > 0;
      case UP -> true;
      case FLOOR -> negative;
      case CEILING -> !negative;
      default -> false;
    };
  }
}
