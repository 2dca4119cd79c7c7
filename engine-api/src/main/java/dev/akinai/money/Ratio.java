package dev.akinai.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * An exact rate, such as 15 % off, 8.5 % tax or one third.
 *
 * <p>A fraction of two longs in lowest terms, so equal rates are equal: {@code percent(50)} is
 * {@code of(1, 2)}. Immutable and thread-safe.
 *
 * @param numerator any long but {@link Long#MIN_VALUE}
 * @param denominator 1 or more
 */
public record Ratio(long numerator, long denominator) implements Comparable<Ratio> {
  /** Nothing of it. */
  public static final Ratio ZERO = new Ratio(0, 1);

  /** All of it. */
  public static final Ratio ONE = new Ratio(1, 1);

  private static final long PPM = 1_000_000;
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,18})?");
  private static final Pattern FRACTION = Pattern.compile("-?[0-9]{1,19}/[0-9]{1,19}");

  /**
   * Reduces the fraction to lowest terms.
   *
   * @throws IllegalArgumentException if the denominator is not positive
   * @throws MoneyOverflowException if the numerator is {@link Long#MIN_VALUE}
   */
  public Ratio {
    if (denominator <= 0) {
      throw new IllegalArgumentException(
          "The denominator (%d) must be positive. Maybe move its sign to the numerator."
              .formatted(denominator));
    }
    long divisor = gcd(Wide.magnitude(numerator), denominator);
    numerator /= divisor;
    denominator /= divisor;
  }

  private static long gcd(long a, long b) {
    return a == 0 ? b : gcd(b % a, a);
  }

  /**
   * Makes a rate from a fraction; {@code of(1, 3)} is one third.
   *
   * @param numerator any long but {@link Long#MIN_VALUE}
   * @param denominator 1 or more
   * @return the rate in lowest terms
   * @throws IllegalArgumentException if the denominator is not positive
   */
  public static Ratio of(long numerator, long denominator) {
    return new Ratio(numerator, denominator);
  }

  /**
   * Makes a rate from whole percent; {@code percent(15)} is 3/20.
   *
   * @param percent hundredths, of either sign
   * @return the rate in lowest terms
   */
  public static Ratio percent(int percent) {
    return new Ratio(percent, 100);
  }

  /**
   * Makes a rate from parts per million; {@code ppm(85_000)} is 8.5 %.
   *
   * @param ppm millionths, any long but {@link Long#MIN_VALUE}
   * @return the rate in lowest terms
   */
  public static Ratio ppm(long ppm) {
    return new Ratio(ppm, PPM);
  }

  /**
   * Reads a rate exactly, from a decimal or a fraction: {@code "0.15"} equals {@code "3/20"}.
   *
   * @param text up to 18 digits before and after the point, or two longs with a slash between
   * @return the rate in lowest terms
   * @throws IllegalArgumentException if the text has another form, or the denominator is 0
   * @throws MoneyOverflowException if a part does not fit a long
   */
  public static Ratio parse(String text) {
    if (FRACTION.matcher(text).matches()) {
      int slash = text.indexOf('/');
      BigInteger numerator = new BigInteger(text.substring(0, slash));
      return narrow(numerator, new BigInteger(text.substring(slash + 1)), text);
    }
    if (!DECIMAL.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "The rate (%s) must be a decimal or a fraction. Maybe write 0.15 or 3/20."
              .formatted(text));
    }
    BigDecimal decimal = new BigDecimal(text);
    return narrow(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()), text);
  }

  /**
   * Adds another rate.
   *
   * @param other the rate to add
   * @return the exact sum
   * @throws MoneyOverflowException if the sum in lowest terms does not fit two longs
   */
  public Ratio plus(Ratio other) {
    BigInteger left = product(numerator, other.denominator);
    BigInteger right = product(other.numerator, denominator);
    return narrow(left.add(right), product(denominator, other.denominator), this + " + " + other);
  }

  /**
   * Takes another rate away.
   *
   * @param other the rate to take away
   * @return the exact difference, which may be negative
   * @throws MoneyOverflowException if the difference in lowest terms does not fit two longs
   */
  public Ratio minus(Ratio other) {
    return plus(new Ratio(-other.numerator, other.denominator));
  }

  /**
   * Multiplies two rates: what is left of what was left.
   *
   * @param other the rate to multiply by
   * @return the exact product
   * @throws MoneyOverflowException if the product in lowest terms does not fit two longs
   */
  public Ratio times(Ratio other) {
    BigInteger above = product(numerator, other.numerator);
    return narrow(above, product(denominator, other.denominator), this + " x " + other);
  }

  /**
   * Tells what is left of one; the complement of 15 % is 85 %.
   *
   * @return one minus this
   * @throws MoneyOverflowException if it does not fit two longs
   */
  public Ratio complement() {
    return ONE.minus(this);
  }

  /**
   * Applies the rate to a count of units, rounding once.
   *
   * @param units any long but {@link Long#MIN_VALUE}
   * @param rounding what becomes of a fraction
   * @return units x this, rounded
   * @throws MoneyOverflowException if the result does not fit a long
   * @throws ArithmeticException if the rounding is EXACT and a fraction would be lost
   */
  public long times(long units, Rounding rounding) {
    return Wide.mulDiv(units, numerator, denominator, rounding);
  }

  /**
   * Tells whether the rate is below zero.
   *
   * @return true if it is
   */
  public boolean isNegative() {
    return numerator < 0;
  }

  @Override
  public int compareTo(Ratio other) {
    return Wide.compareProducts(numerator, other.denominator, other.numerator, denominator);
  }

  /**
   * Shows the fraction in lowest terms, as {@link #parse} reads it.
   *
   * @return such as {@code 3/20}
   */
  @Override
  public String toString() {
    return numerator + "/" + denominator;
  }

  private static BigInteger product(long a, long b) {
    return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
  }

  private static Ratio narrow(BigInteger numerator, BigInteger denominator, String expression) {
    if (denominator.signum() == 0) {
      throw new IllegalArgumentException(
          "The denominator of the rate (%s) must be positive. Maybe write 0/1 for none."
              .formatted(expression));
    }
    BigInteger divisor = numerator.gcd(denominator);
    BigInteger above = numerator.divide(divisor);
    BigInteger below = denominator.divide(divisor);
    if (above.bitLength() >= Long.SIZE || below.bitLength() >= Long.SIZE) {
      throw MoneyOverflowException.beyondLong(expression);
    }
    return new Ratio(above.longValue(), below.longValue());
  }
}
