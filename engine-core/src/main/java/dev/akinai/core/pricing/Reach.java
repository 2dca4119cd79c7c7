package dev.akinai.core.pricing;

import dev.akinai.catalog.SkuId;
import dev.akinai.core.base.RefusedInside;
import dev.akinai.points.EarningRule;
import dev.akinai.pricing.PricingInput;
import dev.akinai.promotion.Effect;
import dev.akinai.promotion.Limits;
import dev.akinai.promotion.Offer;
import dev.akinai.quota.CellKey;
import dev.akinai.quota.Demand;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the prices and offers that a cart meets look at beside the cart: the cells of their limits, the gifts they give. Only that is read,
 * however many there are. For one thread.
 */
final class Reach {

  final Set<CellKey> cells = new HashSet<>();
  final Set<SkuId> gifts = new HashSet<>();

  private Reach() {}

  /** Nothing for a cart that cannot be priced: its quote will say why. */
  static Reach of(PricingInput input, CompiledRules rules) {
    var reach = new Reach();
    reach.addPrices(input);
    if (rules.reachesOut()) {
      try {
        reach.walk(new Evaluation(input, rules, EarningRule.NONE));
      } catch (RefusedInside refused) {
        return new Reach(); // nothing is read for it, not even what its prices have left
      }
    }
    return reach;
  }

  private void addPrices(PricingInput input) {
    var prices = new PriceCells(input);
    input.prices().values().stream()
        .flatMap(List::stream)
        .filter(each -> each.entry().isLimited())
        .flatMap(prices::of)
        .forEach(cells::add);
  }

  private void walk(Evaluation run) {
    OfferIndex.Hits hits = Judge.COMPILED.hits(run, run.rules.at(run.input.at()));
    for (int i = 0; i < hits.size(); i++) {
      Offer offer = run.rules.offers.get(hits.offer(i)).offer;
      if (!offer.limits().equals(Limits.NONE)) {
        addCells(offer, run);
      }
      if (offer.effect() instanceof Effect.Gift gift) {
        gifts.addAll(gift.choices());
      }
    }
  }

  private void addCells(Offer offer, Evaluation run) {
    if (OfferCells.unknownIdentity(offer, run.buyer).isEmpty()) {
      OfferCells.uses(offer, run.buyer, run.input.at()).stream()
          .map(Demand::cell)
          .forEach(cells::add);
    }
    offer
        .limits()
        .budget()
        .ifPresent(budget -> cells.add(OfferCells.budget(offer, budget, run.input.at())));
  }
}
