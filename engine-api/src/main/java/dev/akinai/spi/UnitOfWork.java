package dev.akinai.spi;

import dev.akinai.base.Api;
import dev.akinai.base.ShopId;
import java.time.Instant;

/** One transaction of one shop, seen as one narrow store per subject. A unit sees its own writes. For one thread. */
@Api(Api.Use.IMPLEMENT)
public interface UnitOfWork {

  /**
   * Whose rows these are.
   *
   * @return the shop
   */
  ShopId shop();

  /**
   * The storage's clock, in microseconds: deadlines of holds and leases are set and compared on it (R-STO-25).
   *
   * @return now, not the start of the transaction
   */
  Instant now();

  /**
   * Claims of request keys.
   *
   * @return the store
   */
  Operations operations();

  /**
   * Counters.
   *
   * @return the store
   */
  Cells cells();

  /**
   * Holds.
   *
   * @return the store
   */
  Holds holds();

  /**
   * Accounts, lots and entries.
   *
   * @return the store
   */
  LedgerStore ledger();

  /**
   * Histories.
   *
   * @return the store
   */
  Streams streams();

  /**
   * Events to deliver.
   *
   * @return the store
   */
  Outbox outbox();

  /**
   * Messages received.
   *
   * @return the store
   */
  Inbox inbox();

  /**
   * Categories, products, SKUs.
   *
   * @return the store
   */
  CatalogStore catalog();

  /**
   * Price lists, prices and their history.
   *
   * @return the store
   */
  PriceStore prices();

  /**
   * Offers and rulesets.
   *
   * @return the store
   */
  OfferStore offers();

  /**
   * Rows of orders and payments, for queries.
   *
   * @return the store
   */
  OrderRows orders();

  /**
   * Sums for the audit.
   *
   * @return the reads
   */
  AuditReads audit();
}
