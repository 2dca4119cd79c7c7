package dev.akinai.core.spi;

import dev.akinai.base.InvalidInputException;
import dev.akinai.catalog.SkuId;
import dev.akinai.money.CurrencyCode;
import dev.akinai.price.ListedPrice;
import dev.akinai.price.PriceEntry;
import dev.akinai.price.PriceList;
import dev.akinai.price.PriceListId;
import dev.akinai.price.PriceListPoint;
import dev.akinai.price.PricePoint;
import dev.akinai.price.PricePoint.Change;
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
import java.util.stream.Stream;

/** Price lists, prices and their history, in memory. */
final class MemoryPrices implements PriceStore {

  private static final int MAX_SKUS = 2_000;
  private static final int MAX_ENTRIES = 2_000;

  private record Row(PriceListId list, PriceEntry entry) {}

  private final Table<PriceList> lists;
  private final Table<PriceListPoint> listHistory;
  private final Table<Row> prices;
  private final Table<PricePoint> history;

  MemoryPrices(UnitLog log) {
    this.lists = new Table<>(log);
    this.listHistory = new Table<>(log);
    this.prices = new Table<>(log);
    this.history = new Table<>(log);
  }

  @Override
  public void put(PriceList list, Instant at) {
    Optional<PriceList> before = list(list.id());
    before.ifPresent(known -> requireKept(known, list));
    if (!before.equals(Optional.of(list))) {
      lists.put(list.id().value(), list);
      String prefix = Keys.under(list.id().value());
      long version = listHistory.last(prefix).map(PriceListPoint::version).orElse(0L) + 1;
      listHistory.put(prefix + Keys.number(version), new PriceListPoint(list, version, at));
    }
  }

  @Override
  public Optional<PriceList> list(PriceListId id) {
    return lists.find(id.value());
  }

  @Override
  public int set(PriceListId list, List<PriceEntry> entries, Instant at) {
    Keys.requireSize("prices", MAX_ENTRIES, entries.size());
    requireOnce(entries.stream().map(PriceEntry::key), entries.size());
    requireCurrency(known(list), entries);
    int changed = 0;
    for (PriceEntry entry : entries) {
      String key = key(list, entry.key());
      Optional<PriceEntry> before = prices.find(key).map(Row::entry);
      if (!before.equals(Optional.of(entry))) {
        prices.put(key, new Row(list, entry));
        changed++;
        if (before.filter(each -> isPricedAs(each, entry)).isEmpty()) {
          remember(list, Change.SET, entry, at);
        }
      }
    }
    return changed;
  }

  @Override
  public int remove(PriceListId list, Collection<PriceEntry.Key> keys, Instant at) {
    Keys.requireSize("prices", MAX_ENTRIES, keys.size());
    requireOnce(keys.stream(), keys.size());
    known(list);
    int removed = 0;
    for (PriceEntry.Key each : keys) {
      Optional<Row> row = prices.find(key(list, each));
      if (row.isPresent()) {
        prices.remove(key(list, each));
        remember(list, Change.REMOVED, row.get().entry(), at);
        removed++;
      }
    }
    return removed;
  }

  @Override
  public Map<SkuId, List<ListedPrice>> prices(CurrencyCode currency, Collection<SkuId> skus) {
    Keys.requireSize("SKUs", MAX_SKUS, skus.size());
    var found = new LinkedHashMap<SkuId, List<ListedPrice>>();
    for (SkuId sku : skus) {
      List<ListedPrice> each = pricesOf(currency, sku);
      if (!each.isEmpty()) {
        found.put(sku, each);
      }
    }
    return Collections.unmodifiableMap(found);
  }

  @Override
  public List<PricePoint> history(PriceListId list, SkuId sku, int limit) {
    var newest = new ArrayDeque<PricePoint>();
    Iterator<PricePoint> each = history.newestFirst(historyOf(sku, list)).iterator();
    while (newest.size() < limit && each.hasNext()) {
      newest.addFirst(each.next());
    }
    return List.copyOf(newest);
  }

  @Override
  public Log log(CurrencyCode currency, SkuId sku) {
    List<PricePoint> points = history
        .under(Keys.under(sku.value()))
        .filter(each -> each.price().currency().equals(currency))
        .toList();
    List<PriceListPoint> headers = points.stream()
        .map(PricePoint::list)
        .distinct()
        .flatMap(list -> listHistory.under(Keys.under(list.value())))
        .toList();
    return new Log(headers, points);
  }

  private List<ListedPrice> pricesOf(CurrencyCode currency, SkuId sku) {
    return prices
        .under(Keys.under(sku.value()))
        .filter(row -> row.entry().price().currency().equals(currency))
        .map(row -> new ListedPrice(known(row.list()), row.entry()))
        .toList();
  }

  private void remember(PriceListId list, Change change, PriceEntry entry, Instant at) {
    String prefix = historyOf(entry.sku(), list);
    long version = history.last(prefix).map(PricePoint::version).orElse(0L) + 1;
    history.put(prefix + Keys.number(version), PricePoint.of(list, version, change, entry, at));
  }

  /** Floors and limits are no part of what a price was. */
  private static boolean isPricedAs(PriceEntry before, PriceEntry entry) {
    return before.price().equals(entry.price())
        && before.per() == entry.per()
        && before.window().equals(entry.window());
  }

  private static String key(PriceListId list, PriceEntry.Key key) {
    return Keys.of(
        key.sku().value(),
        list.value(),
        Keys.number(key.minQty()),
        key.from().map(Keys::instant).orElse(""));
  }

  private static String historyOf(SkuId sku, PriceListId list) {
    return Keys.under(sku.value(), list.value());
  }

  private PriceList known(PriceListId id) {
    return list(id)
        .orElseThrow(() -> new InvalidInputException(
            "The price list must exist before its prices. Maybe put it first."));
  }

  private static void requireKept(PriceList known, PriceList list) {
    if (!known.currency().equals(list.currency()) || known.kind() != list.kind()) {
      throw new InvalidInputException(
          "The currency and kind (%s, %s) of a price list must stay (%s, %s). Maybe make another list."
              .formatted(list.currency(), list.kind(), known.currency(), known.kind()));
    }
  }

  private static void requireCurrency(PriceList list, List<PriceEntry> entries) {
    if (!entries.stream().allMatch(each -> each.price().currency().equals(list.currency()))) {
      throw new InvalidInputException(
          "The prices (%d) must be in the list's currency (%s). Maybe split them by list."
              .formatted(entries.size(), list.currency()));
    }
  }

  private static void requireOnce(Stream<PriceEntry.Key> keys, int size) {
    if (keys.distinct().count() < size) {
      throw new InvalidInputException(
          "The prices (%d) must each be of another SKU, least quantity or start. Maybe keep the last of each."
              .formatted(size));
    }
  }
}
