package dev.akinai.jdbc.store;

import static dev.akinai.jdbc.generated.Tables.AK_PRICE_ENTRY;
import static dev.akinai.jdbc.generated.Tables.AK_PRICE_HISTORY;
import static dev.akinai.jdbc.generated.Tables.AK_PRICE_LIST;
import static dev.akinai.jdbc.generated.Tables.AK_PRICE_LIST_HISTORY;

import dev.akinai.base.InvalidInputException;
import dev.akinai.catalog.SkuId;
import dev.akinai.jdbc.generated.tables.records.AkPriceListRecord;
import dev.akinai.money.CurrencyCode;
import dev.akinai.price.ListedPrice;
import dev.akinai.price.PriceEntry;
import dev.akinai.price.PriceList;
import dev.akinai.price.PriceListId;
import dev.akinai.price.PriceListPoint;
import dev.akinai.price.PricePoint;
import dev.akinai.price.Prices;
import dev.akinai.spi.PriceStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Record;
import org.jooq.ResultQuery;

/** Price lists, prices and their history in tables. For one thread. */
final class JdbcPriceStore implements PriceStore {

  private final StoreScope scope;

  JdbcPriceStore(StoreScope scope) {
    this.scope = scope;
  }

  @Override
  public void put(PriceList list, Instant at) {
    AkPriceListRecord first = PriceRows.row(scope.shop(), list, 1);
    Optional<AkPriceListRecord> known = lock(list.id());
    if (known.isEmpty() && scope.insertOnce(AK_PRICE_LIST, first)) {
      scope.insertAll(AK_PRICE_LIST_HISTORY, List.of(PriceRows.point(first, at)));
    } else {
      AkPriceListRecord before =
          known.orElseGet(() -> StoreScope.newest(lock(list.id()).orElse(null)));
      change(before, list, at);
    }
  }

  private void change(AkPriceListRecord before, PriceList list, Instant at) {
    PriceList known = PriceRows.list(before);
    requireKept(known, list);
    if (!known.equals(list)) {
      AkPriceListRecord next = PriceRows.row(scope.shop(), list, before.getVer() + 1);
      Upserts.put(
          scope,
          AK_PRICE_LIST,
          List.of(next),
          List.of(
              AK_PRICE_LIST.PRIORITY,
              AK_PRICE_LIST.TAX,
              AK_PRICE_LIST.AUDIENCE,
              AK_PRICE_LIST.VALID_FROM,
              AK_PRICE_LIST.VALID_TO,
              AK_PRICE_LIST.STANCE,
              AK_PRICE_LIST.VISIBILITY,
              AK_PRICE_LIST.AGGREGATE_BY,
              AK_PRICE_LIST.BREAKS,
              AK_PRICE_LIST.VER));
      scope.insertAll(AK_PRICE_LIST_HISTORY, List.of(PriceRows.point(next, at)));
    }
  }

  private static void requireKept(PriceList known, PriceList list) {
    if (!known.currency().equals(list.currency()) || known.kind() != list.kind()) {
      throw new InvalidInputException(
          "The currency and kind (%s, %s) of the price list %s must stay (%s, %s). Maybe make another list."
              .formatted(list.currency(), list.kind(), list.id(), known.currency(), known.kind()));
    }
  }

  @Override
  public Optional<PriceList> list(PriceListId id) {
    return scope
        .dsl()
        .selectFrom(AK_PRICE_LIST)
        .where(AK_PRICE_LIST.SHOP.eq(scope.shop()))
        .and(AK_PRICE_LIST.LIST_ID.eq(id.value()))
        .fetchOptional()
        .map(PriceRows::list);
  }

  /** One writer of a list at a time: a price that is not there yet has no row to lock. */
  private Optional<AkPriceListRecord> lock(PriceListId id) {
    return scope
        .dsl()
        .selectFrom(AK_PRICE_LIST)
        .where(AK_PRICE_LIST.SHOP.eq(scope.shop()))
        .and(AK_PRICE_LIST.LIST_ID.eq(id.value()))
        .forUpdate()
        .fetchOptional();
  }

  @Override
  public int set(PriceListId list, List<PriceEntry> entries, Instant at) {
    Keys.requireAtMost("prices", Prices.MAX_ENTRIES, entries);
    Keys.requireOnce("prices", entries, PriceEntry::key);
    requireCurrency(lockKnown(list), entries);
    return new PriceWrites(scope, list, at).set(entries);
  }

  @Override
  public int remove(PriceListId list, Collection<PriceEntry.Key> keys, Instant at) {
    Keys.requireAtMost("prices", Prices.MAX_ENTRIES, keys);
    Keys.requireOnce("prices", List.copyOf(keys), key -> key);
    lockKnown(list);
    return new PriceWrites(scope, list, at).remove(keys);
  }

  private PriceList lockKnown(PriceListId id) {
    return lock(id)
        .map(PriceRows::list)
        .orElseThrow(() -> new InvalidInputException(
            "The price list (%s) must exist, but does not. Maybe put it first.".formatted(id)));
  }

  private static void requireCurrency(PriceList list, List<PriceEntry> entries) {
    for (PriceEntry each : entries) {
      if (!each.price().currency().equals(list.currency())) {
        throw new InvalidInputException(
            "The prices of %s must be in %s with %d digits, but one was in %s. Maybe use another list."
                .formatted(
                    list.id(),
                    list.currency(),
                    list.currency().digits(),
                    each.price().currency()));
      }
    }
  }

