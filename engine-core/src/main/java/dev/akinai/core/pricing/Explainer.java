package dev.akinai.core.pricing;

import dev.akinai.base.InvalidInputException;
import dev.akinai.core.criteria.CriteriaEvaluator;
import dev.akinai.core.criteria.Explanation.NodeTruth;
import dev.akinai.core.promotion.Rules;
import dev.akinai.criteria.Criterion;
import dev.akinai.criteria.Truth;
import dev.akinai.money.Money;
import dev.akinai.points.EarningRule;
import dev.akinai.pricing.Counterfactual;
import dev.akinai.pricing.Explanation;
import dev.akinai.pricing.PricingInput;
import dev.akinai.pricing.Quote;
import dev.akinai.pricing.Verdict;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.OfferId;
import dev.akinai.promotion.Ruleset;
import dev.akinai.promotion.Stacking;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Says of any offer why it does or does not apply, and what would change that (PRICING 7). For one input and thread. */
final class Explainer {

  private static final Comparator<Verdict> BEST_FIRST =
      Comparator.comparing(Verdict::code, Comparator.reverseOrder());

  private final PricingInput input;
  private final CompiledRules rules;
  private final Evaluation entry;
  private final Quote quote;

  Explainer(PricingInput input, CompiledRules rules) {
    this.input = input;
    this.rules = rules;
    this.entry = new Evaluation(input, rules, EarningRule.NONE);
    this.quote = quote(input, rules);
  }

  static Quote quote(PricingInput input, CompiledRules rules) {
    return Pricer.quote(input, rules, EarningRule.NONE);
  }

  Quote quote() {
    return quote;
  }

  Explanation explain(OfferId id) {
    CompiledOffer rule = rules
        .withId(id.value())
        .orElseThrow(() -> new InvalidInputException(
            "The offer (%s) must be one of the ruleset %d. Maybe it was retired."
                .formatted(id, rules.ruleset.version())));
    List<NodeTruth> nodes = look(rule);
    Verdict verdict = verdict(quote, id).orElseGet(() -> unasked(rule, nodes));
    Optional<Counterfactual> change = isApplied(verdict)
        ? Optional.empty()
        : new Changes(input, rules, rule, scope(rule)).find(verdict, nodes);
    return new Explanation(
        id, verdict, nodes(rule, nodes), lines(rule), change, forced(rule.offer, verdict));
  }

  // --- verdicts --------------------------------------------------------------------------------

  static boolean isApplied(Verdict verdict) {
    return verdict.code() == Verdict.Code.APPLIED || verdict.code() == Verdict.Code.CLAMPED;
  }

  /** The best verdict that a quote has of an offer. */
  static Optional<Verdict> verdict(Quote quote, OfferId offer) {
    return quote.verdicts().stream()
        .filter(each ->
            each.subject().equals(offer.value()) || each.subject().startsWith(offer.value() + "@"))
        .min(BEST_FIRST);
  }

  /** What the quote would say of an offer that came nowhere near. */
  private Verdict unasked(CompiledOffer rule, List<NodeTruth> nodes) {
    Offer offer = rule.offer;
    if (!offer.schedule().isLiveAt(input.at())) {
      Optional<Instant> next = offer.schedule().nextStart(input.at());
      return not(
          offer, Verdict.Code.OUT_OF_SCHEDULE, next.map(Instant::toString).orElse(""));
    }
    if (offer.code().isPresent()) {
      return not(offer, Verdict.Code.CONDITION_FALSE, "/code");
    }
    if (lines(rule).isEmpty() && !rule.anyScope) {
      return not(offer, Verdict.Code.CONDITION_FALSE, "/scope");
    }
    boolean unknown = !nodes.isEmpty() && nodes.get(0).truth() == Truth.UNKNOWN;
    Verdict.Code code = unknown ? Verdict.Code.UNKNOWN_FACT : Verdict.Code.CONDITION_FALSE;
    boolean met = nodes.isEmpty() || nodes.get(0).truth() == Truth.TRUE;
    return met
        ? not(offer, Verdict.Code.NO_EFFECT, "")
        : not(offer, code, Judge.INTERPRETED.cause(rule, entry.view));
  }

