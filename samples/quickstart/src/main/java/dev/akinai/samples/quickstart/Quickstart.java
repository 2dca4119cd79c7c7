package dev.akinai.samples.quickstart;

import dev.akinai.base.Actor;
import dev.akinai.base.CallContext;
import dev.akinai.base.ShopId;
import dev.akinai.catalog.Category;
import dev.akinai.catalog.Product;
import dev.akinai.catalog.Sku;
import dev.akinai.core.Akinai;
import dev.akinai.engine.Commerce;
import dev.akinai.jdbc.JdbcStorage;
import dev.akinai.member.MemberId;
import dev.akinai.money.CurrencyCode;
import dev.akinai.money.Ratio;
import dev.akinai.order.Order;
import dev.akinai.order.PieceUnits;
import dev.akinai.order.PlaceOrder;
import dev.akinai.order.Refund;
import dev.akinai.order.ReturnUnits;
import dev.akinai.payment.CapturePayment;
import dev.akinai.payment.Payment;
import dev.akinai.points.EarningRule;
import dev.akinai.price.PriceEntry;
import dev.akinai.price.PriceList;
import dev.akinai.price.PriceListId;
import dev.akinai.pricing.Cart;
import dev.akinai.pricing.Quote;
import dev.akinai.stock.Held;
import dev.akinai.stock.Movement;
import dev.akinai.stock.StockLine;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The main job in one program: a tea house opens, prices a cart, holds, sells, ships, takes one pot back, and proves that nothing is lost. */
public final class Quickstart {

  private static final CurrencyCode CNY = CurrencyCode.of("CNY");
  private static final ShopId TEA_HOUSE = ShopId.of("tea-house");
  private static final CallContext STAFF = CallContext.of(TEA_HOUSE, Actor.staff("ann"), "open-the-shop");

  private Quickstart() {}

  /**
   * Runs the program on a new database file in a folder for temporary files.
   *
   * @param arguments none
   * @throws IOException if there is no such folder
   */
  public static void main(String[] arguments) throws IOException {
    run("jdbc:h2:" + Files.createTempDirectory("akinai").resolve("shop"), System.out);
  }

  static void run(String url, PrintStream out) {
    try (Commerce shop =
        Akinai.builder()
            .storage(JdbcStorage.open(url))
            .payments("card", Akinai.inMemoryPayments(Clock.systemUTC()))
            .earning(new EarningRule(Ratio.of(1, 100), Optional.of(Duration.ofDays(365))))
            .listener("log", event -> out.printf("heard %s %s%n", event.stream().type(), event.type()))
            .build()) {
      open(shop);
      Quote quote = priceAndHold(shop, out);
      sell(shop, quote, out);
      out.println("maintenance: " + shop.maintenance().runOnce(1_000));
      var report = shop.audit().run(TEA_HOUSE);
      out.printf("audit: %d checks, %d violations%n", report.checked().values().stream().mapToLong(n -> n).sum(), report.violations().size());
    }
  }

  private static void open(Commerce shop) {
    shop.catalog().put(Category.of("tea", "Tea"), STAFF).orThrow();
    shop.promotions()
        .publish(
            shop.promotions()
                .parse(
                    """
                    [{"id": "autumn-10", "scope": {"category": {"under": "tea"}}, "effect": {"percent": {"ppm": 100000}}},
                     {"id": "welcome", "code": "WELCOME", "currency": "CNY", "effect": {"amount": {"off": 500}},
                      "when": {"sum": {"of": "amount", "ge": 5000}}, "limits": {"total": 100, "perBuyer": 1}}]
                    """),
            STAFF)
        .orThrow();
  }

  private static Quote priceAndHold(Commerce shop, PrintStream out) {
    // region first-screen
    CallContext call = CallContext.of(ShopId.of("tea-house"), Actor.staff("ann"), "cart-1");
    Product sencha = Product.of("sencha", "Sencha", Sku.of("S100", "Sencha, 100 g")).in("tea");
    shop.catalog().publish(sencha, call).orThrow();
    shop.prices().put(PriceList.regular("retail", CNY), call).orThrow();
    shop.prices().set(PriceListId.of("retail"), List.of(PriceEntry.of("S100", "CNY 33.33")), call).orThrow();
    shop.stock().move(Movement.receipt("delivery-1", StockLine.of("S100", 10)), call).orThrow();

    Cart cart = Cart.in(CNY).add("S100", 3).withCode("welcome").forBuyer("mia");
    Quote quote = shop.pricing().quote(cart, call).orThrow();
    Held hold = shop.stock().hold(quote.holdRequest().expiresIn(Duration.ofMinutes(15)), call).orThrow();
    out.print(quote.receipt());
    out.println("held: " + shop.stock().look(call.shop(), List.of(sencha.skus().get(0).id())).values());
    out.println("hold: " + shop.stock().find(call.shop(), hold.id()).orElseThrow().state());
    // endregion
    return quote;
  }

  private static void sell(Commerce shop, Quote quote, PrintStream out) {
    Held hold = shop.stock().hold(quote.holdRequest().expiresIn(Duration.ofMinutes(15)), STAFF.withKey("cart-1")).orThrow();
    Payment paid = shop.payments().capture(new CapturePayment("card", "token", quote.total()), STAFF).orThrow();
    Order order = shop.orders().place(PlaceOrder.of(quote, hold.id()).paidBy(paid.id()), STAFF).orThrow();
    out.printf("order: %s, %s%n", order.headline(), order.total());
    out.println("shipped: " + shop.orders().ship(order.id(), STAFF).orThrow().headline());
    out.println("delivered: " + shop.orders().deliver(order.id(), STAFF).orThrow().headline());
    out.println("completed: " + shop.orders().complete(order.id(), STAFF).orThrow().headline());
    out.println("points: " + shop.points().balance(TEA_HOUSE, MemberId.of("mia")).available());
    var oneBack = new ReturnUnits(order.id(), List.of(new PieceUnits(1, 1)), "unwanted", true);
    Refund refund = shop.orders().returnUnits(oneBack, STAFF).orThrow();
    out.printf("one back: %s refunded, %d points taken back%n", refund.amount(), refund.points());
    out.println("points: " + shop.points().balance(TEA_HOUSE, MemberId.of("mia")).available());
  }
}
