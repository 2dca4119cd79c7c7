package dev.akinai.testkit.pricing;

import dev.akinai.criteria.Criterion;
import dev.akinai.criteria.Op;
import dev.akinai.money.Money;
import dev.akinai.money.Rounding;
import dev.akinai.price.PriceList;
import dev.akinai.pricing.Application;
import dev.akinai.pricing.Cart;
import dev.akinai.pricing.CartLine;
import dev.akinai.pricing.CustomEffect.Trait;
import dev.akinai.pricing.Quote;
import dev.akinai.promotion.AmountRules;
import dev.akinai.promotion.Effect;
import dev.akinai.promotion.Funding;
import dev.akinai.promotion.Lane;
import dev.akinai.promotion.Limits;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.RulesetPolicy;
import dev.akinai.promotion.Stacking;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** More is never less, and the best is the best: L-PRI-22 to 31. Stateless. */
final class MonotoneLaws {

  private static final int MOST_FORCED = 6;

  private MonotoneLaws() {}

  static final List<Law> LIST = List.of(
      Law.of(22, "one more unit never lowers a discount", MonotoneLaws::moreUnits),
      Law.of(23, "a higher price never lowers a discount", MonotoneLaws::higherPrice),
      Law.of(24, "a higher rate or a lower threshold never lowers it", MonotoneLaws::betterTerms),
      Law.of(25, "one more offer never lowers the best", MonotoneLaws::moreOffers),
      Law.of(26, "no single offer and no greedy order beats it", MonotoneLaws::beatsGreedy),
      Law.of(27, "the best lies between the largest and the sum", MonotoneLaws::between),
      Law.of(28, "in company an offer takes no more than alone", MonotoneLaws::inCompany),
      Law.of(
          29,
          "rates in sequence multiply, and take less than side by side",
          MonotoneLaws::sequence),
      Law.costing(4, 30, "the certificate is true of all sets of offers", MonotoneLaws::brute),
      Law.costing(4, 31, "ties are decided by the objective", MonotoneLaws::objective));

  // --- single offers ---------------------------------------------------------------------------

  /** One of the offers by itself, on goods at fixed prices; what it takes off. */
  private static Offer alone(Trial trial) {
    Offer offer = trial.anyOffer();
    trial.assume(trial.sample.rules().policy().equals(withNodes(RulesetPolicy.DEFAULT, trial)));
    trial.assume(offer.amounts().onClamp() == AmountRules.OnClamp.REDISTRIBUTE);
    trial.assume(!hasUpperBound(offer.when()) && offer.limits().equals(Limits.NONE));
    return offer;
  }

  private static RulesetPolicy withNodes(RulesetPolicy policy, Trial trial) {
    return new RulesetPolicy(
        policy.cartCapPpm(),
        policy.merchantCapPpm(),
        policy.bandCapPpm(),
        trial.sample.rules().policy().searchNodes(),
        policy.validFor(),
        policy.rates());
  }

  private static boolean hasUpperBound(Criterion criterion) {
    return criterion instanceof Criterion.Not
        || criterion instanceof Criterion.Ext
        || Scopes.sums(criterion).anyMatch(sum -> sum.op() != Op.GE && sum.op() != Op.GT)
        || criterion.parts().stream().anyMatch(MonotoneLaws::hasUpperBound);
  }

  private static Cart fixed(Trial trial) {
    Money usual = Money.of(trial.cart.currency(), 999);
    return trial.cart.withLines(trial.cart.lines().stream()
        .map(line -> line.at(line.fixedPrice().orElse(usual)))
        .toList());
  }

  private static long off(Trial trial, Cart cart, Offer offer) {
    Quote quote = trial.quote(trial.input.withCart(cart), trial.rules(List.of(offer)));
    trial.assume(Trial.isProven(quote));
    return quote.discount().minor();
  }

