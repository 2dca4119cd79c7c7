package dev.akinai.core.pricing;

import dev.akinai.promotion.Lane;
import dev.akinai.promotion.Stacking;
import java.util.Optional;
import java.util.Set;

/** What two offers say of each other. Stateless. */
final class LintPairs {

  private LintPairs() {}

  /** Whether nothing keeps the two from working on the same goods. */
  static boolean canStack(CompiledOffer one, CompiledOffer other) {
    return !shutsOut(one, other)
        && !shutsOut(other, one)
        && !fillOneGroup(one, other)
        && !arePaired(one.lane, one, other)
        && !arePaired(other.lane, one, other);
  }

  /** Whether one offer keeps another out that could be there. */
  static boolean shutsOut(CompiledOffer one, CompiledOffer other) {
    Stacking stacking = one.offer.stacking();
    Set<String> names = stacking.excludes();
    boolean named = names.contains(other.offer.id().value())
        || other.offer.stacking().group().filter(names::contains).isPresent();
    return named || stacking.exclusive().map(what -> shutsOut(what, one, other)).orElse(false);
  }

  private static boolean shutsOut(Stacking.Exclusive what, CompiledOffer one, CompiledOffer other) {
    return switch (what) {
      case LANE -> one.laneIndex == other.laneIndex;
      case GOODS -> !other.lane.id().equals(Lane.SHIPPING);
      case ALL -> true;
    };
  }

  private static boolean fillOneGroup(CompiledOffer one, CompiledOffer other) {
    Optional<String> group = one.offer.stacking().group();
    return group.isPresent()
        && group.equals(other.offer.stacking().group())
        && one.laneIndex == other.laneIndex
        && capacity(one.lane, group.get()) == 1;
  }

  /** How many offers of a group may be combined; a group that the lane does not declare has one place. */
  static int capacity(Lane lane, String name) {
    return lane.groups().stream()
        .filter(group -> group.id().equals(name))
        .findFirst()
        .map(Lane.Group::capacity)
        .orElse(1);
  }

  private static boolean arePaired(Lane lane, CompiledOffer one, CompiledOffer other) {
    Set<Object> both = Set.of(one.offer.id(), other.offer.id());
    return lane.pairs().stream().anyMatch(pair -> both.equals(Set.of(pair.one(), pair.other())));
  }
}
