package dev.akinai.testkit.pricing;

import dev.akinai.catalog.SkuId;
import dev.akinai.criteria.Criterion;
import dev.akinai.criteria.Fact;
import dev.akinai.criteria.Sum;
import dev.akinai.money.CurrencyCode;
import dev.akinai.money.Money;
import dev.akinai.promotion.AmountRounding;
import dev.akinai.promotion.AmountRules;
import dev.akinai.promotion.Basis;
import dev.akinai.promotion.Benefit;
import dev.akinai.promotion.CodePolicy;
import dev.akinai.promotion.Draft;
import dev.akinai.promotion.Effect;
import dev.akinai.promotion.Funding;
import dev.akinai.promotion.Lane;
import dev.akinai.promotion.LaneId;
import dev.akinai.promotion.Limits;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.RefundTerms;
import dev.akinai.promotion.RulesetPolicy;
import dev.akinai.promotion.Schedule;
import dev.akinai.promotion.Stacking;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;

/** Up to seven offers of every kind, from chance. For one sample and thread. */
final class SampleRules {

  private static final List<LaneId> LANES = List.of(
      Lane.ITEM,
      Lane.ITEM,
      Lane.MERCHANT_ORDER,
      Lane.PLATFORM_ORDER,
      Lane.PLATFORM_ORDER,
      Lane.PLATFORM_COUPON);

  private static final List<Stacking.Exclusive> EXCLUSIVES =
      List.copyOf(EnumSet.allOf(Stacking.Exclusive.class));
  private static final int LEAST_NODES = 100;

  private final CurrencyCode currency;
  private final Random random;

  SampleRules(CurrencyCode currency, Random random) {
    this.currency = currency;
    this.random = random;
  }

  Draft draft() {
    var offers = new ArrayList<Offer>();
    int count = 1 + random.nextInt(random.nextBoolean() ? 1 : 6);
    for (int i = 0; i < count; i++) {
      offers.add(offer("o" + i));
    }
    return new Draft(offers, Optional.empty(), Optional.of(policy()));
  }

  private RulesetPolicy policy() {
    RulesetPolicy usual = RulesetPolicy.DEFAULT;
    OptionalLong cap = chance(12) ? OptionalLong.of(ppm()) : OptionalLong.empty();
    OptionalLong bandCap = chance(12) ? OptionalLong.of(ppm()) : OptionalLong.empty();
    return new RulesetPolicy(
        cap,
        usual.merchantCapPpm(),
        bandCap,
        chance(12) ? LEAST_NODES : usual.searchNodes(),
        usual.validFor(),
        usual.rates());
  }

  private Offer offer(String id) {
    Effect effect = effect();
    Offer.Builder offer = Offer.of(id, effect)
        .currency(currency)
        .stacking(stacking())
        .when(when())
        .scope(filter())
        .funding(funding())
        .refund(RefundTerms.of(chance(5) ? RefundTerms.Policy.REPRICE : RefundTerms.Policy.KEEP));
    if (isOfAmounts(effect)) {
      offer.lane(LANES.get(random.nextInt(LANES.size()))).amounts(amounts());
    }
    if (chance(4)) {
      offer.code(CodePolicy.shared("SAVE" + id.substring(1)));
    }
    if (chance(8)) {
      offer.schedule(Schedule.days(
          ZoneId.of(chance(2) ? "Asia/Tokyo" : "America/New_York"),
          LocalDate.of(2026, 2, 20),
          LocalDate.of(2026, 3, 8)));
    }
    return offer.limits(limits()).build();
  }

  private static boolean isOfAmounts(Effect effect) {
    return effect instanceof Effect.Percent
        || effect instanceof Effect.Amount
        || effect instanceof Effect.UnitAmount
        || effect instanceof Effect.UnitPrice
        || effect instanceof Effect.Every
        || effect instanceof Effect.Tiers;
  }

  private Limits limits() {
    if (chance(10)) {
      return Limits.budget(
          money(1L + random.nextInt(600)),
          random.nextBoolean() ? Limits.OnShort.PARTIAL : Limits.OnShort.SKIP);
    }
    return chance(5) ? Limits.total(3) : Limits.NONE;
  }

  private Funding funding() {
    if (chance(5)) {
      return new Funding(
          List.of(new Funding.PartyShare(Funding.PLATFORM, ppm() / 2)), Funding.MERCHANT);
    }
    return chance(3) ? Funding.by(Funding.PLATFORM) : Funding.BY_MERCHANT;
  }

