package dev.akinai.core.pricing;

import dev.akinai.core.base.Hashes;
import dev.akinai.member.MemberId;
import dev.akinai.promotion.Offer;
import dev.akinai.quota.CellClass;
import dev.akinai.quota.CellKey;
import dev.akinai.quota.Demand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The cells that one use of an offer takes (PRICING 9.1). Each carries its cap from the rule, so changing a limit rewrites no rows; cells are
 * named by offer id, so limits survive new versions. Stateless.
 */
final class OfferCells {

  private OfferCells() {}

  static List<Demand> of(Offer offer, Optional<MemberId> buyer) {
    var demands = new ArrayList<Demand>();
    if (offer.limits().perBuyer().isPresent() && buyer.isPresent()) {
      CellKey key = CellKey.of(CellClass.BUYER, "buyer:" + offer.id(), "member:" + buyer.get());
      demands.add(new Demand(key, 1, offer.limits().perBuyer()));
    }
    if (offer.limits().total().isPresent()) {
      demands.add(new Demand(total(offer), 1, offer.limits().total()));
    }
    return demands;
  }

  private static CellKey total(Offer offer) {
    // a shared code is public, so its cell is named by a plain hash: only single-use codes need a
    // key
    return offer
        .code()
        .map(code -> CellKey.of(CellClass.CODE, "code:" + offer.id(), Hashes.sha256(code)))
        .orElseGet(() -> CellKey.of(CellClass.PROMOTION, "offer:" + offer.id(), "ever"));
  }
}
