package dev.akinai.testkit.pricing;

import dev.akinai.catalog.Catalog;
import dev.akinai.engine.Audit;
import dev.akinai.engine.Commerce;
import dev.akinai.engine.Events;
import dev.akinai.engine.Maintenance;
import dev.akinai.order.Orders;
import dev.akinai.payment.Payments;
import dev.akinai.points.Points;
import dev.akinai.price.Prices;
import dev.akinai.pricing.Pricing;
import dev.akinai.promotion.Promotions;
import dev.akinai.spi.HostTransaction;
import dev.akinai.stock.Stock;

/** Another engine with other pricing or promotions. Thread-safe as the other. */
final class ForwardingCommerce implements Commerce {

  private final Commerce inner;
  private final Pricing pricing;
  private final Promotions promotions;

  ForwardingCommerce(Commerce inner, Pricing pricing, Promotions promotions) {
    this.inner = inner;
    this.pricing = pricing;
    this.promotions = promotions;
  }

  @Override
  public Catalog catalog() {
    return inner.catalog();
  }

  @Override
  public Prices prices() {
    return inner.prices();
  }

  @Override
  public Promotions promotions() {
    return promotions;
  }

  @Override
  public Pricing pricing() {
    return pricing;
  }

  @Override
  public Stock stock() {
    return inner.stock();
  }

  @Override
  public Payments payments() {
    return inner.payments();
  }

  @Override
  public Orders orders() {
    return inner.orders();
  }

  @Override
  public Points points() {
    return inner.points();
  }

  @Override
  public Events events() {
    return inner.events();
  }

  @Override
  public Audit audit() {
    return inner.audit();
  }

  @Override
  public Maintenance maintenance() {
    return inner.maintenance();
  }

  @Override
  public Commerce joined(HostTransaction transaction) {
    return new ForwardingCommerce(inner.joined(transaction), pricing, promotions);
  }

  @Override
  public void close() {
    inner.close();
  }
}
