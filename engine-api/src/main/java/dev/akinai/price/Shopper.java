package dev.akinai.price;

import dev.akinai.base.Text;
import dev.akinai.member.MemberId;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who would like to buy, and where, as far as audiences of price lists ask; what is empty is unknown and in no audience. Immutable.
 *
 * @param customer who asks
 * @param groups all member groups the customer is in; there is no main one
 * @param tier the customer's tier
 * @param channel such as {@code app}
 * @param region such as {@code de-bw}
 * @param market such as {@code de}
 */
public record Shopper(
    Optional<MemberId> customer,
    Set<String> groups,
    Optional<String> tier,
    Optional<String> channel,
    Optional<String> region,
    Optional<String> market) {

  /** Somebody of whom nothing is known. */
  public static final Shopper ANYONE = new Shopper(
      Optional.empty(),
      Set.of(),
      Optional.empty(),
      Optional.empty(),
      Optional.empty(),
      Optional.empty());

  /** Sorts the groups. */
  public Shopper {
    var sorted = new TreeSet<String>(Text.UTF8_ORDER);
    sorted.addAll(groups);
    groups = Collections.unmodifiableSortedSet(sorted);
  }

  /**
   * The same, a customer.
   *
   * @param id who it is
   * @return a changed copy
   */
  public Shopper customer(MemberId id) {
    return new Shopper(Optional.of(id), groups, tier, channel, region, market);
  }

  /**
   * The same in groups.
   *
   * @param names all groups the customer is in
   * @return a changed copy
   */
  public Shopper groups(String... names) {
    return new Shopper(customer, Set.of(names), tier, channel, region, market);
  }

  /**
   * The same in a tier.
   *
   * @param name the tier
   * @return a changed copy
   */
  public Shopper tier(String name) {
    return new Shopper(customer, groups, Optional.of(name), channel, region, market);
  }

  /**
   * The same in a channel.
   *
   * @param name the channel
   * @return a changed copy
   */
  public Shopper channel(String name) {
    return new Shopper(customer, groups, tier, Optional.of(name), region, market);
  }

  /**
   * The same in a region.
   *
   * @param name the region
   * @return a changed copy
   */
  public Shopper region(String name) {
    return new Shopper(customer, groups, tier, channel, Optional.of(name), market);
  }

  /**
   * The same in a market.
   *
   * @param name the market
   * @return a changed copy
   */
  public Shopper market(String name) {
    return new Shopper(customer, groups, tier, channel, region, Optional.of(name));
  }
}
