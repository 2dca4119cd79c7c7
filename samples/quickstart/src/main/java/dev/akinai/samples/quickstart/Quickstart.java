package dev.akinai.samples.quickstart;

import dev.akinai.base.Actor;
import dev.akinai.base.CallContext;
import dev.akinai.base.ShopId;
import dev.akinai.catalog.Product;
import dev.akinai.catalog.Sku;
import dev.akinai.core.Akinai;
import dev.akinai.engine.Commerce;
import dev.akinai.jdbc.JdbcStorage;
import dev.akinai.member.MemberId;
import dev.akinai.money.CurrencyCode;
import dev.akinai.money.Ratio;
import dev.akinai.order.Order;
import dev.akinai.order.Orders;
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

/** A tea house opens, prices a cart and keeps its units; then it sells, ships, takes one back, and proves that nothing is lost. */
public final class Quickstart {
  private static final ShopId SHOP = ShopId.of("tea-house");
  private static final CurrencyCode CNY = CurrencyCode.of("CNY");
  private static final String OFFERS = """
      [{"id": "autumn-10", "effect": {"percent": {"ppm": 100000}}},
       {"id": "welcome", "code": "WELCOME", "currency": "CNY", "effect": {"amount": {"off": 500}},
        "when": {"sum": {"of": "amount", "ge": 5000}}, "limits": {"total": {"uses": 100}, "perBuyer": [{"identity": "member", "uses": 1}]}}]
      """;

  private Quickstart() {}

  /** Runs the program on a new database file in a folder for temporary files. */
  public static void main(String[] arguments) throws IOException {
    run("jdbc:h2:" + Files.createTempDirectory("akinai").resolve("shop"), System.out);
  }

  static void run(String url, PrintStream out) {
    priceAndHold(url, out);
    sell(url, out);
  }

  private static void priceAndHold(String url, PrintStream out) {
    CallContext call = CallContext.of(SHOP, Actor.staff("ann"), "open-1");
    // region first-screen
    try (Commerce shop = Akinai.builder().storage(JdbcStorage.open(url)).build()) {
      Product sencha = Product.of("sencha", "Sencha", Sku.of("S100", "Sencha, 100 g"));
      PriceEntry price = PriceEntry.of("S100", "CNY 33.33");
      Movement delivery = Movement.receipt("delivery-1", StockLine.of("S100", 10));
      shop.catalog().publish(sencha, call).orThrow();
      shop.prices().put(PriceList.regular("retail", CNY), call).orThrow();
      shop.prices().set(PriceListId.of("retail"), List.of(price), call).orThrow();
      shop.stock().move(delivery, call).orThrow();
      shop.promotions().publish(shop.promotions().parse(OFFERS), call).orThrow();

      Cart cart = Cart.in(CNY).add("S100", 3).withCode("welcome").forBuyer("mia");
      Quote quote = shop.pricing().quote(cart, call).orThrow();
      shop.stock().hold(quote.holdRequest(), call).orThrow(); // for 15 minutes
      out.print(quote.receipt());
      var cells = shop.stock().look(SHOP, List.of(price.sku())).values();
      cells.forEach(c -> out.println(c.key() + ": " + c.held() + " held, " + c.free() + " free"));
    }
    // endregion
  }

  /** The same shop, opened again: mia's units are still held, so noah buys three of the other seven. */
  private static void sell(String url, PrintStream out) {
    CallContext call = CallContext.of(SHOP, Actor.staff("ann"), "cart-2");
    try (Commerce shop = Akinai.builder()
        .storage(JdbcStorage.open(url))
        .payments("card", Akinai.inMemoryPayments(Clock.systemUTC()))
        .earning(new EarningRule(Ratio.of(1, 100), Optional.of(Duration.ofDays(365))))
        .listener("log", event -> {
          if (event.stream().type().equals("order")) {
            out.println("event " + event.sequence() + ": " + event.type());
          }
        })
        .build()) {
      Cart cart = Cart.in(CNY).add("S100", 3).withCode("welcome").forBuyer("noah");
      Quote quote = shop.pricing().quote(cart, call).orThrow();
      Held hold = shop.stock().hold(quote.holdRequest(), call).orThrow();
      var capture = new CapturePayment("card", "token", quote.total());
      Payment paid = shop.payments().capture(capture, call).orThrow();
      var place = PlaceOrder.of(quote, hold.id()).paidBy(paid.id());
      Orders orders = shop.orders();
      Order order = orders.place(place, call).orThrow();
      out.println("placed: " + order.headline() + ", " + order.total());
      out.println("shipped: " + orders.ship(order.id(), call).orThrow().headline());
      out.println("delivered: " + orders.deliver(order.id(), call).orThrow().headline());
      out.println("completed: " + orders.complete(order.id(), call).orThrow().headline());
      out.println("points: " + shop.points().balance(SHOP, MemberId.of("noah")).available());
      var back = new ReturnUnits(order.id(), List.of(new PieceUnits(1, 1)), "unwanted", true);
      Refund refund = orders.returnUnits(back, call).orThrow();
      out.println("one back: " + refund.amount() + " and " + refund.points() + " points");
      out.println("points: " + shop.points().balance(SHOP, MemberId.of("noah")).available());
      out.println("settled holds: " + shop.maintenance().runOnce(1_000).settled());
      out.println("audit: " + shop.audit().run(SHOP).violations().size() + " violations");
    }
  }
}
