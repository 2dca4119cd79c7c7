package dev.akinai.core.promotion;

import dev.akinai.criteria.Criterion;
import dev.akinai.criteria.FactSchema;
import dev.akinai.money.CurrencyCode;
import dev.akinai.promotion.Lane;
import dev.akinai.promotion.Offer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the reader of one document knows while it reads: what may be named, and what the offer around says. For one thread.
 *
 * @param issues told everything that is wrong
 * @param found the offers that could be read, each with its place
 * @param names what the host registered
 * @param cart what {@code when} may ask about
 * @param lanes the lanes of the document, or those that are there
 * @param offer the place of the offer around, {@code ""} outside of offers
 * @param currency that of the offer around
 * @param basis the price that a sum looks at if it does not say
 */
record Reading(
    Issues issues,
    List<Placed> found,
    Names names,
    FactSchema cart,
    List<Lane> lanes,
    String offer,
    Optional<CurrencyCode> currency,
    Criterion.Basis basis) {

  /** An offer and where it stands. */
  record Placed(Offer offer, String place) {}

  static Reading of(Issues issues, Names names, List<Lane> lanes) {
    return new Reading(
        issues,
        new ArrayList<>(),
        names,
        OfferFacts.cartWith(names.conditions()),
        lanes,
        "",
        Optional.empty(),
        Criterion.Basis.LIST);
  }

  Reading withLanes(List<Lane> others) {
    return new Reading(issues, found, names, cart, others, offer, currency, basis);
  }

  /** The same inside an offer. */
  Reading inOffer(String place, Optional<CurrencyCode> itsCurrency, Criterion.Basis itsBasis) {
    return new Reading(issues, found, names, cart, lanes, place, itsCurrency, itsBasis);
  }

  /** The same, with nobody told what is wrong: to look ahead. */
  Reading unheard() {
    return new Reading(new Issues(), new ArrayList<>(), names, cart, lanes, offer, currency, basis);
  }
}
