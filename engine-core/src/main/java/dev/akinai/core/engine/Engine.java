package dev.akinai.core.engine;

import dev.akinai.catalog.Catalog;
import dev.akinai.core.base.Commands;
import dev.akinai.core.base.Door;
import dev.akinai.core.catalog.CatalogService;
import dev.akinai.core.event.Recorder;
import dev.akinai.core.ledger.LotKeeper;
import dev.akinai.core.order.OrderBook;
import dev.akinai.core.order.OrderService;
import dev.akinai.core.order.Placement;
import dev.akinai.core.order.Reversal;
import dev.akinai.core.payment.PaymentBook;
import dev.akinai.core.payment.PaymentService;
import dev.akinai.core.points.PointsService;
import dev.akinai.core.price.PriceService;
import dev.akinai.core.pricing.Extensions;
import dev.akinai.core.pricing.PricingService;
import dev.akinai.core.pricing.RuleCompiler;
import dev.akinai.core.promotion.Names;
import dev.akinai.core.promotion.PromotionService;
import dev.akinai.core.promotion.Rules;
import dev.akinai.core.quota.HoldKeeper;
import dev.akinai.core.stock.StockService;
import dev.akinai.engine.Audit;
import dev.akinai.engine.Commerce;
import dev.akinai.engine.Events;
import dev.akinai.engine.Maintenance;
import dev.akinai.order.Orders;
import dev.akinai.payment.PaymentPort;
import dev.akinai.payment.Payments;
import dev.akinai.points.EarningRule;
import dev.akinai.points.Points;
import dev.akinai.price.PricePolicy;
import dev.akinai.price.Prices;
import dev.akinai.pricing.EligibilityFacts;
import dev.akinai.pricing.Pricing;
import dev.akinai.promotion.Promotions;
import dev.akinai.spi.HostTransaction;
import dev.akinai.spi.Storage;
import dev.akinai.stock.Stock;
import java.util.Map;

/** A shop on one storage, or on a host's transaction of it: the same services over other units of work. Thread-safe, as its storage is. */
public final class Engine implements Commerce {

  /** What an engine is built with beside its storage. */
  public record Settings(
      Map<String, PaymentPort> ports,
      Listeners listeners,
      EarningRule earning,
      EligibilityFacts facts,
      PricePolicy pricePolicy,
      RuleCompiler compiler) {
    /** Copies the ports. */
    public Settings {
      ports = Map.copyOf(ports);
    }
  }

  private final Storage storage;
  private final Door door;
  private final Settings settings;
  private final Rules rules;
  private final boolean joined;
  private final CatalogService catalog;
  private final PriceService prices;
  private final PromotionService promotions;
  private final PricingService pricing;
  private final StockService stock;
  private final PaymentService payments;
  private final OrderService orders;
  private final PointsService points;
  private final Consumers events;
  private final Auditor audit;
  private final Caretaker maintenance;

  private Engine(Storage storage, Door door, Settings settings, Rules rules, boolean joined) {
    this.storage = storage;
    this.door = door;
    this.settings = settings;
    this.rules = rules;
    this.joined = joined;
    var commands = new Commands(storage, door, joined);
    var recorder = new Recorder(door);
    var holds = new HoldKeeper(recorder);
    var lots = new LotKeeper(door, PointsService.UNIT);
    var paymentBook = new PaymentBook(recorder, door);
    var orderBook = new OrderBook(recorder);
    catalog = new CatalogService(commands, recorder);
    prices = new PriceService(commands, settings.pricePolicy());
    promotions = new PromotionService(commands, rules, names(settings.compiler().extensions()));
    pricing = new PricingService(
        commands,
        rules,
        settings.compiler(),
        settings.facts(),
        settings.earning(),
        settings.pricePolicy());
    stock = new StockService(commands, holds);
    payments = new PaymentService(commands, paymentBook, settings.ports());
    points = new PointsService(commands, lots);
    orders = new OrderService(
        commands,
        orderBook,
        new Placement(door, orderBook, holds, paymentBook, lots, settings.earning(), rules),
        new Reversal(door, orderBook, holds, paymentBook, lots),
        payments);
    events = new Consumers(commands);
    audit = new Auditor(commands);
    maintenance =
        new Caretaker(commands, holds, points, payments, new Relay(commands, settings.listeners()));
  }

  private static Names names(Extensions extensions) {
    return new Names(extensions.conditionIds(), extensions.effectIds());
  }

  /** A shop on its own storage. */
  public static Engine open(Storage storage, Door door, Settings settings) {
    return new Engine(storage, door, settings, new Rules(), false);
  }

  @Override
  public Catalog catalog() {
    return catalog;
  }

  @Override
  public Prices prices() {
    return prices;
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
    return stock;
  }

  @Override
  public Payments payments() {
    return payments;
  }

  @Override
  public Orders orders() {
    return orders;
  }

  @Override
  public Points points() {
    return points;
  }

  @Override
  public Events events() {
    return events;
  }

  @Override
  public Audit audit() {
    return audit;
  }

  @Override
  public Maintenance maintenance() {
    return maintenance;
  }

  @Override
  public Commerce joined(HostTransaction transaction) {
    return new Engine(storage.join(transaction), door, settings, rules, true);
  }

  @Override
  public void close() {
    if (!joined) {
      storage.close();
    }
  }
}
