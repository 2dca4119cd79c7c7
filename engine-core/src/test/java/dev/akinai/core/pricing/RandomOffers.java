package dev.akinai.core.pricing;

import static dev.akinai.core.pricing.TestCarts.cny;
import static dev.akinai.core.pricing.TestCarts.line;

import dev.akinai.criteria.Criterion;
import dev.akinai.criteria.Sum;
import dev.akinai.pricing.Cart;
import dev.akinai.pricing.CartLine;
import dev.akinai.pricing.Charge;
import dev.akinai.promotion.AmountRounding;
import dev.akinai.promotion.AmountRules;
import dev.akinai.promotion.Basis;
import dev.akinai.promotion.Benefit;
import dev.akinai.promotion.Effect;
import dev.akinai.promotion.Lane;
import dev.akinai.promotion.LaneId;
import dev.akinai.promotion.Limits;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.Stacking;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;

/** Small carts and offers from a seed, close to the edges: thresholds just met and just missed, group sizes, free and cheap goods. */
final class RandomOffers {

  private static final long[] PRICES = {0, 1, 3, 99, 100, 333, 1_000, 1_999};
  private static final List<LaneId> LANES = List.of(
      Lane.ITEM,
      Lane.ITEM,
      Lane.MERCHANT_ORDER,
      Lane.PLATFORM_ORDER,
      Lane.PLATFORM_ORDER,
      Lane.PLATFORM_COUPON);

  private final Random random;

  RandomOffers(long seed) {
    random = new Random(seed);
  }

  /** A cart of one merchant. */
  Cart plainCart() {
    Cart cart = cart();
    return cart.withLines(cart.lines().stream()
        .map(each -> CartLine.of(each.id(), each.sku().value(), each.quantity())
            .at(each.fixedPrice().orElseThrow()))
        .toList());
  }

  Cart cart() {
    Cart cart = Cart.in(TestCarts.CNY);
    int lines = 1 + random.nextInt(4);
    for (int i = 0; i < lines; i++) {
      var line = line(i, 1 + random.nextInt(5), PRICES[random.nextInt(PRICES.length)]);
      cart = cart.add(random.nextInt(4) == 0 ? line.soldBy("M") : line);
    }
    return random.nextInt(3) == 0 ? cart.with(Charge.shipping("ship", "post", cny(500))) : cart;
  }

  List<Offer> offers(int most) {
    var offers = new ArrayList<Offer>();
    int count = 1 + random.nextInt(most);
    for (int i = 0; i < count; i++) {
      offers.add(offer("o" + i));
    }
    return offers;
  }

  private Offer offer(String id) {
    Effect effect = effect();
    Offer.Builder offer = Offer.of(id, effect)
        .currency(TestCarts.CNY)
        .stacking(stacking())
        .when(when())
        .scope(filter());
    boolean usual = effect instanceof Effect.BuyGet
        || effect instanceof Effect.Bundle
        || effect instanceof Effect.Shipping;
    if (!usual) {
      offer.lane(LANES.get(random.nextInt(LANES.size()))).amounts(amounts());
    }
    if (random.nextInt(10) == 0) {
      offer.limits(Limits.budget(
          cny(1 + random.nextInt(600)),
          random.nextBoolean() ? Limits.OnShort.PARTIAL : Limits.OnShort.SKIP));
    }
    return offer.build();
  }

  private AmountRules amounts() {
    AmountRules rules = AmountRules.OF_LANE;
    rules = random.nextInt(4) == 0 ? rules.base(Basis.LIST) : rules;
    rules = random.nextInt(4) == 0 ? rules.weights(Basis.LIST) : rules;
    rules = random.nextInt(4) == 0 ? rules.threshold(Basis.NET) : rules;
    rules = random.nextInt(6) == 0 ? rules.rounded(AmountRounding.PER_BAND) : rules;
    rules = random.nextInt(6) == 0 ? rules.atMost(cny(1 + random.nextInt(300))) : rules;
    return random.nextInt(6) == 0 ? rules.losingClamped() : rules;
  }

