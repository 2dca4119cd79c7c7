package dev.akinai.jdbc.store;

import dev.akinai.base.ShopId;
import dev.akinai.spi.AuditReads;
import dev.akinai.spi.CatalogStore;
import dev.akinai.spi.Cells;
import dev.akinai.spi.Holds;
import dev.akinai.spi.Inbox;
import dev.akinai.spi.LedgerStore;
import dev.akinai.spi.OfferStore;
import dev.akinai.spi.Operations;
import dev.akinai.spi.OrderRows;
import dev.akinai.spi.Outbox;
import dev.akinai.spi.PriceStore;
import dev.akinai.spi.Streams;
import dev.akinai.spi.UnitOfWork;
import java.time.Instant;

/** One transaction of one shop on one connection: a store per subject, made when asked for. For one thread. */
public final class JdbcUnit implements UnitOfWork {

  private final StoreScope scope;
  private final LedgerStore ledger;

  /**
   * Creates the unit.
   *
   * @param scope connection, shop, dialect and clock
   */
  public JdbcUnit(StoreScope scope) {
    this.scope = scope;
    this.ledger = new JdbcLedgerStore(scope);
  }

  @Override
  public ShopId shop() {
    return scope.shopId();
  }

  @Override
  public Instant now() {
    return scope.now();
  }

  @Override
  public Operations operations() {
    return new JdbcOperations(scope);
  }

  @Override
  public Cells cells() {
    return new JdbcCells(scope);
  }

  @Override
  public Holds holds() {
    return new JdbcHolds(scope);
  }

  @Override
  public LedgerStore ledger() {
    return ledger;
  }

  @Override
  public Streams streams() {
    return new JdbcStreams(scope);
  }

  @Override
  public Outbox outbox() {
    return new JdbcOutbox(scope);
  }

  @Override
  public Inbox inbox() {
    return new JdbcInbox(scope);
  }

  @Override
  public CatalogStore catalog() {
    return new JdbcCatalogStore(scope);
  }

  @Override
  public PriceStore prices() {
    return new JdbcPriceStore(scope);
  }

  @Override
  public OfferStore offers() {
    return new JdbcOfferStore(scope);
  }

  @Override
  public OrderRows orders() {
    return new JdbcOrderRows(scope);
  }

  @Override
  public AuditReads audit() {
    return new JdbcAuditReads(scope);
  }
}
