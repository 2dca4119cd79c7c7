package dev.akinai.core.spi;

import dev.akinai.base.InvalidInputException;
import dev.akinai.catalog.SkuId;
import dev.akinai.money.CurrencyCode;
import dev.akinai.price.PriceEntry;
import dev.akinai.price.PriceList;
import dev.akinai.price.PriceListId;
import dev.akinai.price.PricePoint;
import dev.akinai.spi.PriceStore;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Price lists, prices and their history, in memory. */
final class MemoryPrices implements PriceStore {

  private static final int MAX_SKUS = 2_000;

  private record Row(PriceListId list, PriceEntry entry) {}

  private final Table<PriceList> lists;
  private final Table<Row> prices;
  private final Table<PricePoint> history;

  MemoryPrices(UnitLog log) {
    this.lists = new Table<>(log);
    this.prices = new Table<>(log);
    this.history = new Table<>(log);
  }

  @Override
  public void put(PriceList list) {
    lists.put(list.id().value(), list);
  }

  @Override
  public Optional<PriceList> list(PriceListId id) {
    return lists.find(id.value());
  }

  @Override
  public int set(PriceListId list, List<PriceEntry> entries, Instant at) {
    requireSound(list, entries);
    int changed = 0;
    for (PriceEntry entry : entries) {
      String key = Keys.of(entry.sku().value(), list.value());
      var row = new Row(list, entry);
      Optional<Row> before = prices.find(key);
      if (!before.equals(Optional.of(row))) {
        prices.put(key, row);
        changed++;
      }
      if (!before.map(each -> each.entry().price()).equals(Optional.of(entry.price()))) {
        remember(list, entry, at);
      }
    }
    return changed;
  }

  @Override
  public Map<SkuId, Map<PriceList, PriceEntry>> prices(
      CurrencyCode currency, Collection<SkuId> skus) {
    Keys.requireSize("SKUs", MAX_SKUS, skus.size());
    var found = new LinkedHashMap<SkuId, Map<PriceList, PriceEntry>>();
    for (SkuId sku : skus) {
      Map<PriceList, PriceEntry> each = pricesOf(currency, sku);
      if (!each.isEmpty()) {
        found.put(sku, each);
      }
    }
    return Collections.unmodifiableMap(found);
  }

  @Override
  public List<PricePoint> history(PriceListId list, SkuId sku, int limit) {
    var newest = new ArrayDeque<PricePoint>();
    Iterator<PricePoint> each = history.newestFirst(historyOf(list, sku)).iterator();
    while (newest.size() < limit && each.hasNext()) {
      newest.addFirst(each.next());
    }
    return List.copyOf(newest);
  }

  private Map<PriceList, PriceEntry> pricesOf(CurrencyCode currency, SkuId sku) {
    var found = new LinkedHashMap<PriceList, PriceEntry>();
    prices
        .under(Keys.under(sku.value()))
        .forEach(row -> list(row.list())
            .filter(list -> list.currency().equals(currency))
            .ifPresent(list -> found.put(list, row.entry())));
    return Collections.unmodifiableMap(found);
  }

  private void remember(PriceListId list, PriceEntry entry, Instant at) {
    String prefix = historyOf(list, entry.sku());
    long version = history.last(prefix).map(PricePoint::version).orElse(0L) + 1;
    history.put(
        prefix + Keys.number(version),
        new PricePoint(list, entry.sku(), version, entry.price(), at));
  }

  private static String historyOf(PriceListId list, SkuId sku) {
    return Keys.under(list.value(), sku.value());
  }

  private void requireSound(PriceListId id, List<PriceEntry> entries) {
    PriceList list = list(id)
        .orElseThrow(() -> new InvalidInputException(
            "The price list must exist before its prices. Maybe put it first."));
    boolean sound = entries.stream().map(PriceEntry::sku).distinct().count() == entries.size()
        && entries.stream().allMatch(entry -> entry.price().currency().equals(list.currency()));
    if (!sound) {
      throw new InvalidInputException(
          "The prices (%d) must be in the list's currency (%s), each SKU once. Maybe split them by list."
              .formatted(entries.size(), list.currency()));
    }
  }
}