  private AmountRules amounts() {
    AmountRules rules = AmountRules.OF_LANE;
    rules = chance(4) ? rules.base(Basis.LIST) : rules;
    rules = chance(4) ? rules.weights(Basis.LIST) : rules;
    rules = chance(4) ? rules.threshold(Basis.NET) : rules;
    rules = chance(6) ? rules.rounded(AmountRounding.PER_BAND) : rules;
    rules = chance(6) ? rules.atMost(money(1L + random.nextInt(300))) : rules;
    return chance(6) ? rules.losingClamped() : rules;
  }

  // --- effects ---------------------------------------------------------------------------------

  private Effect effect() {
    return switch (random.nextInt(14)) {
      case 0, 1, 2 -> new Effect.Percent(ppm());
      case 3, 4 -> new Effect.Amount(some());
      case 5 ->
        new Effect.UnitAmount(
            some(), units(), random.nextBoolean() ? Effect.Per.CART : Effect.Per.BAND, pick());
      case 6 -> new Effect.UnitPrice(money(random.nextInt(400)));
      case 7 -> every();
      case 8, 9 -> buyGet();
      case 10 -> bundle();
      case 11 -> tiers();
      case 12 -> gift();
      default ->
        chance(2)
            ? new Effect.Shipping(benefit(), Set.of())
            : new Effect.Percent(ppm(), OptionalLong.of(1L + random.nextInt(3)), pick());
    };
  }

  private Effect every() {
    long threshold = 100L + random.nextInt(900);
    return new Effect.Every(money(threshold), money(1L + random.nextInt((int) threshold)), units());
  }

  private Effect tiers() {
    long from = 1L + random.nextInt(3);
    return new Effect.Tiers(
        Effect.Tiers.By.QUANTITY,
        Effect.Tiers.Mode.ALL_UNITS,
        List.of(
            new Effect.Tiers.Step(from, new Benefit.PercentOff(100_000)),
            new Effect.Tiers.Step(from + 2, new Benefit.PercentOff(250_000))));
  }

  private Effect gift() {
    return new Effect.Gift(
        List.of(SkuId.of(SampleCarts.GIFT)),
        1,
        money(random.nextInt(300)),
        Effect.Gift.Fallback.FIRST_AVAILABLE);
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
      case 1 -> new Benefit.AmountOff(some());
      default -> new Benefit.FixedPrice(money(random.nextInt(400)));
    };
  }

  // --- stacking and conditions -----------------------------------------------------------------

  private Stacking stacking() {
    Stacking stacking = Stacking.FREE.withPriority(random.nextInt(3));
    return switch (random.nextInt(10)) {
      case 0, 1 -> stacking.inGroup("g" + random.nextInt(2));
      case 2 -> stacking.exclusive(EXCLUSIVES.get(random.nextInt(EXCLUSIVES.size())));
      case 3 -> stacking.excluding("o" + random.nextInt(4));
      default -> stacking;
    };
  }

  private Criterion when() {
    Criterion.Basis basis = chance(3) ? Criterion.Basis.NET : Criterion.Basis.LIST;
    return switch (random.nextInt(9)) {
      case 0, 1 -> Sum.amount(basis).ge(random.nextInt(2_000));
      case 2 -> Sum.quantity().ge(1L + random.nextInt(4));
      case 3 -> chance(3) ? Sum.amount(basis).le(500) : Criterion.always();
      case 4 -> Fact.text("channel").eq("app");
      default -> Criterion.always();
    };
  }

  private Criterion filter() {
    return switch (random.nextInt(6)) {
      case 0 -> Fact.text("sku").in("a", "b");
      case 1 -> Fact.text("sku").in("b", "c", "d");
      case 2 -> Fact.tree("category").under("tea");
      default -> Criterion.always();
    };
  }

  private Effect.Grouping grouping() {
    return chance(3) ? Effect.Grouping.MERCHANT_BEST : Effect.Grouping.CUSTOMER_BEST;
  }

  private Effect.Pick pick() {
    return random.nextBoolean() ? Effect.Pick.CHEAPEST : Effect.Pick.DEAREST;
  }

  private OptionalLong units() {
    return random.nextBoolean() ? OptionalLong.empty() : OptionalLong.of(1L + random.nextInt(4));
  }

  private long ppm() {
    return new long[] {50_000, 100_000, 333_333, 500_000, 1_000_000}[random.nextInt(5)];
  }

  private Money some() {
    return money(new long[] {1, 5, 50, 200, 1_000}[random.nextInt(5)]);
  }

  private Money money(long minor) {
    return Money.of(currency, minor);
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }
}
