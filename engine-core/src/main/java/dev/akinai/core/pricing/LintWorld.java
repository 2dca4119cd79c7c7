package dev.akinai.core.pricing;

import dev.akinai.base.Text;
import dev.akinai.core.base.RefusedInside;
import dev.akinai.criteria.Criterion;
import dev.akinai.criteria.Truth;
import dev.akinai.money.Money;
import dev.akinai.pricing.Application;
import dev.akinai.pricing.CartLine;
import dev.akinai.pricing.LintCode;
import dev.akinai.pricing.LintFinding;
import dev.akinai.pricing.LintFinding.PricedCart;
import dev.akinai.pricing.PricingInput;
import dev.akinai.pricing.Quote;
import dev.akinai.promotion.Effect;
import dev.akinai.promotion.Lane;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.OfferId;
import dev.akinai.promotion.Ruleset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a lint looks at: the rules, the goods to try them on, and how often it may still price. Carts under one or two offers alone are cheap
 * and bounded by each check; carts under all of them are counted here. For one lint and thread.
 */
final class LintWorld {

  /** Differences up to this many minor units come from rounding and are no findings. */
  static final long ROUNDING = 2;

  /** Most tries under the whole ruleset for one finding. */
  static final int TRIES = 4;

  private static final int MOST_GOODS = 8;
  private static final int MOST_QUOTES = 20_000;
  private static final long MOST_NODES = 2_000_000;
  private static final Comparator<LintGood> CHEAPEST = Comparator.comparingLong(LintGood::price)
      .thenComparing(LintGood::sku, Text.UTF8_ORDER)
      .thenComparingInt(LintGood::index);

  final CompiledRules rules;
  final Ruleset ruleset;
  final PricingInput input;
  /** Cheapest first. */
  final List<LintGood> goods;

  private final Map<Integer, BitSet> scopes = new HashMap<>();
  private final Map<Integer, Set<String>> names = new HashMap<>();
  private final Map<Integer, List<LintGood>> samples = new HashMap<>();
  private final Map<Integer, CompiledRules> alone = new HashMap<>();
  private final Map<Integer, LintMarks> marks = new HashMap<>();
  private int quotes = MOST_QUOTES;
  private long nodes = MOST_NODES;

  LintWorld(CompiledRules rules, PricingInput input) {
    this.rules = rules;
    this.ruleset = rules.ruleset;
    this.input = input.withCart(input.cart().withLines(List.of()));
    this.goods = goods(input);
  }

  // --- goods -----------------------------------------------------------------------------------

  private List<LintGood> goods(PricingInput given) {
    Map<CartLine, CartLine> lines = new LinkedHashMap<>();
    given.cart().lines().forEach(each -> {
      CartLine one = each.times(1).adjusted(List.of());
      lines.putIfAbsent(nameless(one), one);
    });
    given.prices().keySet().stream()
        .sorted(Comparator.comparing(sku -> sku.value(), Text.UTF8_ORDER))
        .map(sku -> CartLine.of("1", sku.value(), 1))
        .forEach(each -> lines.putIfAbsent(nameless(each), each));
    var found = new ArrayList<LintGood>();
    lines.values().forEach(each -> good(found.size(), each).ifPresent(found::add));
    found.sort(CHEAPEST);
    var numbered = new ArrayList<LintGood>();
    found.forEach(each -> numbered.add(each.at(numbered.size())));
    return List.copyOf(numbered);
  }

  private static CartLine nameless(CartLine line) {
    return new CartLine(
        "1",
        line.sku(),
        1,
        line.fixedPrice(),
        line.merchant(),
        line.taxClass(),
        line.attributes(),
        List.of());
  }

  /** Goods that are sold, have a price, and are counted in whole units. */
  private Optional<LintGood> good(int index, CartLine line) {
    try {
      PricingInput one = input.withCart(input.cart().withLines(List.of(line)));
      Band band = new SheetMaker(one).make().bands.get(0);
      Band.PricedRun run = band.runs.get(0);
      return run.list() > 0 && run.per() == 1
          ? Optional.of(new LintGood(
              index, line, band, run.list(), run.floor(), run.standing() == Band.Standing.OPEN))
          : Optional.empty();
    } catch (RefusedInside refused) {
      return Optional.empty();
    }
  }

  /** All goods that an offer may lower, by their places in the list. */
  BitSet scope(CompiledOffer rule) {
    return scopes.computeIfAbsent(rule.index, each -> {
      var scope = new BitSet(goods.size());
      for (int i = 0; i < goods.size(); i++) {
        LintGood good = goods.get(i);
        if (good.open() && rule.scope.of(good.band()) == Truth.TRUE) {
          scope.set(i);
        }
      }
      return scope;
    });
  }

  boolean covers(CompiledOffer rule, LintGood good) {
    return scope(rule).get(good.index());
  }

