package dev.akinai.core.spi;

import dev.akinai.base.Text;
import dev.akinai.promotion.OfferId;
import dev.akinai.spi.OfferStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Offers and rulesets, in memory. */
final class MemoryOffers implements OfferStore {

  private final Table<RulesetRow> rulesets;
  private final Table<List<OfferRow>> members;
  private final Table<OfferRow> versions;

  MemoryOffers(UnitLog log) {
    this.rulesets = new Table<>(log);
    this.members = new Table<>(log);
    this.versions = new Table<>(log);
  }

  @Override
  public boolean publish(RulesetRow ruleset, List<OfferRow> added, List<OfferId> retired) {
    long last = last();
    if (ruleset.version() != last + 1) {
      return false;
    }
    Map<String, OfferRow> offers = new TreeMap<>(Text.UTF8_ORDER);
    offers(last).forEach(row -> offers.put(row.id().value(), row));
    retired.forEach(id -> offers.remove(id.value()));
    for (OfferRow row : added) {
      versions.insert(
          Keys.of(row.id().value(), Keys.number(row.version())), row, "version of an offer");
      offers.put(row.id().value(), row);
    }
    String key = Keys.number(ruleset.version());
    rulesets.put(key, ruleset);
    members.put(key, List.copyOf(offers.values()));
    return true;
  }

  @Override
  public List<RulesetRow> newest(int limit) {
    var rows = new ArrayList<RulesetRow>();
    for (long version = last(); version > 0 && rows.size() < limit; version--) {
      find(version).ifPresent(rows::add);
    }
    return rows;
  }

  @Override
  public Optional<RulesetRow> inForce(Instant at) {
    for (long version = last(); version > 0; version--) {
      Optional<RulesetRow> row = find(version);
      if (row.isPresent() && !row.get().activeFrom().isAfter(at)) {
        return row;
      }
    }
    return Optional.empty();
  }

  private long last() {
    return rulesets.last("").map(RulesetRow::version).orElse(0L);
  }

  @Override
  public Optional<RulesetRow> find(long version) {
    return rulesets.find(Keys.number(version));
  }

  @Override
  public List<OfferRow> offers(long ruleset) {
    return members.find(Keys.number(ruleset)).orElse(List.of());
  }

  @Override
  public int lastVersion(OfferId id) {
    return versions.last(Keys.under(id.value())).map(OfferRow::version).orElse(0);
  }
}
