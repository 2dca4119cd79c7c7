package dev.akinai.testkit.functional;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akinai.base.Actor;
import dev.akinai.base.CallContext;
import dev.akinai.base.Outcome;
import dev.akinai.base.ShopId;
import dev.akinai.catalog.Category;
import dev.akinai.catalog.CategoryId;
import dev.akinai.catalog.Product;
import dev.akinai.catalog.Sku;
import dev.akinai.catalog.SkuId;
import dev.akinai.core.Akinai;
import dev.akinai.engine.Commerce;
import dev.akinai.member.MemberId;
import dev.akinai.money.CurrencyCode;
import dev.akinai.money.Money;
import dev.akinai.money.Ratio;
import dev.akinai.order.Headline;
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
import dev.akinai.pricing.Cart;
import dev.akinai.pricing.Quote;
import dev.akinai.stock.Held;
import dev.akinai.stock.Movement;
import dev.akinai.stock.StockLine;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ThreadTest {

  static final ShopId SHOP = ShopId.of("tea-house");
  static final CurrencyCode CNY = CurrencyCode.of("CNY");
  private int keys;

  CallContext call() {
    return CallContext.of(SHOP, Actor.staff("ann"), "k" + ++keys);
  }

  @Test
  void sellsAPotOfTea() {
    Clock clock = Clock.fixed(Instant.parse("2026-11-01T10:00:00Z"), ZoneOffset.UTC);
    var heard = new ArrayList<String>();
    try (Commerce shop = Akinai.builder()
        .clock(clock)
        .payments("memory", Akinai.inMemoryPayments(clock))
        .earning(new EarningRule(Ratio.of(1, 100), Optional.empty()))
        .listener("log", event -> heard.add(event.stream() + "#" + event.sequence() + " " + event.type()))
        .build()) {
      shop.catalog().put(new Category(new CategoryId("tea"), Optional.empty(), "Tea"), call()).orThrow();
      shop.catalog().publish(Product.of("sencha", "Sencha", Sku.of("S100", "Sencha 100 g"), Sku.of("S50", "Sencha 50 g")).in("tea"), call()).orThrow();
      shop.prices().put(PriceList.regular("retail", CNY), call()).orThrow();
      shop.prices().set(new dev.akinai.price.PriceListId("retail"), List.of(new PriceEntry(SkuId.of("S100"), Money.parse("CNY 33.33")), new PriceEntry(SkuId.of("S50"), Money.parse("CNY 20.00"))), call()).orThrow();
      shop.stock().move(Movement.receipt("d1", new StockLine(SkuId.of("S100"), 10), new StockLine(SkuId.of("S50"), 5)), call()).orThrow();
      shop.promotions().publish(shop.promotions().parse("""
          [{"id":"autumn","effect":{"percent":{"ppm":100000}},"scope":{"category":{"under":"tea"}},"party":"platform"},
           {"id":"welcome","currency":"CNY","code":"WELCOME","effect":{"amount":{"off":500}},"when":{"sum":{"of":"amount","ge":5000}},"limits":{"total":100,"perBuyer":1}}]
          """), call()).orThrow();
      Quote quote = shop.pricing().quote(Cart.in(CNY).add("S100", 3).add("S50", 1).withCode(" welcome ").forBuyer("mia"), call()).orThrow();
      System.out.println(quote.receipt());
      assertThat(quote.payable()).isEqualTo(Money.parse("CNY 102.99"));
      Held hold = shop.stock().hold(quote.holdRequest(), call()).orThrow();
      Payment paid = shop.payments().capture(new CapturePayment("memory", "tok", quote.total()), call()).orThrow();
      CallContext place = call();
      PlaceOrder command = PlaceOrder.of(quote, hold.id()).paidBy(paid.id());
      Order order = shop.orders().place(command, place).orThrow();
      assertThat(((Outcome.Done<Order>) shop.orders().place(command, place)).replayed()).isTrue();
      assertThat(shop.points().balance(SHOP, MemberId.of("mia")).pending()).isEqualTo(102);
      shop.orders().ship(order.id(), call()).orThrow();
      shop.orders().deliver(order.id(), call()).orThrow();
      order = shop.orders().complete(order.id(), call()).orThrow();
      assertThat(order.headline()).isEqualTo(Headline.COMPLETED);
      Refund refund = shop.orders().returnUnits(new ReturnUnits(order.id(), List.of(new PieceUnits(1, 1)), "unwanted", true), call()).orThrow();
      System.out.println(refund);
      System.out.println(shop.maintenance().runOnce(1000));
      System.out.println(shop.points().balance(SHOP, MemberId.of("mia")));
      System.out.println(shop.stock().look(SHOP, List.of(SkuId.of("S100"))));
      System.out.println(shop.audit().run(SHOP));
      System.out.println(heard);
      assertThat(shop.audit().run(SHOP).violations()).isEmpty();
      assertThat(shop.payments().find(SHOP, paid.id()).orElseThrow().refunded()).isEqualTo(refund.amount());
    }
  }
}
