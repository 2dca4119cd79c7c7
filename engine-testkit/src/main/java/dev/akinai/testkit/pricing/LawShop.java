package dev.akinai.testkit.pricing;

import dev.akinai.base.Outcome;
import dev.akinai.base.ShopId;
import dev.akinai.catalog.Category;
import dev.akinai.catalog.Product;
import dev.akinai.catalog.Sku;
import dev.akinai.catalog.SkuId;
import dev.akinai.money.CurrencyCode;
import dev.akinai.money.Money;
import dev.akinai.price.PriceEntry;
import dev.akinai.price.PriceList;
import dev.akinai.pricing.Cart;
import dev.akinai.pricing.Quote;
import dev.akinai.promotion.Draft;
import dev.akinai.promotion.Offer;
import dev.akinai.quota.Hold;
import dev.akinai.stock.Held;
import dev.akinai.stock.Movement;
import dev.akinai.stock.StockLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** A shop of its own in the subject's engine: one product at one price, as many units as asked for, and offers. Thread-safe. */
final class LawShop {

  static final CurrencyCode CNY = CurrencyCode.of("CNY");
  static final SkuId GOODS = SkuId.of("goods");
  private static final long SECONDS = 60;

  private final LawSubject subject;
  final ShopId id;

  private LawShop(LawSubject subject) {
    this.subject = subject;
    this.id = subject.freshShop();
  }

  static LawShop open(LawSubject subject, long price, long units, Offer... offers) {
    var shop = new LawShop(subject);
    var engine = subject.engine();
    engine.catalog().put(Category.of("goods", "Goods"), subject.call(shop.id)).orThrow();
    engine
        .catalog()
        .publish(
            Product.of("goods", "Goods", Sku.of(GOODS.value(), "Goods")).in("goods"),
            subject.call(shop.id))
        .orThrow();
    PriceList retail = PriceList.regular("retail", CNY);
    engine.prices().put(retail, subject.call(shop.id)).orThrow();
    shop.set(retail, new PriceEntry(GOODS, cny(price)));
    engine
        .stock()
        .move(Movement.receipt("delivery", new StockLine(GOODS, units)), subject.call(shop.id))
        .orThrow();
    if (offers.length > 0) {
      engine.promotions().publish(Draft.of(offers), subject.call(shop.id)).orThrow();
    }
    return shop;
  }

  static Money cny(long minor) {
    return Money.of(CNY, minor);
  }

  void set(PriceList list, PriceEntry entry) {
    subject.engine().prices().set(list.id(), List.of(entry), subject.call(id)).orThrow();
  }

  Quote quote(Cart cart) {
    return subject.engine().pricing().quote(cart, subject.call(id)).orThrow();
  }

  Cart cart(String buyer, long units) {
    return Cart.in(CNY).add(GOODS.value(), units).forBuyer(buyer);
  }

  Outcome<Held> hold(Quote quote) {
    return subject.engine().stock().hold(quote.holdRequest(), subject.call(id));
  }

  Outcome<Hold> confirm(Held held) {
    return subject.engine().stock().confirm(held.id(), subject.call(id));
  }

  Outcome<Hold> release(Held held) {
    return subject.engine().stock().release(held.id(), subject.call(id));
  }

  long freeUnits() {
    return Objects.requireNonNull(
            subject.engine().stock().look(id, List.of(GOODS)).get(GOODS), "cell")
        .free();
  }

  /** The same work for so many callers, begun at one moment. */
  static <T> List<T> crowd(int callers, IntFunction<T> work) {
    var start = new CyclicBarrier(callers);
    var done = new CountDownLatch(callers);
    var results = new ArrayList<T>();
    for (int i = 0; i < callers; i++) {
      int number = i;
      var thread = new Thread(
          () -> {
            try {
              await(start);
              T result = work.apply(number);
              synchronized (results) {
                results.add(result);
              }
            } finally {
              done.countDown();
            }
          },
          "law-crowd");
      thread.setDaemon(true);
      thread.start();
    }
    return allOf(results, done);
  }

  private static void await(CyclicBarrier start) {
    try {
      start.await(SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException late) {
      throw new IllegalStateException(
          "The crowd must begin together. Maybe the machine is busy.", late);
    }
  }

  private static <T> List<T> allOf(List<T> results, CountDownLatch done) {
    try {
      if (!done.await(SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("The crowd must end in time. Maybe a caller is stuck.");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The crowd must end. Maybe run it again.", stopped);
    }
    synchronized (results) {
      return List.copyOf(results);
    }
  }
}
