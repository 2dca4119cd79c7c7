package dev.akinai.testkit.spi;

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

/** A unit of work that hands every call to another one; override the stores that shall differ. For one thread. */
public class ForwardingUnit implements UnitOfWork {

  private final UnitOfWork inner;

  /**
   * Hands calls to another unit.
   *
   * @param inner which does the work
   */
  public ForwardingUnit(UnitOfWork inner) {
    this.inner = inner;
  }

  /**
   * The unit that does the work.
   *
   * @return as given
   */
  protected final UnitOfWork inner() {
    return inner;
  }

  @Override
  public ShopId shop() {
    return inner.shop();
  }

  @Override
  public Instant now() {
    return inner.now();
  }

  @Override
  public Operations operations() {
    return inner.operations();
  }

  @Override
  public Cells cells() {
    return inner.cells();
  }

  @Override
  public Holds holds() {
    return inner.holds();
  }

  @Override
  public LedgerStore ledger() {
    return inner.ledger();
  }

  @Override
  public Streams streams() {
    return inner.streams();
  }

  @Override
  public Outbox outbox() {
    return inner.outbox();
  }

  @Override
  public Inbox inbox() {
    return inner.inbox();
  }

  @Override
  public CatalogStore catalog() {
    return inner.catalog();
  }

  @Override
  public PriceStore prices() {
    return inner.prices();
  }

  @Override
  public OfferStore offers() {
    return inner.offers();
  }

  @Override
  public OrderRows orders() {
    return inner.orders();
  }

  @Override
  public AuditReads audit() {
    return inner.audit();
  }
}
