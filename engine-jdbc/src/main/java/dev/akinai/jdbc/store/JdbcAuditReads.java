package dev.akinai.jdbc.store;

import dev.akinai.base.Page;
import dev.akinai.payment.Payment;
import dev.akinai.quota.Hold;
import dev.akinai.spi.AuditReads;

/** Counters, holds, accounts and streams beside the sums of their rows. For one thread. */
final class JdbcAuditReads implements AuditReads {

  private final StoreScope scope;

  JdbcAuditReads(StoreScope scope) {
    this.scope = scope;
  }

  private UnsupportedOperationException missing() {
    return new UnsupportedOperationException(scope.shop());
  }

  @Override
  public Page<CellSums> cells(Page.Request page) {
    throw missing();
  }

  @Override
  public Page<Hold> holds(Page.Request page) {
    throw missing();
  }

  @Override
  public Page<AccountSums> accounts(Page.Request page) {
    throw missing();
  }

  @Override
  public Page<StreamSums> streams(Page.Request page) {
    throw missing();
  }

  @Override
  public Page<Payment> payments(Page.Request page) {
    throw missing();
  }
}
