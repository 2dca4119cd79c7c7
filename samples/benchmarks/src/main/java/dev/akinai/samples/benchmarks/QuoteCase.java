package dev.akinai.samples.benchmarks;

import dev.akinai.criteria.Criterion;
import dev.akinai.criteria.Fact;
import dev.akinai.criteria.Sum;
import dev.akinai.money.Money;
import dev.akinai.pricing.PricingInput;
import dev.akinai.promotion.CodePolicy;
import dev.akinai.promotion.Effect;
import dev.akinai.promotion.Lane;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.Ruleset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;

/**
 * Carts of 20 lines for which five of a thousand live offers apply, ten come near and the others are about other goods. Immutable.
 *
 * @param inputs 32 carts with their prices, each with one code
 * @param ruleset the offers
 */
record QuoteCase(List<PricingInput> inputs, Ruleset ruleset) {

  static final int APPLIED = 5;
  static final int OFFERS = 1_000;

  private static final int NEAR = 10;
  private static final int CARTS = 32;

  /** Which carts and offers. */
  enum Kind {
    /** All of it. */
    FULL("20 lines, 1,000 offers, 5 applied"),
    /** A million times as many units of everything. */
    LARGE_QUANTITIES("the same, quantities x 1,000,000"),
    /** The same carts without any offer: what a quote costs before offers. */
    NO_OFFERS("the same carts, no offers");

    /** How it is called in tables. */
    final String label;

    Kind(String label) {
      this.label = label;
    }
  }

  static QuoteCase of(Kind kind) {
    var random = new SplittableRandom(7);
    var inputs = new ArrayList<PricingInput>();
    while (inputs.size() < CARTS) {
      Basket basket = new Basket(Assortment.CORNER.lines(random, MatchCase.LINES));
      if (basket.subtotals().keySet().containsAll(List.of("c-top-0", "c-top-1"))) {
        Basket sized = kind == Kind.LARGE_QUANTITIES ? basket.times(1_000_000) : basket;
        inputs.add(kind == Kind.NO_OFFERS ? sized.input() : sized.input("WELCOME"));
      }
    }
    List<Offer> offers = kind == Kind.NO_OFFERS ? List.of() : offers(random);
    return new QuoteCase(List.copyOf(inputs), Rulesets.of(offers));
  }

  private static List<Offer> offers(SplittableRandom random) {
    var offers = new ArrayList<Offer>(applied());
    for (int i = 0; i < NEAR; i++) {
      String top = "c-top-" + i % 5;
      long never = Money.MAX_MINOR / 1_000;
      offers.add(new Rule("near-" + i, Rule.Key.TOP, top, never).offer());
    }
    while (offers.size() < OFFERS) {
      offers.add(Assortment.LARGE.rule(random, "other-" + offers.size()).offer());
    }
    return offers;
  }

  private static List<Offer> applied() {
    return List.of(
        Offer.of("category-10", new Effect.Percent(100_000))
            .lane(Lane.ITEM)
            .scope(Fact.tree("category").under("c-top-0"))
            .build(),
        Offer.of("category-5-off", new Effect.Amount(eur(500)))
            .lane(Lane.ITEM)
            .currency(Basket.CURRENCY)
            .scope(Fact.tree("category").under("c-top-1"))
            .build(),
        Offer.of("every-300", new Effect.Every(eur(30_000), eur(2_000), OptionalLong.of(3)))
            .currency(Basket.CURRENCY)
            .build(),
        Offer.of("order-3", new Effect.Percent(30_000))
            .when(Sum.amount(Criterion.Basis.LIST).ge(10_000))
            .build(),
        Offer.of("welcome", new Effect.Amount(eur(1_500)))
            .currency(Basket.CURRENCY)
            .code(CodePolicy.shared("WELCOME"))
            .when(Sum.amount(Criterion.Basis.LIST).ge(10_000))
            .build());
  }

  private static Money eur(long minor) {
    return Money.of(Basket.CURRENCY, minor);
  }
}
