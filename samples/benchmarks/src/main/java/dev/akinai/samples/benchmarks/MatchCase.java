package dev.akinai.samples.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Carts of 20 lines and the rules to find for them. Equal arguments give equal cases. Immutable.
 *
 * @param baskets 64 carts
 * @param rules as many as asked for
 */
record MatchCase(List<Basket> baskets, List<Rule> rules) {

  static final int LINES = 20;

  private static final int BASKETS = 64;
  private static final int FIXED_RULES = 100;

  /** How the number of matches grows with the number of rules. */
  enum Mix {
    /** The first 100 rules are about the goods of the carts, all others about goods that no cart has: equally many match at every size. */
    FIXED,
    /** Carts and rules are drawn from one shop of 20,000 SKUs: ten times the rules, ten times the matches. */
    PROPORTIONAL
  }

  static MatchCase of(Mix mix, int count) {
    Assortment shop = mix == Mix.FIXED ? Assortment.CORNER : Assortment.LARGE;
    var random = new SplittableRandom(1);
    var baskets = new ArrayList<Basket>();
    for (int i = 0; i < BASKETS; i++) {
      baskets.add(new Basket(shop.lines(random, LINES)));
    }
    var rules = new ArrayList<Rule>();
    for (int i = 0; i < count; i++) {
      boolean cold = mix == Mix.FIXED && i >= FIXED_RULES;
      rules.add((cold ? Assortment.LARGE : shop).rule(random, "o" + i));
    }
    return new MatchCase(List.copyOf(baskets), List.copyOf(rules));
  }

  /** How many rules match a cart, on average, in tenths. */
  long tenthsOfMatches() {
    long all = 0;
    for (Basket basket : baskets) {
      all += rules.stream().filter(rule -> rule.matches(basket)).count();
    }
    return all * 10 / baskets.size();
  }
}