  private static Verdict not(Offer offer, Verdict.Code code, String facts) {
    return new Verdict(offer.id().value(), code, facts);
  }

  // --- nodes -----------------------------------------------------------------------------------

  private Bits scope(CompiledOffer rule) {
    Bits scope = new Bits(entry.sheet.bands.size());
    for (Band band : entry.sheet.bands) {
      if (Judge.INTERPRETED.scope(rule, band) == Truth.TRUE) {
        scope.set(band.index);
      }
    }
    return scope;
  }

  private List<NodeTruth> look(CompiledOffer rule) {
    Bits scope = scope(rule);
    entry.view.look(
        new Candidate(rule, -1, scope, scope, Bits.EMPTY, Optional.empty()), entry.nets);
    return rule.anyCart
        ? List.of()
        : CriteriaEvaluator.trace(rule.offer.when(), new CartFacts(entry.view));
  }

  private List<Explanation.Node> nodes(CompiledOffer rule, List<NodeTruth> nodes) {
    look(rule);
    var shown = new ArrayList<Explanation.Node>();
    for (NodeTruth each : nodes) {
      shown.add(new Explanation.Node("/when" + each.path(), each.truth(), facts(each.node())));
    }
    return shown;
  }

  private String facts(Criterion node) {
    var facts = new CartFacts(entry.view);
    if (node instanceof Criterion.SumTest sum) {
      return sum.of().code() + " = " + facts.sum(sum).orElse(0);
    }
    if (!(node instanceof Criterion.Test test)) {
      return "";
    }
    Optional<String> known = facts
        .text(test.fact())
        .or(() -> facts.set(test.fact()).map(Object::toString))
        .or(() -> facts.number(test.fact()).stream().mapToObj(Long::toString).findFirst());
    return test.fact() + " = " + known.orElse("unknown");
  }

  private List<String> lines(CompiledOffer rule) {
    Bits scope = scope(rule);
    return entry.sheet.bands.stream()
        .filter(band -> scope.get(band.index))
        .flatMap(band -> band.lines.stream())
        .map(line -> line.id())
        .toList();
  }

  // --- forced ----------------------------------------------------------------------------------

  /** What the buyer pays where the offer applies whatever the others give; empty if even that does not make it apply. */
  private Optional<Money> forced(Offer offer, Verdict verdict) {
    if (verdict.code() != Verdict.Code.LOST_TO && verdict.code() != Verdict.Code.EXCLUDED_BY) {
      return Optional.empty();
    }
    Stacking stacking = offer.stacking();
    Offer first = offer.toBuilder()
        .stacking(new Stacking(
            stacking.priority(),
            stacking.group(),
            stacking.excludes(),
            stacking.exclusive(),
            Stacking.Duty.MANDATORY))
        .build();
    Ruleset ruleset = rules.ruleset;
    List<Offer> others = ruleset.offers().stream()
        .map(each -> each.id().equals(offer.id()) ? first : optional(each))
        .toList();
    Ruleset forced = Rules.of(ruleset.version(), others, ruleset.lanes(), ruleset.policy());
    Quote with = quote(input, CompiledRules.of(forced, rules.extensions));
    return verdict(with, offer.id()).filter(Explainer::isApplied).map(each -> with.payable());
  }

  private static Offer optional(Offer offer) {
    Stacking stacking = offer.stacking();
    return stacking.duty() == Stacking.Duty.OPTIONAL
        ? offer
        : offer.toBuilder()
            .stacking(new Stacking(
                stacking.priority(),
                stacking.group(),
                stacking.excludes(),
                stacking.exclusive(),
                Stacking.Duty.OPTIONAL))
            .build();
  }
}
