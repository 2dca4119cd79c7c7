package dev.akinai.spi;

/** A joined unit failed in a way that undid the host's whole transaction: roll it back and run it again with the same keys. */
public final class RetryTransaction extends StorageException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message the codes
   * @param cause whose message holds no row values
   */
  public RetryTransaction(String message, Throwable cause) {
    super(Failure.RETRYABLE, message, cause);
  }
}
