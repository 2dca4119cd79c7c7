package dev.akinai.base;

/** What was handed in is larger than the engine takes; it is refused before anything is written. The limits: RELIABILITY section 10. */
public final class InputTooLargeException extends InvalidInputException {

  private static final long serialVersionUID = 1L;

  private final String field;
  private final long limit;
  private final long actual;

  /**
   * Creates the exception.
   *
   * @param field what is too large
   * @param limit the largest allowed
   * @param actual what was handed in
   */
  public InputTooLargeException(String field, long limit, long actual) {
    super("%s (%d) must be at most %d. Maybe split the request.".formatted(field, actual, limit));
    this.field = field;
    this.limit = limit;
    this.actual = actual;
  }

  /**
   * What is too large.
   *
   * @return the field's name
   */
  public String field() {
    return field;
  }

  /**
   * The largest allowed.
   *
   * @return in the field's own unit
   */
  public long limit() {
    return limit;
  }

  /**
   * What was handed in.
   *
   * @return in the field's own unit
   */
  public long actual() {
    return actual;
  }
}
