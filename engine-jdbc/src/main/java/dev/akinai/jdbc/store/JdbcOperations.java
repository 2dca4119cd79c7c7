package dev.akinai.jdbc.store;

import dev.akinai.spi.Operations;

/** X */
final class JdbcOperations implements Operations {

  private final StoreScope scope;

  JdbcOperations(StoreScope scope) {
    this.scope = scope;
  }

  private UnsupportedOperationException missing() {
    return new UnsupportedOperationException(scope.shop());
  }

  @Override
  public Answer claim(Claim claim) {
    throw missing();
  }

  @Override
  public int purge(java.time.Instant olderThan, int limit) {
    throw missing();
  }
}
