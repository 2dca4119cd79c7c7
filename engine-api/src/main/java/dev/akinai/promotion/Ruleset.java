package dev.akinai.promotion;

import java.util.List;

/**
 * The offers that were published together with their lanes and policies, under one hash; it never changes. Immutable.
 *
 * @param version its number in the shop, from 1; 0 is the ruleset without offers
 * @param hash SHA-256 of its canonical JSON, in hex
 * @param lanes in the order in which they run
 * @param policy what holds for all offers
 * @param offers in lane order, then priority descending, then id
 */
public record Ruleset(
    long version, String hash, List<Lane> lanes, RulesetPolicy policy, List<Offer> offers) {

  /** Copies the lists. */
  public Ruleset {
    lanes = List.copyOf(lanes);
    offers = List.copyOf(offers);
  }
}
