package dev.akinai.core.promotion;

import dev.akinai.core.promotion.Reading.Placed;
import dev.akinai.promotion.Lane;
import dev.akinai.promotion.LaneId;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.OfferId;
import dev.akinai.promotion.Schedule;
import dev.akinai.promotion.Stacking;
import dev.akinai.promotion.Stacking.Duty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds mandatory offers of one lane and priority that shut each other out while both run, so that only their ids would decide (V-09).
 * Rivals are looked up by name, never pair by pair, so that many offers cost little. For one thread.
 */
final class MandatoryRules {

  private final Map<LaneId, Lane> lanes;
  private final Issues issues;

  MandatoryRules(Map<LaneId, Lane> lanes, Issues issues) {
    this.lanes = lanes;
    this.issues = issues;
  }

  /** Offers of one rank that were seen, by what others may name them. */
  private static final class Rank {
    private final List<Placed> all = new ArrayList<>();
    private final List<Placed> exclusive = new ArrayList<>();
    private final Map<String, List<Placed>> named = new HashMap<>();
    private final Map<String, List<Placed>> excluding = new HashMap<>();

    void add(Placed placed) {
      Stacking stacking = placed.offer().stacking();
      all.add(placed);
      if (stacking.exclusive().isPresent()) {
        exclusive.add(placed);
      }
      names(placed.offer()).forEach(name -> put(named, name, placed));
      stacking.excludes().forEach(name -> put(excluding, name, placed));
    }

    private static void put(Map<String, List<Placed>> lists, String name, Placed placed) {
      lists.computeIfAbsent(name, unused -> new ArrayList<>()).add(placed);
    }

    List<Placed> named(String name) {
      return named.getOrDefault(name, List.of());
    }

    List<Placed> excluding(String name) {
      return excluding.getOrDefault(name, List.of());
    }
  }

  private record Key(LaneId lane, int priority) {}

  private static List<String> names(Offer offer) {
    List<String> names = new ArrayList<>(List.of(offer.id().value()));
    offer.stacking().group().ifPresent(names::add);
    return names;
  }

  void check(Collection<Placed> offers) {
    Map<Key, Rank> ranks = new LinkedHashMap<>();
    for (Placed placed : offers) {
      Stacking stacking = placed.offer().stacking();
      if (stacking.duty() == Duty.MANDATORY && !issues.isFull()) {
        Key key = new Key(placed.offer().lane(), stacking.priority());
        Rank rank = ranks.computeIfAbsent(key, unused -> new Rank());
        rivals(placed.offer(), rank).stream()
            .filter(
                other -> runTogether(placed.offer().schedule(), other.offer().schedule()))
            .findFirst()
            .ifPresent(other -> note(placed, other));
        rank.add(placed);
      }
    }
  }

  private Set<Placed> rivals(Offer offer, Rank rank) {
    Stacking stacking = offer.stacking();
    Set<Placed> rivals = new LinkedHashSet<>(rank.exclusive);
    if (stacking.exclusive().isPresent()) {
      rivals.addAll(rank.all);
    }
    stacking.excludes().forEach(name -> rivals.addAll(rank.named(name)));
    names(offer).forEach(name -> rivals.addAll(rank.excluding(name)));
    stacking
        .group()
        .filter(name -> holdsOne(offer.lane(), name))
        .ifPresent(name -> addGroup(name, rank, rivals));
    partners(offer).forEach(id -> rivals.addAll(rank.named(id.value())));
    return rivals;
  }

  private static void addGroup(String name, Rank rank, Set<Placed> rivals) {
    rank.named(name).stream()
        .filter(other -> other.offer().stacking().group().equals(Optional.of(name)))
        .forEach(rivals::add);
  }

  /** Whether two offers of a group never go together: not if the group counts on each band, where their scopes may never meet. */
  private boolean holdsOne(LaneId id, String group) {
    Optional<Lane> lane = Optional.ofNullable(lanes.get(id));
    return lane.flatMap(known ->
            known.groups().stream().filter(each -> each.id().equals(group)).findFirst())
        .map(each -> each.capacity() == 1 && each.per() != Lane.Partition.BAND)
        .orElse(lane.filter(known -> known.partition() == Lane.Partition.BAND).isEmpty());
  }

  private List<OfferId> partners(Offer offer) {
    Lane lane = lanes.get(offer.lane());
    List<OfferId> partners = new ArrayList<>();
    for (Lane.Pair pair : lane == null ? List.<Lane.Pair>of() : lane.pairs()) {
      if (pair.one().equals(offer.id())) {
        partners.add(pair.other());
      } else if (pair.other().equals(offer.id())) {
        partners.add(pair.one());
      }
    }
    return partners;
  }

  private static boolean runTogether(Schedule one, Schedule other) {
    return startsBeforeEnd(one, other) && startsBeforeEnd(other, one);
  }

  private static boolean startsBeforeEnd(Schedule one, Schedule other) {
    Optional<Instant> end = other.endInstant();
    return one.firstInstant()
        .filter(start -> end.isPresent() && !start.isBefore(end.get()))
        .isEmpty();
  }

  private void note(Placed placed, Placed other) {
    issues.add(
        placed.place() + "/mandatory",
        "V-09",
        "The mandatory offer (" + placed.offer().id()
            + ") must not be shut out by another of its priority, but is by "
            + other.offer().id() + ". Maybe give one of them a higher priority.");
  }
}
