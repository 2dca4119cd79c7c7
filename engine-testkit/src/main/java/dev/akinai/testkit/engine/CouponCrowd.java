package dev.akinai.testkit.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.akinai.base.Actor;
import dev.akinai.base.Api;
import dev.akinai.base.CallContext;
import dev.akinai.base.Outcome;
import dev.akinai.base.Refusal;
import dev.akinai.base.ShopId;
import dev.akinai.catalog.Product;
import dev.akinai.catalog.Sku;
import dev.akinai.core.Akinai;
import dev.akinai.engine.Commerce;
import dev.akinai.money.CurrencyCode;
import dev.akinai.money.Money;
import dev.akinai.price.PriceEntry;
import dev.akinai.price.PriceList;
import dev.akinai.pricing.Cart;
import dev.akinai.pricing.TaxTable;
import dev.akinai.promotion.CodePolicy;
import dev.akinai.promotion.Draft;
import dev.akinai.promotion.Effect;
import dev.akinai.promotion.Limits;
import dev.akinai.promotion.Offer;
import dev.akinai.quota.Cell;
import dev.akinai.spi.Storage;
import dev.akinai.stock.Held;
import dev.akinai.stock.HoldRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * A coupon of 100 uses, and 150 buyers who want it at one moment: exactly 100 hold and confirm it, in each of many rounds (L-PRI-35). Extend
 * it for your storage; give it far fewer connections than buyers, as in life.
 *
 * <p>The system property {@code akinai.rounds} says how many rounds, 5 if it is not set. Each round is a shop of its own.
 */
@Api(Api.Use.IMPLEMENT)
public abstract class CouponCrowd {

  private static final int USES = 100;
  private static final int BUYERS = 150;
  private static final int ROUNDS = Integer.getInteger("akinai.rounds", 5);
  private static final int MOST_ASKS = 200;
  private static final long SECONDS = 120;
  private static final CurrencyCode CNY = CurrencyCode.of("CNY");
  private static final Cart CART = Cart.in(CNY).add("goods", 1).withCode("crowd");
  private static final String CONFIRMED = "confirmed";

  /**
   * Opens the storage under test with empty tables.
   *
   * @param clock business time, for a storage that has no clock of its own
   * @return the storage; closed at the end
   * @throws Exception if it cannot be opened; the test fails
   */
  protected abstract Storage openStorage(HandSetClock clock) throws Exception;

  @Test
  @DisplayName("L-PRI-35 of 150 buyers at once exactly 100 get the coupon of 100 uses, each round")
  final void letsInExactlyAsManyAsItHasUses() throws Exception {
    var clock = HandSetClock.at("2026-11-11T12:00:00Z");
    ExecutorService crowd = Executors.newFixedThreadPool(BUYERS);
    try (Commerce engine =
        Akinai.builder().storage(openStorage(clock)).clock(clock).build()) {
      long started = System.nanoTime();
      for (int round = 1; round <= ROUNDS; round++) {
        requireExact(new Round(engine, "crowd-" + round), crowd);
      }
      System.out.printf(
          "%s: %d rounds of %d buyers, %d confirmed each time, %d s%n",
          getClass().getSimpleName(),
          ROUNDS,
          BUYERS,
          USES,
          TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - started));
    } finally {
      crowd.shutdownNow();
    }
  }

  private static void requireExact(Round round, ExecutorService crowd) throws Exception {
    round.open();
    Map<String, Integer> expected =
        new TreeMap<>(Map.of(CONFIRMED, USES, "limit.total", BUYERS - USES));
    assertEquals(expected, round.run(crowd), round.shop.value());
    round.settle();
    Cell cell = round.cell();
    assertEquals(USES, cell.consumed(), round.shop.value());
    assertEquals(0, cell.held(), round.shop.value());
    assertEquals(List.of(), round.engine.audit().run(round.shop).violations());
  }

  /** One coupon in a shop of its own. */
  private static final class Round {

    private final Commerce engine;
    private final ShopId shop;

    Round(Commerce engine, String name) {
      this.engine = engine;
      this.shop = ShopId.of(name);
    }

    private CallContext call(String key) {
      return CallContext.of(shop, Actor.staff("ann"), key);
    }

    void open() {
      Product goods = Product.of("goods", "Goods", Sku.of("goods", "Goods").untracked());
      engine.catalog().publish(goods, call("goods")).orThrow();
      PriceList retail = PriceList.regular("retail", CNY);
      engine.prices().put(retail, call("list")).orThrow();
      engine
          .prices()
          .set(retail.id(), List.of(PriceEntry.of("goods", "CNY 20.00")), call("price"))
          .orThrow();
      Offer coupon = Offer.of("coupon", new Effect.Amount(Money.of(CNY, 500)))
          .currency(CNY)
          .code(CodePolicy.shared("CROWD"))
          .limits(Limits.total(USES))
          .build();
      engine.promotions().publish(Draft.of(coupon), call("offer")).orThrow();
    }

    /** How many buyers ended how. */
    Map<String, Integer> run(ExecutorService crowd)
        throws InterruptedException, ExecutionException, TimeoutException {
      HoldRequest wanted = engine.pricing().quote(CART, call("quote")).orThrow().holdRequest();
      var together = new CyclicBarrier(BUYERS);
      var running = new ArrayList<Future<String>>();
      for (int i = 0; i < BUYERS; i++) {
        String buyer = "buyer-" + i;
        running.add(crowd.submit(() -> {
          together.await(SECONDS, TimeUnit.SECONDS);
          return buy(wanted.ownedBy(buyer), buyer);
        }));
      }
      Map<String, Integer> ends = new TreeMap<>();
      for (Future<String> each : running) {
        ends.merge(each.get(SECONDS, TimeUnit.SECONDS), 1, Integer::sum);
      }
      return ends;
    }

    private String buy(HoldRequest wanted, String buyer) {
      Outcome<Held> held = answered(() -> engine.stock().hold(wanted, call("hold-" + buyer)));
      return held.match(
          done -> answered(
                  () -> engine.stock().confirm(done.value().id(), call("confirm-" + buyer)))
              .match(hold -> CONFIRMED, Round::refused, again -> "confirm not answered"),
          Round::refused,
          again -> "hold not answered");
    }

    private static String refused(Outcome.Refused<?> refused) {
      Refusal reason = refused.first();
      return reason.code();
    }

    /** A busy storage may say that it must be asked again; the key makes it the same request. */
    private static <T> Outcome<T> answered(Supplier<Outcome<T>> command) {
      Outcome<T> outcome = command.get();
      for (int asks = 1; outcome instanceof Outcome.AskAgain && asks < MOST_ASKS; asks++) {
        outcome = command.get();
      }
      return outcome;
    }

    /** Confirmed holds are booked by the work that is due. */
    void settle() {
      for (int i = 0; i < MOST_ASKS && engine.maintenance().runOnce(BUYERS).total() > 0; i++) {
        // until nothing is due
      }
    }

    /** The counter of the coupon's uses. */
    Cell cell() {
      return engine.pricing().read(CART, TaxTable.NONE, call("look")).used().stream()
          .filter(cell -> cell.key().pool().equals("code:coupon"))
          .findFirst()
          .orElseThrow();
    }
  }
}
