package dev.akinai.promotion;

import java.time.Instant;
import java.util.List;

/**
 * Who changed the rules, when, and from when on it counts; kept for good. Immutable.
 *
 * @param version of the ruleset it made
 * @param hash of that ruleset
 * @param publishedAt when it was written
 * @param activeFrom from when on quotes use it
 * @param actor who, as role and id
 * @param reason why, in the publisher's words; may be empty
 * @param changed offers that were added or replaced
 * @param retired offers that were taken out
 */
public record Publication(
    long version,
    String hash,
    Instant publishedAt,
    Instant activeFrom,
    String actor,
    String reason,
    List<OfferId> changed,
    List<OfferId> retired) {

  /** Copies the lists. */
  public Publication {
    changed = List.copyOf(changed);
    retired = List.copyOf(retired);
  }
}
