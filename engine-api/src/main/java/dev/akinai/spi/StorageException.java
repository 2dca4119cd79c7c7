package dev.akinai.spi;

/**
 * A storage failed, and the exception says what may have been kept. Its message holds stable codes only: driver messages carry row values.
 */
public class StorageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What is known after a failure (R-STO-47). */
  public enum Failure {
    /** Nothing was kept; the whole unit may run again. */
    RETRYABLE,
    /** It may have been kept; the unit runs again from its claim. */
    UNKNOWN,
    /** It will fail again. */
    BROKEN
  }

  private final Failure failure;

  /**
   * Creates the exception.
   *
   * @param failure what is known
   * @param message the values and a remedy, without row values
   */
  public StorageException(Failure failure, String message) {
    super(message);
    this.failure = failure;
  }

  /**
   * Creates the exception with its cause.
   *
   * @param failure what is known
   * @param message the values and a remedy, without row values
   * @param cause whose message holds no row values either
   */
  public StorageException(Failure failure, String message, Throwable cause) {
    super(message, cause);
    this.failure = failure;
  }

  /**
   * What is known.
   *
   * @return the class of the failure
   */
  public Failure failure() {
    return failure;
  }
}