  /** Some goods that an offer may lower, cheapest first: the cheapest, the dearest, and some between. */
  List<LintGood> goodsOf(CompiledOffer rule) {
    return samples.computeIfAbsent(rule.index, each -> sample(scope(rule), MOST_GOODS));
  }

  /** The names of all goods that an offer may lower. */
  Set<String> skus(CompiledOffer rule) {
    return names.computeIfAbsent(
        rule.index,
        each -> scope(rule).stream().mapToObj(i -> goods.get(i).sku()).collect(Collectors.toSet()));
  }

  /** Some goods that two offers may lower. */
  List<LintGood> shared(CompiledOffer one, CompiledOffer other, int most) {
    var both = (BitSet) scope(one).clone();
    both.and(scope(other));
    return sample(both, most);
  }

  boolean shareGoods(CompiledOffer one, CompiledOffer other) {
    return scope(one).intersects(scope(other));
  }

  /** Some goods of an offer that meet a further condition. */
  List<LintGood> goodsOf(CompiledOffer rule, Test<Band> further, int most) {
    var met = (BitSet) scope(rule).clone();
    for (int i = met.nextSetBit(0); i >= 0; i = met.nextSetBit(i + 1)) {
      if (further.of(goods.get(i).band()) != Truth.TRUE) {
        met.clear(i);
      }
    }
    return sample(met, most);
  }

  /** The cheapest goods that meet a condition on lines. */
  Optional<LintGood> cheapest(Criterion where) {
    Test<Band> test = new LineConditions().compile(where);
    return goods.stream().filter(good -> test.of(good.band()) == Truth.TRUE).findFirst();
  }

  private List<LintGood> sample(BitSet which, int most) {
    int[] places = which.stream().toArray();
    var sample = new ArrayList<LintGood>();
    int size = Math.min(most, places.length);
    for (int i = 0; i < size; i++) {
      long place = size == 1 ? 0 : (long) i * (places.length - 1) / (size - 1);
      sample.add(goods.get(places[(int) place]));
    }
    return sample;
  }

  LintMarks marks(CompiledOffer rule) {
    return marks.computeIfAbsent(rule.index, each -> LintMarks.of(rule));
  }

  // --- rules -----------------------------------------------------------------------------------

  /** The offers that lower goods, in canonical order. */
  List<CompiledOffer> lowering() {
    return rules.offers.stream().filter(LintWorld::lowersGoods).toList();
  }

  static boolean lowersGoods(CompiledOffer rule) {
    return rule.lowersPrices
        && !(rule.offer.effect() instanceof Effect.Shipping)
        && !rule.lane.id().equals(Lane.TENDER);
  }

  /** Some offers alone, in the given order. */
  CompiledRules only(Offer... offers) {
    return CompiledRules.of(
        new Ruleset(
            ruleset.version(), ruleset.hash(), ruleset.lanes(), ruleset.policy(), List.of(offers)),
        rules.extensions);
  }

  PricingInput open(CompiledOffer rule) {
    return LintOpenings.open(input, rule.offer);
  }

  // --- quotes ----------------------------------------------------------------------------------

  Optional<Quote> alone(CompiledOffer rule, PricingInput cart) {
    return quote(cart, alone.computeIfAbsent(rule.index, each -> only(rule.offer)));
  }

  static Optional<Quote> quote(PricingInput cart, CompiledRules some) {
    try {
      return Optional.of(Explainer.quote(cart, some));
    } catch (RefusedInside refused) {
      return Optional.empty(); // such as more than all money there is
    }
  }

  /** A quote under the whole ruleset; empty too where the lint has priced enough. */
  Optional<Quote> whole(PricingInput cart) {
    return whole(cart, rules);
  }

  Optional<Quote> whole(PricingInput cart, CompiledRules changed) {
    if (quotes <= 0 || nodes <= 0) {
      return Optional.empty();
    }
    quotes--;
    Optional<Quote> quote = quote(cart, changed);
    nodes -= quote.map(each -> each.certificate().nodes()).orElse(0L);
    return quote;
  }

  PricedCart priced(PricingInput cart, Quote quote) {
    return new PricedCart(cart, ruleset, quote.payable());
  }

  static long discount(Quote quote, OfferId offer) {
    return quote.applied().stream()
        .filter(each -> each.offer().equals(offer))
        .map(Application::discount)
        .mapToLong(Money::minor)
        .sum();
  }

  Money money(long minor) {
    return Money.of(input.cart().currency(), minor);
  }

  // --- findings --------------------------------------------------------------------------------

  static LintFinding finding(LintCode code, String text, CompiledOffer... rules) {
    List<OfferId> ids = List.of(rules).stream().map(rule -> rule.offer.id()).toList();
    return new LintFinding(code, ids, text, Optional.empty());
  }

  static LintFinding finding(
      LintCode code, String text, List<PricedCart> carts, CompiledOffer... rules) {
    LintFinding bare = finding(code, text, rules);
    return new LintFinding(code, bare.offers(), text, Optional.of(new LintFinding.Example(carts)));
  }
}
