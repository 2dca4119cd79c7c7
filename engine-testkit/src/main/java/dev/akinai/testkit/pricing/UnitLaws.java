package dev.akinai.testkit.pricing;

import dev.akinai.criteria.Criterion;
import dev.akinai.criteria.Fact;
import dev.akinai.money.Money;
import dev.akinai.pricing.Application;
import dev.akinai.pricing.Benefits;
import dev.akinai.pricing.Cart;
import dev.akinai.pricing.CartLine;
import dev.akinai.pricing.Quote;
import dev.akinai.promotion.Benefit;
import dev.akinai.promotion.Effect;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.OfferId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Offers that use units up, bundles and gifts: L-PRI-39 to 43. Stateless. */
final class UnitLaws {

  private static final long PRICE = 1_000;

  private UnitLaws() {}

  static final List<Law> LIST = List.of(
      Law.of(39, "no unit is used twice", UnitLaws::usedOnce),
      Law.of(40, "buy n get m has its closed form", UnitLaws::closedForm),
      Law.of(41, "the merchant's grouping never saves more", UnitLaws::groupings),
      Law.of(42, "an applied bundle or unit price saves something", UnitLaws::saves),
      Law.of(43, "a gift costs nothing and goes with its trigger", UnitLaws::gifts));

  private static Offer buyGet(String id, int buy, int get, Effect.LastGroup last) {
    return buyGet(id, buy, get, last, Effect.Grouping.CUSTOMER_BEST);
  }

  private static Offer buyGet(
      String id, int buy, int get, Effect.LastGroup last, Effect.Grouping grouping) {
    return Offer.of(
            id,
            new Effect.BuyGet(
                new Effect.Part(Criterion.always(), buy),
                new Effect.Part(Criterion.always(), get),
                new Benefit.PercentOff(1_000_000),
                Effect.Pick.CHEAPEST,
                grouping,
                last,
                OptionalLong.empty(),
                Effect.Spread.TARGET))
        .build();
  }

  private static Cart cart(Trial trial, long... quantities) {
    Cart cart = Cart.in(trial.cart.currency());
    for (int i = 0; i < quantities.length; i++) {
      cart = cart.add(
          CartLine.of("l" + i, "a", quantities[i]).at(Money.of(trial.cart.currency(), PRICE)));
    }
    return cart;
  }

  private static Quote quote(Trial trial, Cart cart, Offer... offers) {
    return trial.quote(trial.input.withCart(cart), trial.rulesWithoutPolicy(List.of(offers)));
  }

  private static void usedOnce(Trial trial) {
    int units = 1 + trial.random.nextInt(14);
    int[] buy = {1 + trial.random.nextInt(3), 1 + trial.random.nextInt(3)};
    Quote quote = quote(
        trial,
        cart(trial, units / 2, units - units / 2),
        buyGet("x", buy[0], 1, Effect.LastGroup.FULL_ONLY),
        buyGet("y", buy[1], 1, Effect.LastGroup.FULL_ONLY));
    long used = Trial.discount(quote, new OfferId("x")) / PRICE * (buy[0] + 1)
        + Trial.discount(quote, new OfferId("y")) / PRICE * (buy[1] + 1);
    trial.require(used <= units, "%d units are used of %d", used, units);
    trial.assume(used > 0);
  }

  private static void closedForm(Trial trial) {
    int buy = 1 + trial.random.nextInt(4);
    int get = 1 + trial.random.nextInt(3);
    long units = 1L + trial.random.nextInt(40);
    boolean partial = trial.random.nextBoolean();
    Effect.LastGroup last = partial ? Effect.LastGroup.PARTIAL_TOO : Effect.LastGroup.FULL_ONLY;
    Quote quote = quote(trial, cart(trial, units), buyGet("x", buy, get, last));
    long expected = get * (units / (buy + get));
    expected += partial ? Math.max(0, units % (buy + get) - buy) : 0;
    trial.requireEqual(
        "free units of %d at buy %d get %d".formatted(units, buy, get),
        expected * PRICE,
        quote.discount().minor());
    trial.assume(expected > 0);
  }