  @Override
  public Map<SkuId, List<ListedPrice>> prices(CurrencyCode currency, Collection<SkuId> skus) {
    Keys.requireAtMost("SKUs", 2_000, skus);
    var found = new LinkedHashMap<SkuId, List<ListedPrice>>();
    Map<String, PriceList> lists = new HashMap<>();
    for (List<String> chunk : Keys.chunks(skus)) {
      for (Record row : read(currency, chunk)) {
        PriceList list = lists.computeIfAbsent(
            row.get(AK_PRICE_LIST.LIST_ID), id -> PriceRows.list(row.into(AK_PRICE_LIST)));
        PriceEntry entry = PriceRows.entry(row.into(AK_PRICE_ENTRY), currency);
        found
            .computeIfAbsent(entry.sku(), sku -> new ArrayList<>())
            .add(new ListedPrice(list, entry));
      }
    }
    return found;
  }

  private ResultQuery<Record> read(CurrencyCode currency, List<String> skus) {
    return scope
        .dsl()
        .select(AK_PRICE_ENTRY.fields())
        .select(AK_PRICE_LIST.fields())
        .from(AK_PRICE_ENTRY)
        .join(AK_PRICE_LIST)
        .on(AK_PRICE_LIST.SHOP.eq(AK_PRICE_ENTRY.SHOP))
        .and(AK_PRICE_LIST.LIST_ID.eq(AK_PRICE_ENTRY.LIST_ID))
        .where(AK_PRICE_ENTRY.SHOP.eq(scope.shop()))
        .and(AK_PRICE_ENTRY.SKU.in(skus))
        .and(AK_PRICE_ENTRY.ACTIVE)
        .and(AK_PRICE_LIST.CURRENCY.eq(currency.code()))
        .and(AK_PRICE_LIST.DIGITS.eq(currency.digits()))
        .orderBy(
            AK_PRICE_ENTRY.SKU,
            AK_PRICE_ENTRY.LIST_ID,
            AK_PRICE_ENTRY.MIN_QTY,
            AK_PRICE_ENTRY.VALID_FROM);
  }

  @Override
  public List<PricePoint> history(PriceListId list, SkuId sku, int limit) {
    var newestFirst = new ArrayList<PricePoint>(scope
        .dsl()
        .select(AK_PRICE_HISTORY.fields())
        .select(AK_PRICE_LIST.CURRENCY, AK_PRICE_LIST.DIGITS)
        .from(AK_PRICE_HISTORY)
        .join(AK_PRICE_LIST)
        .on(AK_PRICE_LIST.SHOP.eq(AK_PRICE_HISTORY.SHOP))
        .and(AK_PRICE_LIST.LIST_ID.eq(AK_PRICE_HISTORY.LIST_ID))
        .where(AK_PRICE_HISTORY.SHOP.eq(scope.shop()))
        .and(AK_PRICE_HISTORY.LIST_ID.eq(list.value()))
        .and(AK_PRICE_HISTORY.SKU.eq(sku.value()))
        .orderBy(AK_PRICE_HISTORY.VER.desc())
        .limit(limit)
        .fetch(row -> PriceRows.point(
            row.into(AK_PRICE_HISTORY),
            new CurrencyCode(row.get(AK_PRICE_LIST.CURRENCY), row.get(AK_PRICE_LIST.DIGITS)))));
    Collections.reverse(newestFirst);
    return newestFirst;
  }

  @Override
  public Log log(CurrencyCode currency, SkuId sku) {
    List<PricePoint> points = scope
        .dsl()
        .select(AK_PRICE_HISTORY.fields())
        .from(AK_PRICE_HISTORY)
        .join(AK_PRICE_LIST)
        .on(AK_PRICE_LIST.SHOP.eq(AK_PRICE_HISTORY.SHOP))
        .and(AK_PRICE_LIST.LIST_ID.eq(AK_PRICE_HISTORY.LIST_ID))
        .where(AK_PRICE_HISTORY.SHOP.eq(scope.shop()))
        .and(AK_PRICE_HISTORY.SKU.eq(sku.value()))
        .and(AK_PRICE_LIST.CURRENCY.eq(currency.code()))
        .and(AK_PRICE_LIST.DIGITS.eq(currency.digits()))
        .orderBy(AK_PRICE_HISTORY.LIST_ID, AK_PRICE_HISTORY.VER)
        .fetch(row -> PriceRows.point(row.into(AK_PRICE_HISTORY), currency));
    return new Log(lists(points.stream().map(PricePoint::list).distinct().toList()), points);
  }

  private List<PriceListPoint> lists(List<PriceListId> ids) {
    var points = new ArrayList<PriceListPoint>();
    for (List<String> chunk : Keys.chunks(ids)) {
      scope
          .dsl()
          .selectFrom(AK_PRICE_LIST_HISTORY)
          .where(AK_PRICE_LIST_HISTORY.SHOP.eq(scope.shop()))
          .and(AK_PRICE_LIST_HISTORY.LIST_ID.in(chunk))
          .orderBy(AK_PRICE_LIST_HISTORY.LIST_ID, AK_PRICE_LIST_HISTORY.VER)
          .forEach(row -> points.add(new PriceListPoint(
              PriceRows.list(row.into(AK_PRICE_LIST)), row.getVer(), row.getFromAt())));
    }
    return points;
  }
}
