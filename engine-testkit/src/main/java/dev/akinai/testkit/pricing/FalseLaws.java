package dev.akinai.testkit.pricing;

import dev.akinai.criteria.Criterion;
import dev.akinai.criteria.Fact;
import dev.akinai.criteria.Sum;
import dev.akinai.money.Money;
import dev.akinai.money.Rounding;
import dev.akinai.money.Split;
import dev.akinai.pricing.Cart;
import dev.akinai.pricing.CartLine;
import dev.akinai.pricing.PricingInput;
import dev.akinai.pricing.Quote;
import dev.akinai.pricing.RefundPlan;
import dev.akinai.pricing.RefundRequest;
import dev.akinai.pricing.TaxTable;
import dev.akinai.promotion.AmountRounding;
import dev.akinai.promotion.AmountRules;
import dev.akinai.promotion.Basis;
import dev.akinai.promotion.Benefit;
import dev.akinai.promotion.Effect;
import dev.akinai.promotion.Lane;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.RefundTerms;
import dev.akinai.promotion.Ruleset;
import dev.akinai.promotion.Stacking;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Tempting claims that are false: L-PRI-62 to 72. Each is kept with its counterexample, which must stay one, so that nobody repairs an engine
 * towards it. Stateless.
 */
final class FalseLaws {

  private static final int FEW = 250;

  private FalseLaws() {}

  static final List<Law> LIST = List.of(
      not(62, "the payable never falls when goods are added", FalseLaws::cliffs),
      not(63, "a unit more never lowers the best, with net thresholds", FalseLaws::netThreshold),
      not(64, "the same, all on list amounts", FalseLaws::listOnly),
      not(65, "a unit more never lowers a single offer", FalseLaws::merchantBest),
      not(66, "largest-remainder shares grow with the total", FalseLaws::largestRemainder),
      not(67, "Sainte-Lague shares stay within one of exact", FalseLaws::sainteLague),
      not(68, "a cumulative floor grows unit by unit", FalseLaws::cumulativeFloor),
      not(69, "a rounded unit price times the quantity is the line", FalseLaws::unitPrice),
      not(70, "splitting never matters, also without bands", FalseLaws::withoutBands),
      not(71, "a rate and an amount commute, and greedy is best", FalseLaws::commute),
      not(72, "by REPRICE the cut of a return does not matter", FalseLaws::repriceCut));

  private static Law not(int number, String claim, Consumer<Trial> example) {
    return Law.costing(FEW, number, "FALSE, as its counterexample shows: " + claim, example);
  }

  private static void requireFalse(Trial trial, boolean claim, Object... found) {
    trial.require(!claim, "the counterexample must stay one, but found %s", Arrays.toString(found));
  }

  // --- tools -----------------------------------------------------------------------------------

  private static Money money(Trial trial, long minor) {
    return Money.of(trial.cart.currency(), minor);
  }

  private static PricingInput lines(Trial trial, long... prices) {
    Cart cart = Cart.in(trial.cart.currency());
    String[] skus = {"a", "b", "c", "d", "gift", "outside", "gift", "outside"};
    for (int i = 0; i < prices.length; i++) {
      cart = cart.add(CartLine.of("l" + i, skus[i % 4], 1)
          .with(Map.of("n", Integer.toString(i)))
          .at(money(trial, prices[i])));
    }
    return trial.input.withCart(cart).taxed(TaxTable.NONE);
  }

  private static Offer.Builder amount(Trial trial, String id, long off) {
    return Offer.of(id, new Effect.Amount(money(trial, off)))
        .currency(trial.cart.currency())
        .lane(Lane.PLATFORM_ORDER);
  }

  private static Quote quote(Trial trial, PricingInput input, Offer... offers) {
    return trial.quote(input, ordered(trial, offers));
  }

  private static Ruleset ordered(Trial trial, Offer... offers) {
    return trial.rulesWithoutPolicy(List.of(offers));
  }

