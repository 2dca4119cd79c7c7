package dev.akinai.promotion;

import java.util.List;
import java.util.Optional;

/**
 * A change of the rules that was read and found sound, but is not published yet. Immutable.
 *
 * @param offers new and changed offers, each id once
 * @param lanes the lanes as they shall be, or empty to leave them
 * @param policy the policy as it shall be, or empty to leave it
 */
public record Draft(
    List<Offer> offers, Optional<List<Lane>> lanes, Optional<RulesetPolicy> policy) {

  /** Copies the lists. */
  public Draft {
    offers = List.copyOf(offers);
    lanes = lanes.map(List::copyOf);
  }

  /**
   * A draft of offers alone.
   *
   * @param offers new and changed offers
   * @return the draft
   */
  public static Draft of(List<Offer> offers) {
    return new Draft(offers, Optional.empty(), Optional.empty());
  }

  /**
   * A draft of offers alone.
   *
   * @param offers new and changed offers
   * @return the draft
   */
  public static Draft of(Offer... offers) {
    return of(List.of(offers));
  }
}
