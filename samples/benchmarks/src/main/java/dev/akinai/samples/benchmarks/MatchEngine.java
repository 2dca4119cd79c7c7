package dev.akinai.samples.benchmarks;

import dev.akinai.core.pricing.Matching;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** One way to find the rules that match a cart. For one thread. */
interface MatchEngine {

  /** Matches one of the carts of the case, by number. */
  int match(int basket);

  /** The ids of the rules that match it. */
  Set<String> ids(int basket);

  /** The ways that are compared. */
  enum Kind {
    /** Our index, compiled conditions and verdicts, as in a quote. */
    AKINAI("Akinai: index, conditions, verdicts", OfAkinai::compiled),
    /** Our index alone: the rules whose key the cart has, whatever their amount. */
    INDEX("Akinai: index alone (no amounts)", OfAkinai::index),
    /** Our interpreter, asked about every rule. */
    INTERPRETER("Akinai: interpreter, every offer", OfAkinai::interpreted),
    /** A loop over the rules, and for each over the lines. */
    TYPED_LOOP("naive typed loop", TypedLoop::new),
    /** A loop over the rules, with the sums by key made once for each cart. */
    SUBTOTAL_LOOP("loop over subtotals by key", SubtotalLoop::new),
    /** Easy Rules 4.1.0. */
    EASY_RULES("Easy Rules 4.1.0", EasyRules::new),
    /** Drools 8.44.2. */
    DROOLS("Drools 8.44.2 stateless", Drools::new);

    /** How it is called in tables. */
    final String label;

    private final Function<MatchCase, MatchEngine> maker;

    Kind(String label, Function<MatchCase, MatchEngine> maker) {
      this.label = label;
      this.maker = maker;
    }

    MatchEngine make(MatchCase match) {
      return maker.apply(match);
    }

    /** Whether it is asked for amounts, so that it must find the same rules as the others. */
    boolean isWhole() {
      return this != INDEX;
    }
  }

  /** Our engine, in three ways. */
  record OfAkinai(
      List<Matching.Prepared> carts,
      Function<Matching.Prepared, Integer> count,
      Function<Matching.Prepared, Set<String>> names)
      implements MatchEngine {

    static OfAkinai compiled(MatchCase match) {
      return new OfAkinai(
          prepared(match), Matching.Prepared::compiled, Matching.Prepared::compiledIds);
    }

    static OfAkinai index(MatchCase match) {
      return new OfAkinai(prepared(match), Matching.Prepared::keys, Matching.Prepared::compiledIds);
    }

    static OfAkinai interpreted(MatchCase match) {
      return new OfAkinai(
          prepared(match), Matching.Prepared::interpreted, Matching.Prepared::interpretedIds);
    }

    private static List<Matching.Prepared> prepared(MatchCase match) {
      var matching =
          new Matching(Rulesets.of(match.rules().stream().map(Rule::offer).toList()));
      return match.baskets().stream()
          .map(basket -> matching.prepare(basket.input()))
          .toList();
    }

    @Override
    public int match(int basket) {
      return count.apply(carts.get(basket));
    }

    @Override
    public Set<String> ids(int basket) {
      return names.apply(carts.get(basket));
    }
  }

  /** What a programmer would write first. */
  record TypedLoop(MatchCase match) implements MatchEngine {

    @Override
    public int match(int basket) {
      return found(basket).size();
    }

    @Override
    public Set<String> ids(int basket) {
      return names(found(basket));
    }

    private List<Rule> found(int basket) {
      Basket cart = match.baskets().get(basket);
      var found = new ArrayList<Rule>();
      for (Rule rule : match.rules()) {
        if (rule.matches(cart)) {
          found.add(rule);
        }
      }
      return found;
    }
  }

  /** What a programmer would write next, for rules that only ask for sums by key. */
  record SubtotalLoop(MatchCase match) implements MatchEngine {

    @Override
    public int match(int basket) {
      return found(basket).size();
    }

    @Override
    public Set<String> ids(int basket) {
      return names(found(basket));
    }

    private List<Rule> found(int basket) {
      Map<String, Long> sums = match.baskets().get(basket).subtotals();
      var found = new ArrayList<Rule>();
      for (Rule rule : match.rules()) {
        if (sums.getOrDefault(rule.subtotal(), 0L) >= rule.from()) {
          found.add(rule);
        }
      }
      return found;
    }
  }

  private static Set<String> names(List<Rule> rules) {
    var names = new TreeSet<String>();
    rules.forEach(rule -> names.add(rule.id()));
    return names;
  }
}
