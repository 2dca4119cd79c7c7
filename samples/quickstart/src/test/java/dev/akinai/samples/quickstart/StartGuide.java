package dev.akinai.samples.quickstart;

import dev.akinai.base.Actor;
import dev.akinai.base.CallContext;
import dev.akinai.base.Outcome;
import dev.akinai.base.ShopId;
import dev.akinai.catalog.Product;
import dev.akinai.catalog.Sku;
import dev.akinai.core.Akinai;
import dev.akinai.engine.Commerce;
import dev.akinai.jdbc.JdbcStorage;
import dev.akinai.money.CurrencyCode;
import dev.akinai.price.PriceEntry;
import dev.akinai.price.PriceList;
import dev.akinai.price.PriceListId;
import dev.akinai.pricing.Cart;
import dev.akinai.pricing.Quote;
import dev.akinai.promotion.Draft;
import dev.akinai.stock.Held;
import dev.akinai.stock.HoldRefusal.OutOfStock;
import dev.akinai.stock.Movement;
import dev.akinai.stock.StockLine;
import java.io.PrintStream;
import java.util.List;

/** The code of docs/start.md. */
public final class StartGuide {
  private final PrintStream out;

  StartGuide(PrintStream out) {
    this.out = out;
  }

  /** Runs it on a database file in the folder where it is started. */
  public static void main(String[] arguments) {
    new StartGuide(System.out).run("jdbc:h2:./shop");
  }

  void run(String url) {
    // region open
    try (Commerce shop = Akinai.builder().storage(JdbcStorage.open(url)).build()) {
      CallContext call = CallContext.of(ShopId.of("book-shop"), Actor.staff("ann"), "setup-1");
      fill(shop, call);
      Quote quote = price(shop, call);
      hold(shop, quote, call);
    }
    // endregion
  }

  // region fill
  private void fill(Commerce shop, CallContext call) {
    Product atlas = Product.of("atlas", "World atlas", Sku.of("ATLAS-1", "World atlas, paper"));
    shop.catalog().publish(atlas, call).orThrow();

    PriceList retail = PriceList.regular("retail", CurrencyCode.of("EUR"));
    PriceEntry price = PriceEntry.of("ATLAS-1", "EUR 24.90");
    shop.prices().put(retail, call).orThrow();
    shop.prices().set(PriceListId.of("retail"), List.of(price), call).orThrow();

    Movement delivery = Movement.receipt("delivery-1", StockLine.of("ATLAS-1", 5));
    shop.stock().move(delivery, call).orThrow();

    Draft offers = shop.promotions().parse("""
        [{"id": "two-or-more", "effect": {"percent": {"ppm": 150000}},
          "when": {"sum": {"of": "quantity", "ge": 2}}}]
        """);
    shop.promotions().publish(offers, call).orThrow();
  }

  // endregion

  // region price
  private Quote price(Commerce shop, CallContext call) {
    Cart one = Cart.in(CurrencyCode.of("EUR")).add("ATLAS-1", 1);
    out.print(shop.pricing().quote(one, call).orThrow().receipt());

    Cart two = Cart.in(CurrencyCode.of("EUR")).add("ATLAS-1", 2);
    Quote quote = shop.pricing().quote(two, call).orThrow();
    out.print(quote.receipt());
    return quote;
  }

  // endregion

  // region hold
  private void hold(Commerce shop, Quote quote, CallContext call) {
    for (String key : List.of("cart-1", "cart-2", "cart-2", "cart-3")) {
      Outcome<Held> outcome = shop.stock().hold(quote.holdRequest(), call.withKey(key));
      String answer = outcome.match(
          done -> done.replayed() ? "held already" : "held",
          refused -> refused.first() instanceof OutOfStock o ? "only " + o.free() + " left" : "no",
          askAgain -> "ask again in " + askAgain.after());
      out.println(key + ": " + answer);
    }
  }
  // endregion
}