  private static void groupings(Trial trial) {
    int buy = 1 + trial.random.nextInt(2);
    Cart cart = Cart.in(trial.cart.currency());
    int count = 2 + trial.random.nextInt(6);
    var prices = new ArrayList<Long>();
    for (int i = 0; i < count; i++) {
      long price = 1L + trial.random.nextInt(100);
      prices.add(price);
      cart = cart.add(CartLine.of("l" + i, "a", 1).at(Money.of(trial.cart.currency(), price)));
    }
    Effect.LastGroup full = Effect.LastGroup.FULL_ONLY;
    long customer = quote(trial, cart, buyGet("x", buy, 1, full)).discount().minor();
    long merchant = quote(trial, cart, buyGet("x", buy, 1, full, Effect.Grouping.MERCHANT_BEST))
        .discount()
        .minor();
    trial.assume(customer > 0);
    trial.require(merchant <= customer, "%d saved by MERCHANT_BEST, %d else", merchant, customer);
    long groups = count / (buy + 1);
    long cheapest =
        prices.stream().sorted().limit(groups).mapToLong(Long::longValue).sum();
    trial.requireEqual("MERCHANT_BEST frees the cheapest of " + prices, cheapest, merchant);
  }

  private static void saves(Trial trial) {
    boolean found = false;
    for (Application each : trial.lowered().applied()) {
      Effect effect = trial.offer(each.offer()).map(Offer::effect).orElse(null);
      if (effect instanceof Effect.Bundle || effect instanceof Effect.UnitPrice) {
        found = true;
        trial.require(each.discount().isPositive(), "%s saves nothing", each.offer());
      }
    }
    Quote dearer = quote(trial, cart(trial, 3), dearBundle(trial));
    trial.requireEqual("a bundle that costs more", List.of(), dearer.applied());
    trial.assume(found);
  }

  private static Offer dearBundle(Trial trial) {
    return Offer.of(
            "dear",
            new Effect.Bundle(
                List.of(new Effect.Part(Fact.text("sku").in("a"), 2)),
                new Benefit.FixedPrice(Money.of(trial.cart.currency(), 3 * PRICE)),
                Effect.Grouping.CUSTOMER_BEST,
                OptionalLong.empty(),
                Effect.Spread.GROUP))
        .currency(trial.cart.currency())
        .build();
  }

  private static void gifts(Trial trial) {
    trial.assume(trial.offers.stream().anyMatch(offer -> offer.effect() instanceof Effect.Gift));
    Quote quote = trial.quote();
    List<Offer> others = trial.offers.stream()
        .filter(offer -> !(offer.effect() instanceof Effect.Gift))
        .toList();
    boolean given = false;
    for (Application each : quote.applied()) {
      if (each.benefit().orElse(null) instanceof Benefits.Gifts gifts) {
        given = true;
        trial.require(each.discount().isZero(), "the gift takes %s off", each.discount());
        trial.require(!gifts.skus().isEmpty(), "%s gives nothing", each.offer());
      }
    }
    trial.assume(given);
    trial.require(
        quote.pieces().stream().noneMatch(piece -> piece.line().startsWith(SampleCarts.GIFT)),
        "the gift is among the goods");
    Quote nothing = trial.quote(trial.cart.withLines(List.of()));
    trial.require(
        trial.applied(nothing).stream()
            .noneMatch(offer -> offer.effect() instanceof Effect.Gift && asksForGoods(offer)),
        "the gift stays though the goods are gone");
    trial.requireEqual(
        "list without the gift", quote.list(), trial.quote(others).list());
  }

  private static boolean asksForGoods(Offer offer) {
    return Scopes.sums(offer.when()).anyMatch(sum -> switch (sum.op()) {
      case GE, GT -> Scopes.least(sum) > 0;
      default -> false;
    });
  }
}
