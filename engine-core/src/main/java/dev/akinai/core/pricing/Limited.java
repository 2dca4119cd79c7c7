package dev.akinai.core.pricing;

import dev.akinai.points.EarningRule;
import dev.akinai.pricing.PricingInput;
import dev.akinai.promotion.Limits;
import dev.akinai.promotion.Offer;
import dev.akinai.quota.CellKey;
import dev.akinai.quota.Demand;
import java.util.HashSet;
import java.util.Set;

/** Which limits a cart can touch, so that only their cells are read. Stateless. */
final class Limited {

  private Limited() {}

  static Set<CellKey> cells(PricingInput input, CompiledRules rules) {
    Set<CellKey> keys = new HashSet<>();
    if (!rules.isLimited()) {
      return keys;
    }
    var run = new Evaluation(input, rules, EarningRule.NONE);
    OfferIndex.Hits hits = Judge.COMPILED.hits(run, rules.at(input.at()));
    for (int i = 0; i < hits.size(); i++) {
      Offer offer = rules.offers.get(hits.offer(i)).offer;
      if (!offer.limits().equals(Limits.NONE)) {
        add(offer, run, keys);
      }
    }
    return keys;
  }

  private static void add(Offer offer, Evaluation run, Set<CellKey> keys) {
    if (OfferCells.unknownIdentity(offer, run.buyer).isEmpty()) {
      OfferCells.uses(offer, run.buyer, run.input.at()).stream()
          .map(Demand::cell)
          .forEach(keys::add);
    }
    offer
        .limits()
        .budget()
        .ifPresent(budget -> keys.add(OfferCells.budget(offer, budget, run.input.at())));
  }
}
