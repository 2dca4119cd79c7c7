package dev.akinai.jdbc.store;

import dev.akinai.spi.StorageException;

/** A key is there already; the transaction goes on. Only where the writer has foreseen it, else it reaches the caller as Broken. */
public final class DuplicateKey extends StorageException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message the codes
   */
  public DuplicateKey(String message) {
    super(Failure.BROKEN, message);
  }
}