  private static long off(Trial trial, PricingInput input, Offer... offers) {
    return quote(trial, input, offers).discount().minor();
  }

  private static Criterion from(long least) {
    return Sum.amount(Criterion.Basis.LIST).ge(least);
  }

  // --- counterexamples -------------------------------------------------------------------------

  private static void cliffs(Trial trial) {
    Offer thirty = amount(trial, "thirty", 3_000).when(from(20_000)).build();
    long less = Trial.payable(quote(trial, lines(trial, 19_500), thirty));
    long more = Trial.payable(quote(trial, lines(trial, 19_500, 500), thirty));
    requireFalse(trial, more >= less, less, more);
  }

  private static void netThreshold(Trial trial) {
    Offer every = Offer.of(
            "every",
            new Effect.Every(money(trial, 6_000), money(trial, 2_500), OptionalLong.empty()))
        .currency(trial.cart.currency())
        .lane(Lane.PLATFORM_ORDER)
        .stacking(Stacking.FREE.withPriority(1))
        .build();
    Offer thirty = amount(trial, "thirty", 3_000)
        .when(Sum.amount(Criterion.Basis.NET).ge(9_000))
        .build();
    long less = off(trial, lines(trial, 11_500), every, thirty);
    long more = off(trial, lines(trial, 11_500, 500), every, thirty);
    requireFalse(trial, more >= less, less, more);
  }

  private static void listOnly(Trial trial) {
    AmountRules list =
        AmountRules.OF_LANE.base(Basis.LIST).weights(Basis.LIST).threshold(Basis.LIST);
    Offer four = amount(trial, "four", 4)
        .amounts(list)
        .stacking(Stacking.FREE.withPriority(1))
        .build();
    Offer six =
        amount(trial, "six", 6).amounts(list).scope(Fact.text("sku").in("a")).build();
    long less = off(trial, lines(trial, 1, 3, 3), four, six);
    long more = off(trial, lines(trial, 1, 3, 1, 3), four, six);
    requireFalse(trial, more >= less, less, more);
  }

  private static void merchantBest(Trial trial) {
    Offer threeForTwo = Offer.of(
            "three-for-two",
            new Effect.BuyGet(
                new Effect.Part(Criterion.always(), 2),
                new Effect.Part(Criterion.always(), 1),
                new Benefit.PercentOff(1_000_000),
                Effect.Pick.CHEAPEST,
                Effect.Grouping.MERCHANT_BEST,
                Effect.LastGroup.FULL_ONLY,
                OptionalLong.empty(),
                Effect.Spread.GROUP))
        .build();
    long less = off(trial, lines(trial, 60, 50, 40, 30, 20, 10), threeForTwo);
    long more = off(trial, lines(trial, 60, 50, 40, 30, 20, 10, 5), threeForTwo);
    requireFalse(trial, more >= less, less, more);
  }

  private static void largestRemainder(Trial trial) {
    List<Long> seven =
        nets(quote(trial, lines(trial, 1, 9, 5), amount(trial, "x", 7).build()));
    List<Long> eight =
        nets(quote(trial, lines(trial, 1, 9, 5), amount(trial, "x", 8).build()));
    requireFalse(trial, eight.get(0) <= seven.get(0), seven, eight);
  }

  private static List<Long> nets(Quote quote) {
    return quote.pieces().stream().map(piece -> piece.net().minor()).toList();
  }

  private static void sainteLague(Trial trial) {
    long[] shares = Split.cumulativeSainteLague(new long[] {1, 1, 1, 3}, 4);
    requireFalse(trial, shares[3] == 2, Arrays.toString(shares));
  }

  private static void cumulativeFloor(Trial trial) {
    long[] two = Split.unitShares(2, 5);
    long[] three = Split.unitShares(3, 5);
    requireFalse(trial, three[2] >= two[2], Arrays.toString(two), Arrays.toString(three));
  }

