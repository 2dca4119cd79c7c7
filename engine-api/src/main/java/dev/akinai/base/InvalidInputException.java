package dev.akinai.base;

/** What was handed in cannot mean anything: the message shows the value and says what would be right. Nothing was written. */
public class InvalidInputException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message the thing (its value) must what; then a remedy
   */
  public InvalidInputException(String message) {
    super(message);
  }
}
