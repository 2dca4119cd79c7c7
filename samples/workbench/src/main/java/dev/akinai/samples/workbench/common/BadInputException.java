package dev.akinai.samples.workbench.common;

/** What was handed to the program cannot be used; the message names the value and says what would be right. The program ends with exit code 2. */
public final class BadInputException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message the thing (its value) must what; then a remedy
   */
  public BadInputException(String message) {
    super(message);
  }

  /**
   * Creates the exception with its cause.
   *
   * @param message the thing (its value) must what; then a remedy
   * @param cause what was found
   */
  public BadInputException(String message, Throwable cause) {
    super(message, cause);
  }
}