  private static void moreUnits(Trial trial) {
    Offer offer = alone(trial);
    trial.assume(Traits.of(trial.subject, offer).contains(Trait.UNITS_HELP));
    Cart cart = fixed(trial);
    trial.assume(!cart.lines().isEmpty());
    int chosen = trial.random.nextInt(cart.lines().size());
    long before = off(trial, cart, offer);
    long after = off(trial, changed(cart, chosen, cart.lines().get(chosen).quantity() + 1), offer);
    trial.require(
        after >= before, "%s takes %d, and %d with a unit more", offer.id(), before, after);
    trial.assume(after > 0);
  }

  private static Cart changed(Cart cart, int index, long quantity) {
    var lines = new ArrayList<CartLine>(cart.lines());
    lines.set(index, lines.get(index).times(quantity));
    return cart.withLines(lines);
  }

  private static void higherPrice(Trial trial) {
    Offer offer = alone(trial);
    trial.assume(Traits.of(trial.subject, offer).contains(Trait.MONOTONE));
    Cart cart = fixed(trial);
    var lines = new ArrayList<CartLine>(cart.lines());
    trial.assume(!lines.isEmpty());
    int chosen = trial.random.nextInt(lines.size());
    Money price = lines.get(chosen).fixedPrice().orElseThrow();
    lines.set(
        chosen,
        lines
            .get(chosen)
            .at(price.plus(Money.of(price.currency(), 1L + trial.random.nextInt(500)))));
    long before = off(trial, cart, offer);
    long after = off(trial, cart.withLines(lines), offer);
    trial.require(
        after >= before, "%s takes %d, and %d at a higher price", offer.id(), before, after);
    trial.assume(after > 0);
  }

  private static void betterTerms(Trial trial) {
    Offer offer = alone(trial);
    Offer better = offer.toBuilder().effect(better(trial, offer.effect())).build();
    trial.assume(!better.equals(offer));
    long before = off(trial, trial.cart, offer);
    long after = off(trial, trial.cart, better);
    trial.require(
        after >= before, "%s takes %d, and %d on better terms", offer.id(), before, after);
    trial.assume(after > 0);
  }

  private static Effect better(Trial trial, Effect effect) {
    Money more = Money.of(trial.cart.currency(), 1L + trial.random.nextInt(50));
    if (effect instanceof Effect.Percent percent && percent.ppm() < 900_000) {
      return new Effect.Percent(percent.ppm() + 50_000, percent.maxUnits(), percent.pick());
    }
    if (effect instanceof Effect.Amount amount) {
      return new Effect.Amount(amount.off().plus(more));
    }
    if (effect instanceof Effect.Every every
        && every.threshold().minor() > every.off().minor()) {
      Money lower = every.threshold().minus(Money.of(trial.cart.currency(), 1));
      return new Effect.Every(lower, every.off(), every.maxTimes());
    }
    return effect instanceof Effect.UnitPrice price && price.price().isPositive()
        ? new Effect.UnitPrice(price.price().minus(Money.of(trial.cart.currency(), 1)))
        : effect;
  }

  // --- the best set ----------------------------------------------------------------------------

  /** Offers that are all searched together, and may be left out. */
  private static void assumeSearched(Trial trial) {
    trial.assume(trial.offers.stream()
        .allMatch(offer -> offer.stacking().duty() == Stacking.Duty.OPTIONAL
            && !offer.lane().equals(Lane.CATALOGUE)
            && !offer.lane().equals(Lane.TENDER)));
    trial.assume(trial.input.prices().values().stream()
        .flatMap(List::stream)
        .noneMatch(each -> each.list().stance() == PriceList.Stance.COMPETE));
  }

  private static List<Offer> without(List<Offer> offers, Offer one) {
    return offers.stream().filter(each -> !each.equals(one)).toList();
  }

  private static void moreOffers(Trial trial) {
    assumeSearched(trial);
    Quote all = trial.lowered();
    Offer one = trial.anyOffer();
    Quote fewer = trial.quote(without(trial.offers, one));
    trial.assume(Trial.isProven(all, fewer));
    trial.require(
        Trial.payable(all) <= Trial.payable(fewer),
        "with %s the buyer pays %d, without it %d",
        one.id(),
        Trial.payable(all),
        Trial.payable(fewer));
  }

