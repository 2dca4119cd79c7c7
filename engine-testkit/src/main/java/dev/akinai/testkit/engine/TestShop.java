package dev.akinai.testkit.engine;

import dev.akinai.base.Actor;
import dev.akinai.base.CallContext;
import dev.akinai.base.Outcome;
import dev.akinai.base.ShopId;
import dev.akinai.catalog.Category;
import dev.akinai.catalog.CategoryId;
import dev.akinai.catalog.Product;
import dev.akinai.catalog.Sku;
import dev.akinai.catalog.SkuId;
import dev.akinai.engine.Commerce;
import dev.akinai.member.MemberId;
import dev.akinai.money.CurrencyCode;
import dev.akinai.money.Money;
import dev.akinai.order.Order;
import dev.akinai.order.PlaceOrder;
import dev.akinai.payment.CapturePayment;
import dev.akinai.payment.Payment;
import dev.akinai.price.PriceEntry;
import dev.akinai.price.PriceList;
import dev.akinai.price.PriceListId;
import dev.akinai.pricing.Cart;
import dev.akinai.pricing.Quote;
import dev.akinai.quota.Cell;
import dev.akinai.stock.Held;
import dev.akinai.stock.Movement;
import dev.akinai.stock.StockLine;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A tea house to test with: two teas at 33.33 and 20.00, ten and five of them, 10 % off tea, and a code for 5.00 off from 50.00.
 *
 * <p>Its words are those of a scenario: {@code buy}, {@code free}, {@code balance}. Thread-safe, as its engine is.
 */
public final class TestShop {

  /** The shop. */
  public static final ShopId SHOP = ShopId.of("tea-house");

  /** The currency of all prices. */
  public static final CurrencyCode CNY = CurrencyCode.of("CNY");

  /** A tea of which there are ten, at 33.33. */
  public static final SkuId SENCHA = SkuId.of("S100");

  /** A tea of which there are five, at 20.00. */
  public static final SkuId OOLONG = SkuId.of("O50");

  /** The code that takes 5.00 off from 50.00, once a buyer and three times in all. */
  public static final String WELCOME = "WELCOME";

  /** The name of the payment provider that the engine must have. */
  public static final String PROVIDER = "test";

  private final Commerce engine;
  private final AtomicInteger keys = new AtomicInteger();

  private TestShop(Commerce engine) {
    this.engine = engine;
  }

  /**
   * Opens the tea house on an engine with empty tables.
   *
   * @param engine with a provider called {@value #PROVIDER}
   * @return the shop
   */
  public static TestShop open(Commerce engine) {
    var shop = new TestShop(engine);
    shop.fill();
    return shop;
  }

  /**
   * The same shop by another handle, such as one that is joined to a host's transaction.
   *
   * @param handle the handle
   * @return a shop with the same goods; it keeps its own count of keys, which begin with {@code prefix}
   */
  public TestShop by(Commerce handle) {
    var other = new TestShop(handle);
    other.keys.set(keys.addAndGet(1_000));
    return other;
  }

  private void fill() {
    engine.catalog().put(Category.of("tea", "Tea"), call()).orThrow();
    engine
        .catalog()
        .put(
            new Category(
                new CategoryId("green"), java.util.Optional.of(new CategoryId("tea")), "Green tea"),
            call())
        .orThrow();
    engine
        .catalog()
        .publish(
            List.of(
                Product.of("sencha", "Sencha", Sku.of(SENCHA.value(), "Sencha, 100 g"))
                    .in("green"),
                Product.of("oolong", "Oolong", Sku.of(OOLONG.value(), "Oolong, 50 g"))
                    .in("tea"),
                Product.of(
                    "wrapping", "Gift wrapping", Sku.of("WRAP", "Gift wrapping").untracked())),
            call())
        .orThrow();
    engine.prices().put(PriceList.regular("retail", CNY), call()).orThrow();
    engine
        .prices()
        .set(
            PriceListId.of("retail"),
            List.of(
                PriceEntry.of(SENCHA.value(), "CNY 33.33"),
                PriceEntry.of(OOLONG.value(), "CNY 20.00"),
                PriceEntry.of("WRAP", "CNY 0.00")),
            call())
        .orThrow();
    engine
        .stock()
        .move(
            Movement.receipt("delivery-1", new StockLine(SENCHA, 10), new StockLine(OOLONG, 5)),
            call())
        .orThrow();
    publishOffers();
  }