  private static void unitPrice(Trial trial) {
    PricingInput input = lines(trial, 0);
    Cart three =
        Cart.in(trial.cart.currency()).add(CartLine.of("l", "a", 3).at(money(trial, 1_000)));
    long line = Trial.payable(
        quote(trial, input.withCart(three), amount(trial, "x", 1_000).build()));
    long unit = Rounding.HALF_UP.mulDiv(line, 1, 3);
    requireFalse(trial, unit * 3 == line, unit, line);
  }

  private static void withoutBands(Trial trial) {
    Offer tenth = Offer.of("tenth", new Effect.Percent(100_000))
        .lane(Lane.ITEM)
        .amounts(AmountRules.OF_LANE.rounded(AmountRounding.PER_BAND))
        .build();
    CartLine one = CartLine.of("l0", "a", 1).at(money(trial, 5));
    CartLine other = CartLine.of("l1", "a", 1).at(money(trial, 5));
    Cart merged = Cart.in(trial.cart.currency()).add(one).add(other);
    Cart apart = Cart.in(trial.cart.currency())
        .add(one.with(Map.of("n", "1")))
        .add(other.with(Map.of("n", "2")));
    PricingInput input = lines(trial, 0);
    long together = off(trial, input.withCart(merged), tenth);
    long each = off(trial, input.withCart(apart), tenth);
    requireFalse(trial, together == each, together, each);
  }

  private static void commute(Trial trial) {
    Offer tenth =
        Offer.of("tenth", new Effect.Percent(100_000)).lane(Lane.PLATFORM_ORDER).build();
    Offer twenty = amount(trial, "twenty", 2_000).build();
    long one = Trial.payable(quote(trial, lines(trial, 10_000), tenth, twenty));
    long other = Trial.payable(quote(trial, lines(trial, 10_000), twenty, tenth));
    requireFalse(trial, one == other, one, other);
    requireGreedyLoses(trial);
  }

  /** Case 19: each unit serves one offer; the largest alone shuts out two that are better together. */
  private static void requireGreedyLoses(Trial trial) {
    Offer x = pair(trial, "x", 1_000, "b", "c");
    Offer y = pair(trial, "y", 900, "a", "b");
    Offer z = pair(trial, "z", 900, "c", "d");
    PricingInput four = lines(trial, 2_000, 2_000, 2_000, 2_000);
    long best = off(trial, four, x, y, z);
    requireFalse(trial, best == off(trial, four, x), best);
  }

  private static Offer pair(Trial trial, String id, long off, String one, String other) {
    return Offer.of(
            id,
            new Effect.Bundle(
                List.of(
                    new Effect.Part(Fact.text("sku").eq(one), 1),
                    new Effect.Part(Fact.text("sku").eq(other), 1)),
                new Benefit.AmountOff(money(trial, off)),
                Effect.Grouping.CUSTOMER_BEST,
                OptionalLong.empty(),
                Effect.Spread.GROUP))
        .currency(trial.cart.currency())
        .build();
  }

  private static void repriceCut(Trial trial) {
    Offer offer = amount(trial, "x", 12_000)
        .when(from(20_000))
        .refund(RefundTerms.of(RefundTerms.Policy.REPRICE))
        .build();
    Cart three =
        Cart.in(trial.cart.currency()).add(CartLine.of("l", "a", 3).at(money(trial, 10_000)));
    PricingInput input = lines(trial, 0).withCart(three);
    Ruleset rules = ordered(trial, offer);
    Quote paid = trial.quote(input, rules);
    var pricing = trial.subject.engine().pricing();
    RefundPlan one = pricing.refundPlan(paid, input, rules, List.of(), RefundRequest.of("l", 1));
    RefundPlan two = pricing.refundPlan(paid, input, rules, List.of(one), RefundRequest.of("l", 1));
    RefundPlan both = pricing.refundPlan(paid, input, rules, List.of(), RefundRequest.of("l", 2));
    requireFalse(
        trial,
        one.amount().plus(two.amount()).equals(both.amount()),
        one.amount(),
        two.amount(),
        both.amount());
  }
}
