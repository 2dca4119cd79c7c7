package dev.akinai.core.promotion;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.akinai.base.ShopId;
import dev.akinai.base.Text;
import dev.akinai.core.base.Hashes;
import dev.akinai.promotion.Draft;
import dev.akinai.promotion.Lane;
import dev.akinai.promotion.LaneId;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.Ruleset;
import dev.akinai.promotion.RulesetPolicy;
import dev.akinai.spi.OfferStore;
import dev.akinai.spi.UnitOfWork;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads rulesets; a published one never changes, so the newest of each shop are kept parsed. Thread-safe. */
public final class Rules {

  /** The ruleset of a shop that has published none. */
  public static final Ruleset NONE = of(0, List.of(), Lane.DEFAULTS, RulesetPolicy.DEFAULT);

  private final Cache<Key, Ruleset> parsed =
      Caffeine.newBuilder().maximumSize(1_000).executor(Runnable::run).build();

  private record Key(ShopId shop, long version, String hash) {}

  /** A ruleset with its offers in canonical order, lane by lane, and its hash. */
  public static Ruleset of(
      long version, List<Offer> offers, List<Lane> lanes, RulesetPolicy policy) {
    Map<LaneId, Integer> places = new HashMap<>();
    lanes.forEach(lane -> places.putIfAbsent(lane.id(), places.size()));
    List<Offer> sorted = offers.stream()
        .sorted(Comparator.comparingInt((Offer offer) -> places.getOrDefault(offer.lane(), -1))
            .thenComparing(
                Comparator.comparingInt((Offer offer) -> offer.stacking().priority())
                    .reversed())
            .thenComparing(offer -> offer.id().value(), Text.UTF8_ORDER))
        .toList();
    var unhashed = new Ruleset(version, "", lanes, policy, sorted);
    return new Ruleset(version, Hashes.sha256(OfferJson.render(unhashed)), lanes, policy, sorted);
  }

  /** The ruleset that counts at an instant for the unit's shop. */
  public Ruleset inForce(UnitOfWork unit, Instant at) {
    return unit.offers().inForce(at).map(row -> read(unit, row)).orElse(NONE);
  }

  /** One ruleset of the unit's shop. */
  public Optional<Ruleset> find(UnitOfWork unit, long version) {
    return unit.offers().find(version).map(row -> read(unit, row));
  }

  Ruleset read(UnitOfWork unit, OfferStore.RulesetRow row) {
    var key = new Key(unit.shop(), row.version(), row.hash());
    Ruleset known = parsed.getIfPresent(key);
    if (known != null) {
      return known;
    }
    List<Offer> offers = unit.offers().offers(row.version()).stream()
        .flatMap(offer -> OfferJson.parseStored(offer.json()).offers().stream())
        .toList();
    Draft settings = OfferJson.parseStored(row.settings());
    Ruleset read = of(
        row.version(),
        offers,
        settings.lanes().orElse(Lane.DEFAULTS),
        settings.policy().orElse(RulesetPolicy.DEFAULT));
    if (!read.hash().equals(row.hash())) {
      throw new IllegalStateException(
          "The ruleset %d must have the hash it was published with (%s), but has %s. Maybe its rows were changed by hand."
              .formatted(row.version(), row.hash(), read.hash()));
    }
    // a unit that is undone later leaves an entry that only the same content can find again
    parsed.put(key, read);
    return read;
  }
}