  private static void beatsGreedy(Trial trial) {
    assumeSearched(trial);
    Quote best = trial.lowered();
    trial.assume(Trial.isProven(best));
    for (Offer offer : trial.offers) {
      long alone = Trial.payable(trial.quote(List.of(offer)));
      trial.require(
          Trial.payable(best) <= alone,
          "the best costs %s, %s alone %d",
          best.payable(),
          offer.id(),
          alone);
    }
    long greedy = Trial.payable(Greedy.byDiscount(trial));
    trial.require(
        Trial.payable(best) <= greedy, "the best costs %s, greedy %d", best.payable(), greedy);
  }

  private static void between(Trial trial) {
    assumeSearched(trial);
    trial.assume(trial.offers.stream().allMatch(offer -> isBounded(trial, offer)));
    Quote best = trial.lowered();
    trial.assume(Trial.isProven(best));
    long largest = 0;
    long sum = 0;
    for (Offer offer : trial.offers) {
      Quote alone = trial.quote(List.of(offer));
      trial.assume(Trial.isProven(alone));
      largest = Math.max(largest, alone.discount().minor());
      sum += alone.discount().minor();
    }
    long off = best.discount().minor();
    trial.require(
        largest <= off && off <= sum,
        "the best takes %d, the largest alone %d, all alone %d",
        off,
        largest,
        sum);
  }

  private static boolean isBounded(Trial trial, Offer offer) {
    return Traits.of(trial.subject, offer).contains(Trait.MONOTONE)
        && !hasUpperBound(offer.when())
        && offer.amounts().onClamp() == AmountRules.OnClamp.REDISTRIBUTE;
  }

  private static void inCompany(Trial trial) {
    trial.assume(trial.offers.stream().noneMatch(offer -> offer.lane().equals(Lane.CATALOGUE)));
    Quote all = trial.lowered();
    trial.assume(all.applied().size() > 1);
    for (Application each : all.applied()) {
      Offer offer = trial.offer(each.offer()).orElseThrow(Trial.NotApplicable::new);
      if (isBounded(trial, offer)) {
        Quote alone = trial.quote(List.of(offer));
        long most = Trial.discount(alone, offer.id());
        trial.require(
            !Trial.isProven(alone) || Trial.discount(all, offer.id()) <= most,
            "%s takes %d in company, %d alone",
            offer.id(),
            Trial.discount(all, offer.id()),
            most);
      }
    }
  }

  // --- rates in sequence -----------------------------------------------------------------------

  private static void sequence(Trial trial) {
    int count = 2 + trial.random.nextInt(4);
    var offers = new ArrayList<Offer>();
    long list = 1L + trial.random.nextInt(1_000_000);
    BigInteger exact = BigInteger.valueOf(list);
    BigInteger scale = BigInteger.ONE;
    long sideBySide = 0;
    for (int i = 0; i < count; i++) {
      long ppm = 1L + trial.random.nextInt(600_000);
      offers.add(
          Offer.of("r" + i, new Effect.Percent(ppm)).lane(Lane.PLATFORM_ORDER).build());
      exact = exact.multiply(BigInteger.valueOf(1_000_000 - ppm));
      scale = scale.multiply(BigInteger.valueOf(1_000_000));
      sideBySide += Rounding.HALF_UP.mulDiv(list, ppm, 1_000_000);
    }
    var only = CartLine.of("only", "a", 1).at(Money.of(trial.cart.currency(), list));
    Cart cart = Cart.in(trial.cart.currency()).add(only);
    long net =
        Trial.payable(trial.quote(trial.input.withCart(cart), trial.rulesWithoutPolicy(offers)));
    BigInteger distance =
        BigInteger.valueOf(net).multiply(scale).subtract(exact).abs();
    trial.require(
        distance.multiply(BigInteger.TWO).compareTo(scale.multiply(BigInteger.valueOf(count))) <= 0,
        "%d by %s leaves %d",
        list,
        offers,
        net);
    trial.require(
        list - net <= sideBySide + count,
        "in sequence %d is taken off, side by side %d",
        list - net,
        sideBySide);
  }

