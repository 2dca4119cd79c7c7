package dev.akinai.pricing;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is known of the buyer, read once for a quote; what is empty is unknown to conditions. Immutable.
 *
 * @param tier the member's tier
 * @param segments customer segments the member is in, or empty if nobody knows
 * @param groups customer groups the member is in, or empty if nobody knows
 * @param orders how many orders the member has placed
 * @param registeredAt since when the member is one
 * @param points the points the member can spend
 * @param identities by what else the buyer is known, for limits: a name such as {@code phone} with a text that only serves to compare
 */
public record BuyerFacts(
    Optional<String> tier,
    Optional<Set<String>> segments,
    Optional<Set<String>> groups,
    OptionalLong orders,
    Optional<Instant> registeredAt,
    OptionalLong points,
    Map<String, String> identities) {

  /** Nothing is known. */
  public static final BuyerFacts UNKNOWN = new BuyerFacts(
      Optional.empty(),
      Optional.empty(),
      Optional.empty(),
      OptionalLong.empty(),
      Optional.empty(),
      OptionalLong.empty(),
      Map.of());

  /** Sorts and copies the collections. */
  public BuyerFacts {
    segments = segments.map(BuyerFacts::sorted);
    groups = groups.map(BuyerFacts::sorted);
    identities = Collections.unmodifiableSortedMap(new TreeMap<>(identities));
  }

  private static Set<String> sorted(Set<String> names) {
    return Collections.unmodifiableSortedSet(new TreeSet<>(names));
  }

  /**
   * The same with segments.
   *
   * @param names all segments the member is in
   * @return a changed copy
   */
  public BuyerFacts segments(String... names) {
    return new BuyerFacts(
        tier, Optional.of(Set.of(names)), groups, orders, registeredAt, points, identities);
  }

  /**
   * The same with groups.
   *
   * @param names all groups the member is in
   * @return a changed copy
   */
  public BuyerFacts groups(String... names) {
    return new BuyerFacts(
        tier, segments, Optional.of(Set.of(names)), orders, registeredAt, points, identities);
  }

  /**
   * The same with a number of orders.
   *
   * @param number 0 or more
   * @return a changed copy
   */
  public BuyerFacts orders(long number) {
    return new BuyerFacts(
        tier, segments, groups, OptionalLong.of(number), registeredAt, points, identities);
  }

  /**
   * The same in a tier.
   *
   * @param name the tier
   * @return a changed copy
   */
  public BuyerFacts tier(String name) {
    return new BuyerFacts(
        Optional.of(name), segments, groups, orders, registeredAt, points, identities);
  }

  /**
   * The same with points to spend.
   *
   * @param number 0 or more
   * @return a changed copy
   */
  public BuyerFacts points(long number) {
    return new BuyerFacts(
        tier, segments, groups, orders, registeredAt, OptionalLong.of(number), identities);
  }

  /**
   * The same, known by something else too.
   *
   * @param name such as {@code phone}
   * @param value a text that only serves to compare, such as a hash
   * @return a changed copy
   */
  public BuyerFacts knownBy(String name, String value) {
    Map<String, String> all = new TreeMap<>(identities);
    all.put(name, value);
    return new BuyerFacts(tier, segments, groups, orders, registeredAt, points, all);
  }
}
