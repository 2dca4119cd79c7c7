package dev.akinai.price;

import dev.akinai.base.InputTooLargeException;
import dev.akinai.base.Text;
import dev.akinai.member.MemberId;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who may buy at a price list: any of the names of one kind, for each kind that is named; an empty kind is not asked for. Immutable.
 *
 * <p>For groups {@code vip, staff} in the channel {@code app}, a buyer must be in one of the groups at least and in the app. What is not
 * known of a buyer is in no audience that asks for it.
 *
 * @param customers single customers
 * @param groups member groups
 * @param tiers member tiers
 * @param channels such as {@code app}
 * @param regions such as {@code de-bw}
 * @param markets such as {@code de}
 */
public record Audience(
    Set<MemberId> customers,
    Set<String> groups,
    Set<String> tiers,
    Set<String> channels,
    Set<String> regions,
    Set<String> markets) {

  /** Most names of one kind. */
  public static final int MAX_NAMES = 1_000;

  /** Nothing is asked. */
  public static final Audience EVERYONE =
      new Audience(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

  /** Checks and sorts the names: each 1 to 64 visible characters, at most 1,000 of a kind. */
  public Audience {
    customers =
        sorted("customers", customers, Comparator.comparing(MemberId::value, Text.UTF8_ORDER));
    groups = names("groups", groups);
    tiers = names("tiers", tiers);
    channels = names("channels", channels);
    regions = names("regions", regions);
    markets = names("markets", markets);
  }

  /**
   * The same for single customers.
   *
   * @param ids any of them
   * @return a changed copy
   */
  public Audience customers(MemberId... ids) {
    return new Audience(Set.of(ids), groups, tiers, channels, regions, markets);
  }

  /**
   * The same for member groups.
   *
   * @param names any of them
   * @return a changed copy
   */
  public Audience groups(String... names) {
    return new Audience(customers, Set.of(names), tiers, channels, regions, markets);
  }

  /**
   * The same for tiers.
   *
   * @param names any of them
   * @return a changed copy
   */
  public Audience tiers(String... names) {
    return new Audience(customers, groups, Set.of(names), channels, regions, markets);
  }

  /**
   * The same in channels.
   *
   * @param names any of them
   * @return a changed copy
   */
  public Audience channels(String... names) {
    return new Audience(customers, groups, tiers, Set.of(names), regions, markets);
  }

  /**
   * The same in regions.
   *
   * @param names any of them
   * @return a changed copy
   */
  public Audience regions(String... names) {
    return new Audience(customers, groups, tiers, channels, Set.of(names), markets);
  }

  /**
   * The same in markets.
   *
   * @param names any of them
   * @return a changed copy
   */
  public Audience markets(String... names) {
    return new Audience(customers, groups, tiers, channels, regions, Set.of(names));
  }

  /**
   * Tells whether a buyer is in it.
   *
   * @param shopper what is known of the buyer
   * @return true if each kind that is named holds something of the buyer
   */
  public boolean admits(Shopper shopper) {
    return holds(customers, shopper.customer())
        && (groups.isEmpty() || !Collections.disjoint(groups, shopper.groups()))
        && holds(tiers, shopper.tier())
        && holds(channels, shopper.channel())
        && holds(regions, shopper.region())
        && holds(markets, shopper.market());
  }

  /**
   * How narrow it is: 5 with customers, 4 with groups or tiers, 3 with a channel and a region, 2 with a region, 1 with a channel, 0 for
   * everyone; the highest that applies, and a market counts as a region (PRICING 2.3).
   *
   * @return 0 to 5
   */
  public int rank() {
    if (!customers.isEmpty()) {
      return 5;
    }
    if (isPersonal()) {
      return 4;
    }
    int place = regions.isEmpty() && markets.isEmpty() ? 0 : 2;
    return channels.isEmpty() ? place : place + 1;
  }

  /**
   * Tells whether it asks who the buyer is, so that its prices are not everybody's.
   *
   * @return true with customers, groups or tiers
   */
  public boolean isPersonal() {
    return !customers.isEmpty() || !groups.isEmpty() || !tiers.isEmpty();
  }

  private static <T> boolean holds(Set<T> names, Optional<T> known) {
    return names.isEmpty() || known.filter(names::contains).isPresent();
  }

  private static Set<String> names(String kind, Set<String> names) {
    names.forEach(name -> Text.requireVisible(kind + " of an audience", name, 64));
    return sorted(kind, names, Text.UTF8_ORDER);
  }

  private static <T> Set<T> sorted(String kind, Collection<T> names, Comparator<T> order) {
    if (names.size() > MAX_NAMES) {
      throw new InputTooLargeException(kind + " of an audience", MAX_NAMES, names.size());
    }
    if (names.isEmpty()) {
      return Set.of();
    }
    var sorted = new TreeSet<T>(order);
    sorted.addAll(List.copyOf(names));
    return Collections.unmodifiableSortedSet(sorted);
  }
}
