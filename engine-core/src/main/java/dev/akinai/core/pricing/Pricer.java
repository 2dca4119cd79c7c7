package dev.akinai.core.pricing;

import dev.akinai.core.base.RefusedInside;
import dev.akinai.points.EarningRule;
import dev.akinai.pricing.Certificate;
import dev.akinai.pricing.PricingInput;
import dev.akinai.pricing.Quote;
import dev.akinai.promotion.Lane;
import dev.akinai.promotion.OfferId;
import java.util.List;
import java.util.Map;

/**
 * The pure core of pricing: cart, facts, prices, rules and instant in, quote out (PRICING 2). It reads no clock, no storage and no chance, so
 * equal inputs give equal quotes. Stateless.
 */
public final class Pricer {

  private Pricer() {}

  /**
   * Prices a cart.
   *
   * @throws RefusedInside with every {@link dev.akinai.pricing.PricingRefusal} that forbids a quote
   */
  public static Quote quote(PricingInput input, CompiledRules rules, EarningRule earning) {
    return quote(input, rules, earning, Judge.COMPILED);
  }

  static Quote quote(PricingInput input, CompiledRules rules, EarningRule earning, Judge judge) {
    return quote(new Evaluation(input, rules, earning), judge);
  }

  /** Prices what is kept of an order, where some offers take off what they took off before. */
  static Quote again(
      PricingInput input,
      CompiledRules rules,
      EarningRule earning,
      Map<OfferId, Map<String, Long>> granted) {
    return quote(new Evaluation(input, rules, earning, granted), Judge.COMPILED);
  }

  private static Quote quote(Evaluation run, Judge judge) {
    var matcher = new Matcher(run, judge);
    Certificate certificate = applyLanes(run, matcher, run.rules.lanes);
    matcher.judgeCodes();
    return new Sealing(run, certificate).quote();
  }

  /**
   * Prices goods as a product page shows them: by price lists and by the lanes whose reductions become the list price (PRICING 1, row 43).
   *
   * @throws RefusedInside with every {@link dev.akinai.pricing.PricingRefusal} that forbids a quote
   */
  public static Quote catalogue(PricingInput input, CompiledRules rules) {
    var run = new Evaluation(input, rules, EarningRule.NONE);
    List<Lane> shown = rules.lanes.subList(0, lastRebase(rules.lanes) + 1);
    Certificate certificate = applyLanes(run, new Matcher(run, Judge.COMPILED), shown);
    List<Candidate> rivals = run.sheet.rivals.stream()
        .map(each -> each.candidate(run.sheet, rules.lanes.get(0), 0))
        .toList();
    return new Sealing(run, both(certificate, new Stage(run, Lane.Mode.BEST_ONE).apply(rivals)))
        .quote();
  }

  private static Certificate applyLanes(Evaluation run, Matcher matcher, List<Lane> lanes) {
    int lastRebase = lastRebase(lanes);
    Certificate all = Certificate.TRIVIAL;
    if (lastRebase < 0) {
      run.bounds.open(run.nets);
    }
    for (int from = 0; from < lanes.size(); ) {
      int to = endOfRegion(lanes, from);
      Lane lane = lanes.get(from);
      List<Candidate> candidates = matcher.candidates(from, to);
      addRivals(run, lanes, from, to, candidates);
      if (lane.id().equals(Lane.TENDER)) {
        new Tenders(run).apply(candidates);
      } else if (!candidates.isEmpty()) {
        all = both(all, new Stage(run, lane.mode()).apply(candidates));
      }
      if (lane.rebase() == Lane.Rebase.LIST_BECOMES_NET) {
        run.nets.rebase();
      }
      if (from <= lastRebase && to > lastRebase) {
        run.bounds.open(run.nets);
      }
      from = to;
    }
    return run.reducer.isProven() ? all : unproven(run, all);
  }

  static int lastRebase(List<Lane> lanes) {
    int last = -1;
    for (int i = 0; i < lanes.size(); i++) {
      last = lanes.get(i).rebase() == Lane.Rebase.LIST_BECOMES_NET ? i : last;
    }
    return last;
  }

  /** Adjacent optimal lanes of one region are searched together. */
  private static int endOfRegion(List<Lane> lanes, int from) {
    Lane first = lanes.get(from);
    int to = from + 1;
    while (first.mode() == Lane.Mode.OPTIMAL
        && first.region().isPresent()
        && to < lanes.size()
        && lanes.get(to).mode() == Lane.Mode.OPTIMAL
        && lanes.get(to).region().equals(first.region())) {
      to++;
    }
    return to;
  }

  /** Prices that compete with the offers of their bands join the lane of items (PRICING 2.3). */
  private static void addRivals(
      Evaluation run, List<Lane> lanes, int from, int to, List<Candidate> candidates) {
    for (int i = from; i < to && !run.sheet.rivals.isEmpty(); i++) {
      if (lanes.get(i).id().equals(Lane.ITEM)) {
        for (Sheet.Rival rival : run.sheet.rivals) {
          candidates.add(rival.candidate(run.sheet, lanes.get(i), i));
        }
      }
    }
  }

  private static Certificate both(Certificate one, Certificate other) {
    boolean proven =
        one.proof() == Certificate.Proof.PROVEN && other.proof() == Certificate.Proof.PROVEN;
    return new Certificate(
        proven ? Certificate.Proof.PROVEN : Certificate.Proof.BOUNDED,
        one.gap() + other.gap(),
        one.nodes() + other.nodes());
  }

  /** Groups of units were not proven best: nothing can gain more than what is left. */
  private static Certificate unproven(Evaluation run, Certificate all) {
    long left = 0;
    for (int i = 0; i < run.nets.size; i++) {
      left += (run.nets.flags[i] & Nets.CLOSED) != 0 ? 0 : run.nets.room(i);
    }
    return new Certificate(Certificate.Proof.BOUNDED, left, all.nodes());
  }
}
