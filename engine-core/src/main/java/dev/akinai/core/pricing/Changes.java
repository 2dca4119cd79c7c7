package dev.akinai.core.pricing;

import dev.akinai.core.base.RefusedInside;
import dev.akinai.core.criteria.CriteriaEvaluator;
import dev.akinai.core.criteria.Explanation.NodeTruth;
import dev.akinai.core.promotion.Codes;
import dev.akinai.criteria.Criterion;
import dev.akinai.criteria.Op;
import dev.akinai.criteria.Truth;
import dev.akinai.money.Money;
import dev.akinai.points.EarningRule;
import dev.akinai.pricing.Cart;
import dev.akinai.pricing.CartLine;
import dev.akinai.pricing.Change;
import dev.akinai.pricing.Counterfactual;
import dev.akinai.pricing.PricingInput;
import dev.akinai.pricing.Quote;
import dev.akinai.pricing.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Looks for the one thing that makes an offer apply, in the order amount, quantity, code, time, fact (PRICING 7). Each is derived from the
 * nodes that fail and shown only if a second evaluation finds the offer applied. For one input and thread.
 */
final class Changes {

  private static final int MOST_LINES = 20;
  private static final long MOST_UNITS = 24;
  private static final String MORE = "akinai-more";

  private final PricingInput input;
  private final CompiledRules rules;
  private final CompiledOffer rule;
  private final Evaluation entry;
  private final Bits scope;

  Changes(PricingInput input, CompiledRules rules, CompiledOffer rule, Bits scope) {
    this.input = input;
    this.rules = rules;
    this.rule = rule;
    this.scope = scope;
    this.entry = new Evaluation(input, rules, EarningRule.NONE);
    entry.view.look(
        new Candidate(rule, -1, scope, scope, Bits.EMPTY, Optional.empty()), entry.nets);
  }

  Optional<Counterfactual> find(Verdict verdict, List<NodeTruth> nodes) {
    return more(verdict, nodes)
        .or(this::code)
        .or(this::time)
        .or(() -> nodes.stream()
            .filter(each -> each.truth() != Truth.TRUE)
            .flatMap(each -> facts(each.node()))
            .flatMap(Optional::stream)
            .findFirst());
  }

  /** What could be bought in addition; only that can be a hint. */
  Optional<Counterfactual> more(Verdict verdict, List<NodeTruth> nodes) {
    boolean asksForMore = nodes.stream()
        .anyMatch(each -> each.truth() != Truth.TRUE && each.node() instanceof Criterion.SumTest);
    if (!asksForMore
        && verdict.code() != Verdict.Code.NO_EFFECT
        && verdict.code() != Verdict.Code.THRESHOLD_NOT_MET) {
      return Optional.empty();
    }
    return nodes.stream()
        .flatMap(each -> amounts(each.node()))
        .flatMap(Optional::stream)
        .findFirst()
        .or(this::units);
  }

  private Optional<Counterfactual> checked(Change change, PricingInput changed) {
    try {
      Quote quote = Explainer.quote(changed, rules);
      return Explainer.verdict(quote, rule.offer.id())
          .filter(Explainer::isApplied)
          .map(each -> new Counterfactual(change, changed, quote));
    } catch (RefusedInside refused) {
      return Optional.empty(); // there is no quote of it, so it changes nothing
    }
  }

  // --- amount and quantity ---------------------------------------------------------------------

  /** The missing amount, and for thresholds on what other offers leave also twice, four and eight times it. */
  private Stream<Optional<Counterfactual>> amounts(Criterion node) {
    if (!(node instanceof Criterion.SumTest sum)
        || sum.of() != Criterion.Measure.AMOUNT
        || (sum.op() != Op.GE && sum.op() != Op.GT)) {
      return Stream.empty();
    }
    long need = Conditions.numbers(sum.bounds())[0] + (sum.op() == Op.GT ? 1 : 0);
    long have = new CartFacts(entry.view).sum(sum).orElse(0);
    Optional<CartLine> like = entry.sheet.bands.stream()
        .filter(band -> counts(sum, band))
        .map(band -> band.lines.get(0))
        .findFirst();
    return like.stream()
        .flatMap(line -> LongStream.of(1, 2, 4, 8)
            .map(times -> Math.max(1, need - have) * times)
            .filter(missing -> missing <= Money.MAX_MINOR)
            .mapToObj(missing -> buy(line, Money.of(input.cart().currency(), missing))));
  }

  private boolean counts(Criterion.SumTest sum, Band band) {
    return sum.where().isEmpty()
        ? scope.get(band.index)
        : CriteriaEvaluator.evaluate(sum.where().get(), new BandFacts(band)) == Truth.TRUE;
  }

  private Optional<Counterfactual> buy(CartLine like, Money amount) {
    CartLine more = new CartLine(
        MORE,
        like.sku(),
        1,
        Optional.of(amount),
        like.merchant(),
        like.taxClass(),
        like.attributes(),
        List.of());
    return checked(
        new Change.MoreFor(like.sku(), amount), input.withCart(input.cart().add(more)));
  }

  /** The fewest further units of one line. */
  private Optional<Counterfactual> units() {
    List<CartLine> lines = entry.sheet.bands.stream()
        .filter(band -> scope.get(band.index))
        .flatMap(band -> band.lines.stream())
        .limit(MOST_LINES)
        .toList();
    return LongStream.rangeClosed(1, MOST_UNITS)
        .boxed()
        .flatMap(units -> lines.stream().map(line -> add(line, units)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<Counterfactual> add(CartLine line, long units) {
    var lines = new ArrayList<CartLine>();
    for (CartLine each : input.cart().lines()) {
      lines.add(each.id().equals(line.id()) ? each.times(each.quantity() + units) : each);
    }
    return checked(
        new Change.MoreUnits(line.id(), line.sku(), units),
        input.withCart(input.cart().withLines(lines)));
  }

  // --- code, time, facts -----------------------------------------------------------------------

  private Optional<Counterfactual> code() {
    Cart cart = input.cart();
    return rule.offer
        .sharedCode()
        .filter(code -> cart.codes().stream().map(Codes::normalise).noneMatch(code::equals))
        .filter(code -> cart.codes().size() < Cart.MAX_CODES)
        .flatMap(code -> checked(new Change.WithCode(code), input.withCart(cart.withCode(code))));
  }

  private Optional<Counterfactual> time() {
    return rule.offer
        .schedule()
        .nextStart(input.at())
        .filter(next -> !next.equals(input.at()))
        .flatMap(next -> checked(new Change.At(next), input.at(next)));
  }

  private Stream<Optional<Counterfactual>> facts(Criterion node) {
    if (!(node instanceof Criterion.Test test)) {
      return Stream.empty();
    }
    return FactChanges.of(input, test).entrySet().stream()
        .map(each ->
            checked(new Change.WithFact(test.fact().value(), each.getKey()), each.getValue()));
  }
}