  // --- all sets --------------------------------------------------------------------------------

  /** The quotes of all sets of offers, each forced to apply as far as it can. */
  private static List<Quote> allSets(Trial trial) {
    assumeSearched(trial);
    trial.assume(trial.offers.size() <= MOST_FORCED && trial.offers.size() > 1);
    var quotes = new ArrayList<Quote>();
    for (int mask = 0; mask < 1 << trial.offers.size(); mask++) {
      var set = new ArrayList<Offer>();
      for (int i = 0; i < trial.offers.size(); i++) {
        if ((mask & 1 << i) != 0) {
          Offer offer = trial.offers.get(i);
          set.add(offer.toBuilder().stacking(offer.stacking().mandatory()).build());
        }
      }
      quotes.add(trial.quote(set));
    }
    return quotes;
  }

  private static void brute(Trial trial) {
    Quote found = trial.lowered();
    long best = allSets(trial).stream().mapToLong(Trial::payable).min().orElseThrow();
    trial.require(
        Trial.payable(found) - best <= found.certificate().gap(),
        "the buyer pays %s, but could pay %d; certificate %s",
        found.payable(),
        best,
        found.certificate());
  }

  /** What decides among sets that cost the same. */
  private record Rank(
      long payable,
      long worth,
      long coupons,
      long byMerchant,
      List<Integer> priorities,
      List<String> ids) {}

  private static final Comparator<Rank> BETTER_FIRST = Comparator.comparingLong(Rank::payable)
      .thenComparing(Rank::worth, Comparator.reverseOrder())
      .thenComparingLong(Rank::coupons)
      .thenComparingLong(Rank::byMerchant)
      .thenComparing(Rank::priorities, MonotoneLaws::compareDescending)
      .thenComparing(Rank::ids, MonotoneLaws::compare);

  private static void objective(Trial trial) {
    Quote found = trial.lowered();
    trial.assume(Trial.isProven(found));
    trial.assume(
        trial.offers.stream().allMatch(offer -> offer.funding().shares().isEmpty()));
    Rank chosen = rank(trial, found);
    for (Quote other : allSets(trial)) {
      Rank rank = rank(trial, other);
      trial.require(
          BETTER_FIRST.compare(chosen, rank) <= 0,
          "%s was chosen, though %s is preferred",
          chosen,
          rank);
    }
  }

  private static Rank rank(Trial trial, Quote quote) {
    List<Offer> applied = quote.applied().stream()
        .flatMap(each -> trial.offer(each.offer()).stream())
        .toList();
    return new Rank(
        Trial.payable(quote),
        applied.stream().mapToLong(MonotoneLaws::worth).sum(),
        applied.stream().filter(offer -> offer.code().isPresent()).count(),
        Trial.shares(quote)
            .filter(share -> share.party().equals(Funding.MERCHANT))
            .mapToLong(share -> share.amount().minor())
            .sum(),
        applied.stream()
            .map(offer -> offer.stacking().priority())
            .sorted(Comparator.reverseOrder())
            .toList(),
        applied.stream().map(offer -> offer.id().value()).sorted().toList());
  }

  private static long worth(Offer offer) {
    if (offer.effect() instanceof Effect.Gift gift) {
      return offer.amounts().worth().map(Money::minor).orElse(gift.worth().minor());
    }
    return offer.amounts().worth().map(Money::minor).orElse(0L);
  }

  private static int compareDescending(List<Integer> one, List<Integer> other) {
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      int order = Integer.compare(other.get(i), one.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(one.size(), other.size());
  }

  private static int compare(List<String> one, List<String> other) {
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      int order = one.get(i).compareTo(other.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(one.size(), other.size());
  }
}
