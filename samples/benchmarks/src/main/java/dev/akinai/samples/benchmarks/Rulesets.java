package dev.akinai.samples.benchmarks;

import dev.akinai.promotion.Lane;
import dev.akinai.promotion.LaneId;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.Ruleset;
import dev.akinai.promotion.RulesetPolicy;
import java.util.Comparator;
import java.util.List;

/** Rulesets made on the spot, without a shop that publishes them. Stateless. */
final class Rulesets {

  private Rulesets() {}

  static Ruleset of(List<Offer> offers) {
    return of(Lane.DEFAULTS, offers);
  }

  static Ruleset of(List<Lane> lanes, List<Offer> offers) {
    List<LaneId> order = lanes.stream().map(Lane::id).toList();
    List<Offer> sorted = offers.stream()
        .sorted(Comparator.comparingInt((Offer offer) -> order.indexOf(offer.lane()))
            .thenComparingInt(offer -> -offer.stacking().priority())
            .thenComparing(offer -> offer.id().value()))
        .toList();
    return new Ruleset(1, "benchmark", lanes, RulesetPolicy.DEFAULT, sorted);
  }
}
