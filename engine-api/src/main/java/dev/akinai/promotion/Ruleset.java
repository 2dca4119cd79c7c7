package dev.akinai.promotion;

import java.util.List;

/**
 * The offers that were published together, with one hash; it never changes. Immutable.
 *
 * @param version its number in the shop, from 1; 0 is the ruleset without offers
 * @param hash SHA-256 of its canonical JSON, in hex
 * @param offers in lane order, then priority descending, then id
 */
public record Ruleset(long version, String hash, List<Offer> offers) {

  /** Copies the offers. */
  public Ruleset {
    offers = List.copyOf(offers);
  }
}
