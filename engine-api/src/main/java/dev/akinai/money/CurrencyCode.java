package dev.akinai.money;

import java.io.Serializable;
import java.util.Currency;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Names a currency and says how many decimal digits its prices have.
 *
 * <p>{@link #of} knows the currencies of ISO 4217; {@link #declared} is for a host's own, such as
 * gold by the milligram or a house credit. Equality includes the digits, so a code declared with
 * other digits than ISO's never mixes with ISO's. Immutable and thread-safe.
 *
 * @param code 3 to 8 characters, A to Z and 0 to 9
 * @param digits decimal digits of the minor unit, 0 to 6: CNY has 2, JPY 0, KWD 3
 */
public record CurrencyCode(String code, int digits) implements Serializable {
  /** The most decimal digits a currency may have. */
  public static final int MAX_DIGITS = 6;

  private static final Pattern SHAPE = Pattern.compile("[A-Z0-9]{3,8}");

  /**
   * Checks the shape of the code and the range of the digits.
   *
   * @throws IllegalArgumentException if either is out of its range
   */
  public CurrencyCode {
    Objects.requireNonNull(code, "code");
    if (!SHAPE.matcher(code).matches()) {
      throw new IllegalArgumentException(
          "The currency code (%s) must be 3 to 8 of A-Z and 0-9. Maybe write it in capitals."
              .formatted(code));
    }
    if (digits < 0 || digits > MAX_DIGITS) {
      throw new IllegalArgumentException(
          "The digits of %s (%d) must be 0 to %d. Maybe count a larger minor unit."
              .formatted(code, digits, MAX_DIGITS));
    }
  }

  /**
   * Finds a currency of ISO 4217, with the digits the standard gives it.
   *
   * <p>{@code of("CNY")} has 2 digits, {@code of("JPY")} 0 and {@code of("KWD")} 3. Codes that are
   * no money to pay with, such as XXX and XAU, have no digits and are refused. Source: ISO 4217 as
   * listed by {@link Currency}.
   *
   * @param code three capital letters
   * @return the currency
   * @throws IllegalArgumentException if ISO 4217 does not list the code, or lists it without digits
   */
  public static CurrencyCode of(String code) {
    int digits = isoDigits(code);
    if (digits < 0) {
      throw new IllegalArgumentException(
          ("The currency code (%s) must be one of ISO 4217 that has a minor unit."
                  + " Maybe write it in capitals, or use CurrencyCode.declared for your own.")
              .formatted(code));
    }
    return new CurrencyCode(code, digits);
  }

  private static int isoDigits(String code) {
    try {
      return Currency.getInstance(code).getDefaultFractionDigits();
    } catch (IllegalArgumentException unknown) {
      return -1;
    }
  }

  /**
   * Declares a currency of the host's own.
   *
   * <p>{@code declared("GBM", 3)} counts thousandths. An ISO code may be declared with other digits
   * than ISO's; it then is another currency.
   *
   * @param code 3 to 8 characters, A to Z and 0 to 9
   * @param digits decimal digits of the minor unit, 0 to 6
   * @return the currency
   * @throws IllegalArgumentException if either is out of its range
   */
  public static CurrencyCode declared(String code, int digits) {
    return new CurrencyCode(code, digits);
  }

  /**
   * Shows the code alone.
   *
   * @return the code, such as {@code CNY}
   */
  @Override
  public String toString() {
    return code;
  }
}
