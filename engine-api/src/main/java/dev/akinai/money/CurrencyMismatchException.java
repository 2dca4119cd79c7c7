package dev.akinai.money;

/**
 * Says that two amounts of different currencies met where one currency was needed.
 *
 * <p>Two declarations of one code with different digits are different currencies too. Immutable.
 */
public final class CurrencyMismatchException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final CurrencyCode expected;
  private final CurrencyCode actual;

  /**
   * Names both currencies.
   *
   * @param expected the currency of the first amount, or the one that was asked for
   * @param actual the currency that was found instead
   */
  public CurrencyMismatchException(CurrencyCode expected, CurrencyCode actual) {
    super("The currency (%s, %d digits) must be %s, %d digits. Maybe convert the amount first."
        .formatted(actual, actual.digits(), expected, expected.digits()));
    this.expected = expected;
    this.actual = actual;
  }

  /**
   * Tells which currency was needed.
   *
   * @return the currency of the first amount, or the one that was asked for
   */
  public CurrencyCode expected() {
    return expected;
  }

  /**
   * Tells which currency was given.
   *
   * @return the currency that was found instead
   */
  public CurrencyCode actual() {
    return actual;
  }
}