  private Effect effect() {
    return switch (random.nextInt(10)) {
      case 0, 1 -> new Effect.Percent(ppm());
      case 2, 3 -> new Effect.Amount(money());
      case 4 ->
        new Effect.UnitAmount(
            money(), units(), random.nextBoolean() ? Effect.Per.CART : Effect.Per.BAND, pick());
      case 5 -> new Effect.UnitPrice(cny(random.nextInt(400)));
      case 6 -> every();
      case 7 -> buyGet();
      case 8 -> bundle();
      default ->
        random.nextBoolean()
            ? new Effect.Shipping(benefit(), Set.of())
            : new Effect.Percent(ppm(), OptionalLong.of(1 + random.nextInt(3)), pick());
    };
  }

  private Effect every() {
    long threshold = 100 + random.nextInt(900);
    return new Effect.Every(cny(threshold), cny(1 + random.nextInt((int) threshold)), units());
  }

  private Effect buyGet() {
    return new Effect.BuyGet(
        new Effect.Part(filter(), 1 + random.nextInt(2)),
        new Effect.Part(filter(), 1),
        benefit(),
        pick(),
        grouping(),
        random.nextBoolean() ? Effect.LastGroup.FULL_ONLY : Effect.LastGroup.PARTIAL_TOO,
        units(),
        random.nextBoolean() ? Effect.Spread.GROUP : Effect.Spread.TARGET);
  }

  private Effect bundle() {
    List<Effect.Part> parts = random.nextBoolean()
        ? List.of(new Effect.Part(filter(), 2 + random.nextInt(2)))
        : List.of(new Effect.Part(filter(), 1), new Effect.Part(filter(), 1));
    return new Effect.Bundle(parts, benefit(), grouping(), units(), Effect.Spread.GROUP);
  }

  private Benefit benefit() {
    return switch (random.nextInt(3)) {
      case 0 -> new Benefit.PercentOff(ppm());
      case 1 -> new Benefit.AmountOff(money());
      default -> new Benefit.FixedPrice(cny(random.nextInt(400)));
    };
  }

  private Effect.Grouping grouping() {
    return random.nextInt(3) == 0 ? Effect.Grouping.MERCHANT_BEST : Effect.Grouping.CUSTOMER_BEST;
  }

  private Effect.Pick pick() {
    return random.nextBoolean() ? Effect.Pick.CHEAPEST : Effect.Pick.DEAREST;
  }

  private OptionalLong units() {
    return random.nextBoolean() ? OptionalLong.empty() : OptionalLong.of(1 + random.nextInt(4));
  }

  private long ppm() {
    return new long[] {50_000, 100_000, 333_333, 500_000, 1_000_000}[random.nextInt(5)];
  }

  private dev.akinai.money.Money money() {
    return cny(new long[] {1, 5, 50, 200, 1_000}[random.nextInt(5)]);
  }

  private Stacking stacking() {
    Stacking stacking = Stacking.FREE.withPriority(random.nextInt(3));
    return switch (random.nextInt(8)) {
      case 0, 1 -> stacking.inGroup("g" + random.nextInt(2));
      case 2 -> stacking.exclusive(Stacking.Exclusive.values()[random.nextInt(3)]);
      case 3 -> stacking.excluding("o" + random.nextInt(4));
      default -> stacking;
    };
  }

  private Criterion when() {
    Criterion.Basis basis = random.nextInt(3) == 0 ? Criterion.Basis.NET : Criterion.Basis.LIST;
    return switch (random.nextInt(6)) {
      case 0, 1 -> Sum.amount(basis).ge(random.nextInt(2_000));
      case 2 -> Sum.quantity().ge(1 + random.nextInt(4));
      case 3 -> random.nextInt(3) == 0 ? Sum.amount(basis).le(500) : Criterion.always();
      default -> Criterion.always();
    };
  }

  private Criterion filter() {
    return switch (random.nextInt(4)) {
      case 0 -> TestCarts.sku("a", "b");
      case 1 -> TestCarts.sku("b", "c", "d");
      default -> Criterion.always();
    };
  }
}
