package dev.akinai.money;

/**
 * Says that an exact result is too large to be kept, instead of keeping a wrong one.
 *
 * <p>Nothing has wrapped and nothing has changed: the operation was refused as a whole.
 * Immutable.
 */
public final class MoneyOverflowException extends ArithmeticException {
  private static final long serialVersionUID = 1L;

  private final String expression;

  /**
   * Names the calculation that went over its limit.
   *
   * @param expression the calculation with its values, such as {@code "1000000000000000 + 1"}
   * @param limit what the result had to stay within, such as {@code "10^15 minor units"}
   */
  public MoneyOverflowException(String expression, String limit) {
    super("The result (%s) must stay within %s. Maybe split the order, or check the price."
        .formatted(expression, limit));
    this.expression = expression;
  }

  /**
   * Tells which calculation was refused.
   *
   * @return the calculation with its values, such as {@code "1000000000000000 + 1"}
   */
  public String expression() {
    return expression;
  }

  static MoneyOverflowException beyondLong(String expression) {
    return new MoneyOverflowException(expression, "+-(2^63 - 1)");
  }
}
