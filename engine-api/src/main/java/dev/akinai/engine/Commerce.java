package dev.akinai.engine;

import dev.akinai.base.Api;
import dev.akinai.catalog.Catalog;
import dev.akinai.order.Orders;
import dev.akinai.payment.Payments;
import dev.akinai.points.Points;
import dev.akinai.price.Prices;
import dev.akinai.pricing.Pricing;
import dev.akinai.promotion.Promotions;
import dev.akinai.spi.HostTransaction;
import dev.akinai.stock.Stock;

/**
 * A whole shop behind one handle: one accessor for each domain.
 *
 * <p>An engine's own handle is safe to call from any thread; a joined handle belongs to one transaction on one thread.
 */
@Api(Api.Use.CALL)
public interface Commerce extends AutoCloseable {

  /**
   * Products and categories.
   *
   * @return the catalog
   */
  Catalog catalog();

  /**
   * Price lists.
   *
   * @return the prices
   */
  Prices prices();

  /**
   * Offers.
   *
   * @return the promotions
   */
  Promotions promotions();

  /**
   * Quotes.
   *
   * @return the pricing
   */
  Pricing pricing();

  /**
   * Units and holds.
   *
   * @return the stock
   */
  Stock stock();

  /**
   * Payments.
   *
   * @return the payments
   */
  Payments payments();

  /**
   * Orders.
   *
   * @return the orders
   */
  Orders orders();

  /**
   * Members' points.
   *
   * @return the points
   */
  Points points();

  /**
   * What the host's own consumers have taken in.
   *
   * @return the events
   */
  Events events();

  /**
   * Proof that nothing is lost.
   *
   * @return the auditor
   */
  Audit audit();

  /**
   * Work that is due.
   *
   * @return the maintenance
   */
  Maintenance maintenance();

  /**
   * The same shop inside the host's transaction: nothing is kept unless the host commits.
   *
   * @param transaction the storage's own kind of host transaction, such as {@code JdbcTransaction.of(connection)}
   * @return a handle for this transaction and this thread
   * @throws IllegalArgumentException if the storage cannot join it
   */
  Commerce joined(HostTransaction transaction);

  /** Lets go of what the engine opened itself; safe to call twice. A joined handle has nothing to let go. */
  @Override
  void close();
}
