package dev.akinai.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * An exact amount of one currency, counted in minor units (fen, cents).
 *
 * <p>{@code Money.parse("CNY 12.30")} holds 1,230 fen. Amounts of either sign go up to {@link
 * #MAX_MINOR}; beyond that, and where two currencies meet, a typed exception is thrown: nothing
 * wraps, nothing is rounded unasked. Immutable and thread-safe.
 *
 * @param currency the currency, which knows its digits
 * @param minor minor units, -10^15 to 10^15
 */
public record Money(CurrencyCode currency, long minor) implements Comparable<Money> {
  /** The greatest magnitude of an amount, in minor units: 10^15. */
  public static final long MAX_MINOR = 1_000_000_000_000_000L;

  private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,20})?");

  /**
   * Checks that the amount is within the limit.
   *
   * @throws MoneyOverflowException if it is not
   */
  public Money {
    Objects.requireNonNull(currency, "currency");
    if (minor > MAX_MINOR || minor < -MAX_MINOR) {
      throw overflow("%s, %d minor units".formatted(currency, minor));
    }
  }

  /**
   * Makes an amount from minor units; {@code of(CNY, 1230)} is CNY 12.30.
   *
   * @param currency the currency
   * @param minor minor units, -10^15 to 10^15
   * @return the amount
   * @throws MoneyOverflowException if the amount is beyond the limit
   */
  public static Money of(CurrencyCode currency, long minor) {
    return new Money(currency, minor);
  }

  /**
   * Makes an amount of nothing.
   *
   * @param currency the currency
   * @return zero of it
   */
  public static Money zero(CurrencyCode currency) {
    return new Money(currency, 0);
  }

  /**
   * Reads an amount of an ISO currency exactly.
   *
   * <p>{@code "CNY 12.30"}, {@code "CNY 12.3"}, {@code "CNY -12"} and {@code "JPY 120"} are read;
   * {@code "CNY 12.305"} throws, it is never rounded.
   *
   * @param text the code of ISO 4217, a space, the amount with no more digits than the currency has
   * @return the amount
   * @throws IllegalArgumentException if the text has another form, or too many digits
   * @throws MoneyOverflowException if the amount is beyond the limit
   */
  public static Money parse(String text) {
    return parse(text, CurrencyCode.of(text.substring(0, spaceIn(text))));
  }

  /**
   * Reads an amount of a known currency exactly, also of one the host declared.
   *
   * @param text the code of the currency, a space, the amount with no more digits than it has
   * @param currency the currency the text must be in
   * @return the amount
   * @throws IllegalArgumentException if the text has another form, code, or too many digits
   * @throws MoneyOverflowException if the amount is beyond the limit
   */
  public static Money parse(String text, CurrencyCode currency) {
    int space = spaceIn(text);
    if (!text.substring(0, space).equals(currency.code())) {
      throw new IllegalArgumentException(
          "The amount (%s) must be in %s. Maybe pass the currency it was written in."
              .formatted(text, currency));
    }
    return ofAmount(currency, text.substring(space + 1));
  }

  private static int spaceIn(String text) {
    int space = text.indexOf(' ');
    if (space < 0) {
      throw new IllegalArgumentException(
          "The amount (%s) must be a code, a space and a number. Maybe write CNY 12.30."
              .formatted(text));
    }
    return space;
  }

  /**
   * Reads the number of an amount exactly, as {@link #amountText} writes it.
   *
   * @param currency the currency
   * @param amount such as {@code "12.30"}, with no more digits than the currency has
   * @return the amount
   * @throws IllegalArgumentException if the text has another form, or too many digits
   * @throws MoneyOverflowException if the amount is beyond the limit
   */
  public static Money ofAmount(CurrencyCode currency, String amount) {
    if (!AMOUNT.matcher(amount).matches()) {
      throw new IllegalArgumentException(
          "The amount (%s) must be plain digits with at most one point. Maybe write 12.30."
              .formatted(amount));
    }
    BigDecimal decimal = new BigDecimal(amount);
    if (decimal.scale() > currency.digits()) {
      throw new IllegalArgumentException(
          "The amount (%s %s) must have at most %d decimal digits. Maybe round it first."
              .formatted(currency, amount, currency.digits()));
    }
    BigInteger minor = decimal.setScale(currency.digits()).unscaledValue();
    if (minor.bitLength() >= Long.SIZE) {
      throw overflow(currency + " " + amount);
    }
    return new Money(currency, minor.longValue());
  }

  /**
   * Adds up amounts of one currency; none at all is zero.
   *
   * @param currency the currency of the sum
   * @param amounts the amounts, in any order
   * @return the exact sum
   * @throws CurrencyMismatchException if an amount is in another currency
   * @throws MoneyOverflowException if the sum is beyond the limit
   */
  public static Money sum(CurrencyCode currency, Collection<Money> amounts) {
    long total = 0;
    for (Money amount : amounts) {
      requireSame(currency, amount.currency);
      long next = total + amount.minor;
      if (((total ^ next) & (amount.minor ^ next)) < 0) {
        throw overflow("%s, %d + %d minor units".formatted(currency, total, amount.minor));
      }
      total = next;
    }
    return new Money(currency, total);
  }

  /**
   * Adds an amount of the same currency.
   *
   * @param other the amount to add
   * @return the exact sum
   * @throws CurrencyMismatchException if the other is in another currency
   * @throws MoneyOverflowException if the sum is beyond the limit
   */
  public Money plus(Money other) {
    requireSame(currency, other.currency);
    return new Money(currency, minor + other.minor); // both within 10^15: cannot wrap
  }

  /**
   * Takes away an amount of the same currency; the result may be negative.
   *
   * @param other the amount to take away
   * @return the exact difference
   * @throws CurrencyMismatchException if the other is in another currency
   * @throws MoneyOverflowException if the difference is beyond the limit
   */
  public Money minus(Money other) {
    requireSame(currency, other.currency);
    return new Money(currency, minor - other.minor);
  }

  /**
   * Turns the sign.
   *
   * @return the same magnitude with the other sign
   */
  public Money negated() {
    return new Money(currency, -minor);
  }

  /**
   * Drops the sign.
   *
   * @return this amount, or its opposite if it is negative
   */
  public Money abs() {
    return minor < 0 ? negated() : this;
  }

  /**
   * Multiplies by a count, such as a quantity.
   *
   * @param factor any long
   * @return the exact product
   * @throws MoneyOverflowException if the product is beyond the limit
   */
  public Money times(long factor) {
    long product = minor * factor;
    if (Math.multiplyHigh(minor, factor) != product >> (Long.SIZE - 1)) {
      throw overflow("%s x %d".formatted(this, factor));
    }
    return new Money(currency, product);
  }

  /**
   * Applies a rate, the one operation that can lose a fraction of a minor unit.
   *
   * <p>2.5 % of CNY 1.00 is CNY 0.03 rounded HALF_UP, CNY 0.02 rounded HALF_EVEN, and an error
   * rounded EXACT.
   *
   * @param ratio the rate
   * @param rounding what becomes of a fraction
   * @return the product, rounded once
   * @throws MoneyOverflowException if the product is beyond the limit
   * @throws ArithmeticException if the rounding is EXACT and a fraction would be lost
   */
  public Money times(Ratio ratio, Rounding rounding) {
    return new Money(currency, ratio.times(minor, rounding));
  }

  /**
   * Finds the lesser of two amounts of one currency.
   *
   * @param other the amount to compare with
   * @return the lesser one
   * @throws CurrencyMismatchException if the other is in another currency
   */
  public Money min(Money other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /**
   * Finds the greater of two amounts of one currency.
   *
   * @param other the amount to compare with
   * @return the greater one
   * @throws CurrencyMismatchException if the other is in another currency
   */
  public Money max(Money other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /**
   * Tells whether the amount is nothing.
   *
   * @return true at zero
   */
  public boolean isZero() {
    return minor == 0;
  }

  /**
   * Tells whether the amount is above zero.
   *
   * @return true above zero
   */
  public boolean isPositive() {
    return minor > 0;
  }

  /**
   * Tells whether the amount is below zero.
   *
   * @return true below zero
   */
  public boolean isNegative() {
    return minor < 0;
  }

  /**
   * Orders two amounts of one currency; amounts of two currencies have no order.
   *
   * @throws CurrencyMismatchException if the other is in another currency
   */
  @Override
  public int compareTo(Money other) {
    requireSame(currency, other.currency);
    return Long.compare(minor, other.minor);
  }

  /**
   * Writes the number alone, with all digits of the currency and a point.
   *
   * @return such as {@code 12.30}, {@code -0.05} or, of a currency without digits, {@code 120}
   */
  public String amountText() {
    return BigDecimal.valueOf(minor, currency.digits()).toPlainString();
  }

  /**
   * Writes the code and the number, as {@link #parse(String)} reads them.
   *
   * @return such as {@code CNY 12.30}
   */
  @Override
  public String toString() {
    return currency.code() + " " + amountText();
  }

  static void requireSame(CurrencyCode expected, CurrencyCode actual) {
    if (!expected.equals(actual)) {
      throw new CurrencyMismatchException(expected, actual);
    }
  }

  private static MoneyOverflowException overflow(String expression) {
    return new MoneyOverflowException(expression, "+-10^15 minor units");
  }
}
