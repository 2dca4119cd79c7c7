package dev.akinai.core.promotion;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.akinai.base.ShopId;
import dev.akinai.base.Text;
import dev.akinai.core.base.Hashes;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.Ruleset;
import dev.akinai.spi.OfferStore;
import dev.akinai.spi.UnitOfWork;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads rulesets; a published one never changes, so the newest of each shop is kept parsed. Thread-safe. */
public final class Rules {

  private static final Comparator<Offer> CANONICAL = Comparator.comparing(Offer::lane)
      .thenComparing(Comparator.comparingInt(Offer::priority).reversed())
      .thenComparing(offer -> offer.id().value(), Text.UTF8_ORDER);

  private static final Ruleset NONE = of(0, List.of());

  private final Cache<Key, Ruleset> parsed =
      Caffeine.newBuilder().maximumSize(1_000).executor(Runnable::run).build();

  private record Key(ShopId shop, long version, String hash) {}

  /** A ruleset in canonical order with its hash. */
  public static Ruleset of(long version, List<Offer> offers) {
    List<Offer> sorted = offers.stream().sorted(CANONICAL).toList();
    return new Ruleset(version, Hashes.sha256(OfferJson.render(sorted)), sorted);
  }

  /** The newest ruleset of the unit's shop. */
  public Ruleset current(UnitOfWork unit) {
    Optional<OfferStore.RulesetRow> row = unit.offers().current();
    return row.map(newest -> parsed(unit, newest)).orElse(NONE);
  }

  private Ruleset parsed(UnitOfWork unit, OfferStore.RulesetRow row) {
    var key = new Key(unit.shop(), row.version(), row.hash());
    Ruleset known = parsed.getIfPresent(key);
    if (known != null) {
      return known;
    }
    List<Offer> offers = unit.offers().offers(row.version()).stream()
        .flatMap(offer -> OfferJson.parse(offer.json()).stream())
        .toList();
    Ruleset read = of(row.version(), offers);
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
