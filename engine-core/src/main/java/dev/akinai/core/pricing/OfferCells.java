package dev.akinai.core.pricing;

import dev.akinai.core.base.Hashes;
import dev.akinai.member.MemberId;
import dev.akinai.pricing.BuyerFacts;
import dev.akinai.promotion.Limits;
import dev.akinai.promotion.Offer;
import dev.akinai.quota.CellClass;
import dev.akinai.quota.CellKey;
import dev.akinai.quota.Demand;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The cells that one use of an offer takes (PRICING 9.1). Each carries its cap from the rule, so changing a limit rewrites no rows; cells are
 * named by offer id, so limits survive new versions. Stateless.
 */
final class OfferCells {

  private static final String MEMBER = "member";

  private OfferCells() {}

  /** The identities of a buyer that are known: those that the host read, and the member. */
  record Buyer(Optional<MemberId> member, BuyerFacts facts) {

    Optional<String> identity(String name) {
      return name.equals(MEMBER)
          ? member.map(MemberId::value)
          : Optional.ofNullable(facts.identities().get(name));
    }
  }

  /** The limit per buyer whose identity is not known, if there is one. */
  static Optional<String> unknownIdentity(Offer offer, Buyer buyer) {
    return offer.limits().perBuyer().stream()
        .map(Limits.BuyerUses::identity)
        .filter(name -> buyer.identity(name).isEmpty())
        .findFirst();
  }

  /** The uses that an offer takes; all identities must be known. */
  static List<Demand> uses(Offer offer, Buyer buyer, Instant at) {
    var demands = new ArrayList<Demand>();
    for (Limits.BuyerUses limit : offer.limits().perBuyer()) {
      demands.add(one(buyerCell(offer, limit, buyer, at), limit.uses()));
    }
    offer.limits().total().ifPresent(limit -> demands.add(one(total(offer, limit, at), limit)));
    return demands;
  }

  private static Demand one(CellKey cell, Limits.Uses limit) {
    return new Demand(cell, 1, OptionalLong.of(limit.uses()));
  }

  private static CellKey buyerCell(Offer offer, Limits.BuyerUses limit, Buyer buyer, Instant at) {
    String who = buyer.identity(limit.identity()).orElseThrow();
    String hash = Hashes.sha256(who).substring(0, 32);
    return CellKey.of(
        CellClass.BUYER,
        "buyer:" + offer.id(),
        limit.identity() + ":" + hash + ":" + period(offer, limit.uses().per(), at));
  }

  private static CellKey total(Offer offer, Limits.Uses limit, Instant at) {
    String period = period(offer, limit.per(), at);
    // a shared code is public, so its cell is named by a plain hash: only single-use codes need a
    // key
    return offer
        .sharedCode()
        .map(code ->
            CellKey.of(CellClass.CODE, "code:" + offer.id(), Hashes.sha256(code) + ":" + period))
        .orElseGet(() -> CellKey.of(CellClass.PROMOTION, "offer:" + offer.id(), period));
  }

  /** The cell of a budget; offers of one campaign share it. */
  static CellKey budget(Offer offer, Limits.Budget budget, Instant at) {
    return CellKey.of(
        CellClass.PROMOTION,
        "budget:" + budget.shared().orElse(offer.id().value()),
        budget.amount().currency().code() + ":" + period(offer, budget.per(), at));
  }

  /** The calendar period in the offer's zone. */
  private static String period(Offer offer, Limits.Period per, Instant at) {
    if (per == Limits.Period.LIFETIME) {
      return "ever";
    }
    LocalDate day = LocalDate.ofInstant(at, offer.schedule().zone());
    return switch (per) {
      case DAY -> day.toString();
      case WEEK ->
        String.format(
            Locale.ROOT,
            "%d-W%02d",
            day.get(IsoFields.WEEK_BASED_YEAR),
            day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      case MONTH -> day.toString().substring(0, 7);
      default -> day.toString().substring(0, 4);
    };
  }
}
