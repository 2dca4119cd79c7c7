package dev.akinai.core.pricing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.akinai.promotion.Effect;
import dev.akinai.promotion.Lane;
import dev.akinai.promotion.LaneId;
import dev.akinai.promotion.Limits;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.Ruleset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A ruleset made ready for quotes: conditions as code, offers in the order of application and filed under keys (PRICING 4). The set of live
 * offers changes only at the boundaries of schedules, so there is one index for each interval between two of them. Thread-safe.
 */
public final class CompiledRules {

  private static final int KEPT_INTERVALS = 8;

  final Ruleset ruleset;
  final List<CompiledOffer> offers;
  final List<Lane> lanes;
  final Extensions extensions;
  private final TreeSet<Instant> boundaries = new TreeSet<>();
  private final Map<String, CompiledOffer> byCode = new HashMap<>();
  private final Map<String, CompiledOffer> byId = new HashMap<>();
  private boolean reachesOut;
  private final Cache<Instant, OfferIndex> intervals =
      Caffeine.newBuilder().maximumSize(KEPT_INTERVALS).executor(Runnable::run).build();

  private CompiledRules(Ruleset ruleset, Extensions extensions) {
    this.ruleset = ruleset;
    this.lanes = ruleset.lanes();
    this.extensions = extensions;
    Map<LaneId, Integer> laneIndex = new HashMap<>();
    lanes.forEach(lane -> laneIndex.put(lane.id(), laneIndex.size()));
    var compiled = new ArrayList<CompiledOffer>(ruleset.offers().size());
    for (Offer offer : ruleset.offers()) {
      int lane = Objects.requireNonNull(laneIndex.get(offer.lane()), "lane");
      compiled.add(new CompiledOffer(compiled.size(), offer, lanes.get(lane), lane, extensions));
    }
    offers = List.copyOf(compiled);
    offers.forEach(this::note);
  }

  /** Compiles a ruleset whose offers stand in canonical order. */
  public static CompiledRules of(Ruleset ruleset, Extensions extensions) {
    return new CompiledRules(ruleset, extensions);
  }

  private void note(CompiledOffer offer) {
    offer.offer.schedule().firstInstant().ifPresent(boundaries::add);
    offer.offer.schedule().endInstant().ifPresent(boundaries::add);
    offer.offer.sharedCode().ifPresent(code -> byCode.put(code, offer));
    byId.put(offer.offer.id().value(), offer);
    reachesOut |=
        !offer.offer.limits().equals(Limits.NONE) || offer.offer.effect() instanceof Effect.Gift;
  }

  /** Tells whether any offer looks at something beside the cart: a limit, a gift. */
  boolean reachesOut() {
    return reachesOut;
  }

  Optional<CompiledOffer> withCode(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  Optional<CompiledOffer> withId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The index of the interval that holds an instant; made when it is first asked for. */
  OfferIndex at(Instant at) {
    Instant since = Optional.ofNullable(boundaries.floor(at)).orElse(Instant.MIN);
    return intervals.get(since, each -> new OfferIndex(live(at), offers.size()));
  }

  private List<CompiledOffer> live(Instant at) {
    return offers.stream().filter(offer -> offer.offer.schedule().covers(at)).toList();
  }
}
