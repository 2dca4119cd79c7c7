package dev.akinai.promotion;

import dev.akinai.base.InvalidInputException;
import dev.akinai.base.Text;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * One step of pricing in which offers are applied, with how they may be combined; lanes run in the order of the ruleset (PRICING 2.4).
 * Immutable.
 *
 * @param id which lane
 * @param mode how it chooses among its offers
 * @param partition what it runs over, each part on its own
 * @param base the amount that rates are taken from, unless an offer says otherwise
 * @param threshold the amount that thresholds look at, unless an offer says otherwise
 * @param weights the amounts by which a reduction is split, unless an offer says otherwise
 * @param region adjacent optimal lanes of one region are searched together; empty for a lane on its own
 * @param groups how many offers of a group may be combined
 * @param pairs offers that exclude each other
 * @param capPpm the most that all offers of this lane take off together, in parts per million of list, or empty
 * @param rounding how raw amounts are rounded, unless an offer says otherwise
 * @param rebase whether its result becomes the list price of what follows
 */
public record Lane(
    LaneId id,
    Mode mode,
    Partition partition,
    Basis base,
    Basis threshold,
    Basis weights,
    Optional<String> region,
    List<Group> groups,
    List<Pair> pairs,
    OptionalLong capPpm,
    AmountRounding rounding,
    Rebase rebase) {

  /** Catalogue reductions, shown on product pages. */
  public static final LaneId CATALOGUE = new LaneId("CATALOGUE");

  /** Per-product offers. */
  public static final LaneId ITEM = new LaneId("ITEM");

  /** Offers that use units up: buy X get Y, bundles. */
  public static final LaneId UNIT = new LaneId("UNIT");

  /** A merchant's own thresholds. */
  public static final LaneId MERCHANT_ORDER = new LaneId("MERCHANT_ORDER");

  /** Offers on the whole cart. */
  public static final LaneId PLATFORM_ORDER = new LaneId("PLATFORM_ORDER");

  /** A merchant's coupons. */
  public static final LaneId MERCHANT_COUPON = new LaneId("MERCHANT_COUPON");

  /** Coupons on the whole cart. */
  public static final LaneId PLATFORM_COUPON = new LaneId("PLATFORM_COUPON");

  /** Charge lines. */
  public static final LaneId SHIPPING = new LaneId("SHIPPING");

  /** Points and deposits; never part of a search. */
  public static final LaneId TENDER = new LaneId("TENDER");

  /** The region of all searched lanes, if nothing else is said. */
  public static final String CART_REGION = "cart";

  /** The lanes of a ruleset that declares none (PRICING 2.4). */
  public static final List<Lane> DEFAULTS = List.of(
      new Lane(
          CATALOGUE,
          Mode.BEST_PER_ITEM,
          Partition.BAND,
          Basis.LIST,
          Basis.LIST,
          Basis.LIST,
          Optional.empty(),
          List.of(),
          List.of(),
          OptionalLong.empty(),
          AmountRounding.PER_UNIT,
          Rebase.LIST_BECOMES_NET),
      searched(ITEM, Partition.CART),
      searched(UNIT, Partition.CART),
      searched(MERCHANT_ORDER, Partition.MERCHANT),
      searched(PLATFORM_ORDER, Partition.CART),
      searched(MERCHANT_COUPON, Partition.MERCHANT),
      searched(PLATFORM_COUPON, Partition.CART),
      searched(SHIPPING, Partition.CART).withBases(Basis.LIST, Basis.NET, Basis.LIST),
      searched(TENDER, Partition.CART).withMode(Mode.ALL).inRegion(Optional.empty()));

  /** How a lane chooses among its offers. */
  public enum Mode {
    /** Every offer, in canonical order; of two that exclude each other the earlier wins. */
    ALL,
    /** The first that takes something off. */
    FIRST,
    /** The one that takes most off. */
    BEST_ONE,
    /** For each band the one that takes most off it. */
    BEST_PER_ITEM,
    /** The combination that the buyer pays least with. */
    OPTIMAL
  }

  /** What a lane runs over. */
  public enum Partition {
    /** The whole cart. */
    CART,
    /** The lines of each merchant. */
    MERCHANT,
    /** The units that are equal for pricing. */
    BAND
  }

  /** What becomes of the list price after a lane. */
  public enum Rebase {
    /** It stays. */
    KEEP_LIST,
    /** What is left becomes the list price of the lanes that follow. */
    LIST_BECOMES_NET
  }

  /**
   * How many offers of a group may be combined. Immutable.
   *
   * @param id the group that offers name, 1 to 64 visible characters
   * @param capacity 1 or more
   * @param per within what the capacity counts
   */
  public record Group(String id, int capacity, Partition per) {
    /** Checks the name and the capacity. */
    public Group {
      Text.requireVisible("group", id, 64);
      if (capacity < 1) {
        throw new InvalidInputException(
            "The capacity (%d) of group %s must be 1 or more. Maybe leave its offers out."
                .formatted(capacity, id));
      }
    }
  }

  /**
   * Two offers that are never combined. Immutable.
   *
   * @param one the one
   * @param other the other
   */
  public record Pair(OfferId one, OfferId other) {
    /** Checks that they differ. */
    public Pair {
      if (one.equals(other)) {
        throw new InvalidInputException(
            "The pair (%s) must name two offers. Maybe one is misspelt.".formatted(one));
      }
    }
  }

  /** Copies the lists and checks the cap. */
  public Lane {
    groups = List.copyOf(groups);
    pairs = List.copyOf(pairs);
    region.ifPresent(name -> Text.requireVisible("region", name, 64));
    if (capPpm.orElse(1) < 0 || capPpm.orElse(1) > 1_000_000) {
      throw new InvalidInputException(
          "The cap (%d ppm) of lane %s must be 0 to 1,000,000. Maybe 30 %% was meant: 300000."
              .formatted(capPpm.getAsLong(), id));
    }
    Set<String> seen = new HashSet<>();
    if (!groups.stream().allMatch(group -> seen.add(group.id()))) {
      throw new InvalidInputException(
          "The groups of lane %s must each be named once. Maybe merge the two.".formatted(id));
    }
  }

  /**
   * A lane that is part of the one search over the cart.
   *
   * @param id which lane
   * @param partition what it runs over
   * @return the lane: base NET, threshold LIST, weights NET, rounded once, half up
   */
  public static Lane searched(LaneId id, Partition partition) {
    return new Lane(
        id,
        Mode.OPTIMAL,
        partition,
        Basis.NET,
        Basis.LIST,
        Basis.NET,
        Optional.of(CART_REGION),
        List.of(),
        List.of(),
        OptionalLong.empty(),
        AmountRounding.ONCE,
        Rebase.KEEP_LIST);
  }

  /**
   * The same lane in another mode.
   *
   * @param other the mode
   * @return a changed copy
   */
  public Lane withMode(Mode other) {
    return new Lane(
        id, other, partition, base, threshold, weights, region, groups, pairs, capPpm, rounding,
        rebase);
  }

  /**
   * The same lane on other amounts.
   *
   * @param rates the amount that rates are taken from
   * @param thresholds the amount that thresholds look at
   * @param splits the amounts by which a reduction is split
   * @return a changed copy
   */
  public Lane withBases(Basis rates, Basis thresholds, Basis splits) {
    return new Lane(
        id,
        mode,
        partition,
        rates,
        thresholds,
        splits,
        region,
        groups,
        pairs,
        capPpm,
        rounding,
        rebase);
  }

  /**
   * The same lane in another region.
   *
   * @param other its name, or empty for a lane on its own
   * @return a changed copy
   */
  public Lane inRegion(Optional<String> other) {
    return new Lane(
        id, mode, partition, base, threshold, weights, other, groups, pairs, capPpm, rounding,
        rebase);
  }

  /**
   * The same lane with other groups.
   *
   * @param others the groups
   * @return a changed copy
   */
  public Lane withGroups(Group... others) {
    return new Lane(
        id,
        mode,
        partition,
        base,
        threshold,
        weights,
        region,
        Arrays.asList(others),
        pairs,
        capPpm,
        rounding,
        rebase);
  }

  /**
   * The same lane with other pairs.
   *
   * @param others the pairs
   * @return a changed copy
   */
  public Lane withPairs(Pair... others) {
    return new Lane(
        id,
        mode,
        partition,
        base,
        threshold,
        weights,
        region,
        groups,
        Arrays.asList(others),
        capPpm,
        rounding,
        rebase);
  }

  /**
   * The same lane with a cap.
   *
   * @param ppm the most that its offers take off together, in parts per million of list
   * @return a changed copy
   */
  public Lane cappedAt(long ppm) {
    return new Lane(
        id,
        mode,
        partition,
        base,
        threshold,
        weights,
        region,
        groups,
        pairs,
        OptionalLong.of(ppm),
        rounding,
        rebase);
  }

  /**
   * The same lane with another rounding.
   *
   * @param other the rounding
   * @return a changed copy
   */
  public Lane rounded(AmountRounding other) {
    return new Lane(
        id, mode, partition, base, threshold, weights, region, groups, pairs, capPpm, other,
        rebase);
  }
}
