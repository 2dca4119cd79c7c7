package dev.akinai.core.pricing;

import dev.akinai.promotion.Effect;
import dev.akinai.promotion.Lane;
import dev.akinai.promotion.Stacking;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which candidates may not be combined: groups, pairs, excluded and exclusive offers (PRICING rows 1, 2; 5.1). Immutable. */
final class Conflicts {

  private final List<Candidate> candidates;
  private final boolean[][] enemies;
  private final int[] groupOf;
  private final Lane.Group[] groups;

  Conflicts(List<Candidate> candidates) {
    this.candidates = candidates;
    int n = candidates.size();
    enemies = new boolean[n][];
    groupOf = new int[n];
    groups = new Lane.Group[n];
    for (int i = 0; i < n; i++) {
      groups[i] = group(candidates.get(i)).orElse(null);
      groupOf[i] = i;
      for (int j = 0; j < i; j++) {
        if (!candidates.get(i).rule.excludes && !candidates.get(j).rule.excludes) {
          continue;
        }
        if (shareGroup(i, j)) {
          groupOf[i] = groupOf[j];
        }
        if (exclude(i, j)) {
          mark(i, j);
          mark(j, i);
        }
      }
    }
  }

  private void mark(int one, int other) {
    if (enemies[one] == null) {
      enemies[one] = new boolean[candidates.size()];
    }
    enemies[one][other] = true;
  }

  boolean areEnemies(int one, int other) {
    return enemies[one] != null && enemies[one][other];
  }

  /** Tells whether two cannot be had together, or share a limited number of places. */
  boolean areRivals(int one, int other) {
    return areEnemies(one, other) || groupOf[one] == groupOf[other];
  }

  boolean hasEnemies(int one) {
    return enemies[one] != null;
  }

  /** The number of the group whose capacity a candidate counts towards; its own number if none. */
  int groupOf(int index) {
    return groupOf[index];
  }

  int capacityOf(int index) {
    Lane.Group group = groups[index];
    return group == null || group.per() == Lane.Partition.BAND
        ? Integer.MAX_VALUE
        : group.capacity();
  }

  /** Tells whether a candidate may join those that are chosen. */
  boolean fits(int index, boolean[] chosen, int upTo) {
    boolean[] own = enemies[index];
    if (own != null) {
      for (int i = 0; i < upTo; i++) {
        if (chosen[i] && own[i]) {
          return false;
        }
      }
    }
    Lane.Group group = groups[index];
    return group == null || group.capacity() == 1 || hasSpace(index, group, chosen, upTo);
  }

  private boolean hasSpace(int index, Lane.Group group, boolean[] chosen, int upTo) {
    if (group.per() == Lane.Partition.BAND) {
      return hasSpaceOnBands(index, group, chosen, upTo);
    }
    int taken = 0;
    for (int i = 0; i < upTo; i++) {
      taken += chosen[i] && i != index && groupOf[i] == groupOf[index] ? 1 : 0;
    }
    return taken < group.capacity();
  }

  private boolean hasSpaceOnBands(int index, Lane.Group group, boolean[] chosen, int upTo) {
    Bits scope = candidates.get(index).scope;
    for (int band = scope.next(0); band >= 0; band = scope.next(band + 1)) {
      int taken = 0;
      for (int i = 0; i < upTo; i++) {
        taken += chosen[i]
                && i != index
                && sameGroup(i, index)
                && candidates.get(i).scope.get(band)
            ? 1
            : 0;
      }
      if (taken >= group.capacity()) {
        return false;
      }
    }
    return true;
  }

  private boolean sameGroup(int one, int other) {
    Lane.Group a = groups[one];
    Lane.Group b = groups[other];
    return a != null
        && b != null
        && a.id().equals(b.id())
        && candidates.get(one).rule.laneIndex == candidates.get(other).rule.laneIndex;
  }

  /** Tells whether two candidates count towards one capacity. */
  private boolean shareGroup(int one, int other) {
    if (!sameGroup(one, other) || groups[one].per() == Lane.Partition.BAND) {
      return false;
    }
    return groups[one].per() == Lane.Partition.CART
        || candidates.get(one).merchant == candidates.get(other).merchant;
  }

  private static Optional<Lane.Group> group(Candidate candidate) {
    Lane lane = candidate.rule.lane;
    return candidate
        .rule
        .offer
        .stacking()
        .group()
        .map(name -> lane.groups().stream()
            .filter(each -> each.id().equals(name))
            .findFirst()
            .orElseGet(() -> new Lane.Group(name, 1, lane.partition())));
  }

  private boolean exclude(int one, int other) {
    Candidate a = candidates.get(one);
    Candidate b = candidates.get(other);
    if (a.rule.offer.id().equals(b.rule.offer.id())) {
      return false; // one offer for two merchants
    }
    return fillOneGroup(one, other)
        || arePaired(a, b)
        || excludes(a, b)
        || excludes(b, a)
        || shutsOut(a, b)
        || shutsOut(b, a)
        || rivals(a, b);
  }

  private boolean fillOneGroup(int one, int other) {
    if (!sameGroup(one, other) || groups[one].capacity() > 1) {
      return false;
    }
    return groups[one].per() == Lane.Partition.BAND
        ? candidates.get(one).scope.meets(candidates.get(other).scope)
        : shareGroup(one, other);
  }

  private static boolean arePaired(Candidate a, Candidate b) {
    if (a.rule.lane.pairs().isEmpty() && b.rule.lane.pairs().isEmpty()) {
      return false;
    }
    return hasPair(a.rule.lane, a, b) || hasPair(b.rule.lane, a, b);
  }

  private static boolean hasPair(Lane lane, Candidate a, Candidate b) {
    Set<Object> both = Set.of(a.rule.offer.id(), b.rule.offer.id());
    return lane.pairs().stream().anyMatch(pair -> both.equals(Set.of(pair.one(), pair.other())));
  }

  private static boolean excludes(Candidate a, Candidate b) {
    Set<String> names = a.rule.offer.stacking().excludes();
    return !names.isEmpty()
        && (names.contains(b.rule.offer.id().value())
            || b.rule.offer.stacking().group().filter(names::contains).isPresent());
  }

  private static boolean shutsOut(Candidate a, Candidate b) {
    Optional<Stacking.Exclusive> exclusive = a.rule.offer.stacking().exclusive();
    if (exclusive.isEmpty()) {
      return false;
    }
    return switch (exclusive.get()) {
      case LANE -> a.rule.laneIndex == b.rule.laneIndex && a.merchant == b.merchant;
      case GOODS -> !isOnCharges(b);
      case ALL -> true;
    };
  }

  static boolean isOnCharges(Candidate candidate) {
    return candidate.rule.lane.id().equals(Lane.SHIPPING)
        || candidate.rule.offer.effect() instanceof Effect.Shipping;
  }

  /** A price that competes with offers shuts out the ITEM and UNIT offers of its band (PRICING 2.3), but no price of other units. */
  private static boolean rivals(Candidate a, Candidate b) {
    return a.isRival() != b.isRival() && a.scope.meets(b.scope) && isOnItems(a) && isOnItems(b);
  }

  private static boolean isOnItems(Candidate candidate) {
    return candidate.rule.lane.id().equals(Lane.ITEM)
        || candidate.rule.lane.id().equals(Lane.UNIT);
  }
}