  private void publishOffers() {
    String offers = """
        [{"id":"autumn","funding":[{"party":"platform"}],"scope":{"category":{"under":"tea"}},"effect":{"percent":{"ppm":100000}}},
         {"id":"welcome","code":"welcome","currency":"CNY","effect":{"amount":{"off":500}},
          "when":{"sum":{"of":"amount","ge":5000}},"limits":{"total":{"uses":3},"perBuyer":[{"identity":"member","uses":1}]}}]
        """;
    engine.promotions().publish(engine.promotions().parse(offers), call()).orThrow();
  }

  /**
   * The engine behind the shop.
   *
   * @return the handle
   */
  public Commerce engine() {
    return engine;
  }

  /**
   * A call with a key that was never used before.
   *
   * @return the context
   */
  public CallContext call() {
    return CallContext.of(SHOP, Actor.staff("ann"), "key-" + keys.incrementAndGet());
  }

  /**
   * Prices a cart.
   *
   * @param cart the cart
   * @return the quote
   */
  public Quote quote(Cart cart) {
    return engine.pricing().quote(cart, call()).orThrow();
  }

  /**
   * Holds what a quote needs.
   *
   * @param quote the quote
   * @return the hold
   */
  public Held hold(Quote quote) {
    return engine.stock().hold(quote.holdRequest(), call()).orThrow();
  }

  /**
   * Takes what a quote costs.
   *
   * @param quote the quote
   * @return the payment
   */
  public Payment pay(Quote quote) {
    return engine
        .payments()
        .capture(new CapturePayment(PROVIDER, "token", quote.total()), call())
        .orThrow();
  }

  /**
   * Places an order for a quote that is held and paid now.
   *
   * @param quote the quote
   * @return what became of it
   */
  public Outcome<Order> place(Quote quote) {
    Held hold = hold(quote);
    return engine
        .orders()
        .place(PlaceOrder.of(quote, hold.id()).paidBy(pay(quote).id()), call());
  }

  /**
   * A buyer's order, placed.
   *
   * @param buyer who
   * @param sku what
   * @param quantity how many
   * @return the order
   */
  public Order buy(String buyer, SkuId sku, long quantity) {
    return place(quote(Cart.in(CNY).add(sku.value(), quantity).forBuyer(buyer))).orThrow();
  }

  /**
   * Leads an order to its end.
   *
   * @param order a placed order
   * @return the order, completed
   */
  public Order complete(Order order) {
    engine.orders().ship(order.id(), call()).orThrow();
    engine.orders().deliver(order.id(), call()).orThrow();
    return engine.orders().complete(order.id(), call()).orThrow();
  }

  /**
   * What could be promised of a SKU.
   *
   * @param sku which
   * @return units
   */
  public long free(SkuId sku) {
    return cell(sku).free();
  }

  /**
   * The counter of a SKU.
   *
   * @param sku which
   * @return the cell
   */
  public Cell cell(SkuId sku) {
    return Objects.requireNonNull(engine.stock().look(SHOP, List.of(sku)).get(sku));
  }

  /**
   * Points a buyer can spend.
   *
   * @param buyer who
   * @return points
   */
  public long balance(String buyer) {
    return engine.points().balance(SHOP, MemberId.of(buyer)).available();
  }

  /**
   * An amount in the shop's currency.
   *
   * @param minor fen
   * @return the amount
   */
  public static Money fen(long minor) {
    return Money.of(CNY, minor);
  }
}
