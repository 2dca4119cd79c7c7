package dev.akinai.jdbc.store;

import static dev.akinai.jdbc.generated.Tables.AK_PRICE_ENTRY;
import static dev.akinai.jdbc.generated.Tables.AK_PRICE_HISTORY;
import static dev.akinai.jdbc.generated.Tables.AK_PRICE_LIST;

import dev.akinai.base.InvalidInputException;
import dev.akinai.base.Text;
import dev.akinai.catalog.SkuId;
import dev.akinai.jdbc.generated.tables.records.AkPriceEntryRecord;
import dev.akinai.jdbc.generated.tables.records.AkPriceHistoryRecord;
import dev.akinai.jdbc.generated.tables.records.AkPriceListRecord;
import dev.akinai.money.CurrencyCode;
import dev.akinai.money.Money;
import dev.akinai.price.PriceEntry;
import dev.akinai.price.PriceList;
import dev.akinai.price.PriceListId;
import dev.akinai.price.PricePoint;
import dev.akinai.price.Prices;
import dev.akinai.spi.PriceStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Price lists, prices and their history in tables. For one thread. */
final class JdbcPriceStore implements PriceStore {

  private final StoreScope scope;

  JdbcPriceStore(StoreScope scope) {
    this.scope = scope;
  }

  @Override
  public void put(PriceList list) {
    var row = new AkPriceListRecord(
        scope.shop(),
        list.id().value(),
        list.currency().code(),
        list.currency().digits(),
        list.priority());
    Upserts.put(
        scope,
        AK_PRICE_LIST,
        List.of(row),
        List.of(AK_PRICE_LIST.CURRENCY, AK_PRICE_LIST.DIGITS, AK_PRICE_LIST.PRIORITY));
  }

  @Override
  public Optional<PriceList> list(PriceListId id) {
    return scope
        .dsl()
        .selectFrom(AK_PRICE_LIST)
        .where(AK_PRICE_LIST.SHOP.eq(scope.shop()))
        .and(AK_PRICE_LIST.LIST_ID.eq(id.value()))
        .fetchOptional()
        .map(JdbcPriceStore::list);
  }

  private static PriceList list(AkPriceListRecord row) {
    return new PriceList(
        new PriceListId(row.getListId()),
        new CurrencyCode(row.getCurrency(), row.getDigits()),
        row.getPriority());
  }

  @Override
  public int set(PriceListId list, List<PriceEntry> entries, Instant at) {
    Keys.requireAtMost("prices", Prices.MAX_ENTRIES, entries);
    Keys.requireOnce("prices", entries, PriceEntry::sku);
    requireCurrency(lockList(list), entries);
    Map<String, AkPriceEntryRecord> current = lockPrices(list, entries);
    List<AkPriceEntryRecord> changed = entries.stream()
        .sorted(Comparator.comparing(each -> each.sku().value(), Text.UTF8_ORDER))
        .filter(each -> isChange(current.get(each.sku().value()), each))
        .map(each -> next(list, current.get(each.sku().value()), each))
        .toList();
    Upserts.put(
        scope,
        AK_PRICE_ENTRY,
        changed,
        List.of(AK_PRICE_ENTRY.MINOR, AK_PRICE_ENTRY.VER, AK_PRICE_ENTRY.LEAST));
    scope.insertAll(
        AK_PRICE_HISTORY,
        changed.stream()
            .filter(each -> isNewPrice(current.get(each.getSku()), each.getMinor()))
            .map(each -> point(each, at))
            .toList());
    return changed.size();
  }

  /** One writer of a list at a time: a price that is not there yet has no row to lock. */
  private PriceList lockList(PriceListId id) {
    return scope
        .dsl()
        .selectFrom(AK_PRICE_LIST)
        .where(AK_PRICE_LIST.SHOP.eq(scope.shop()))
        .and(AK_PRICE_LIST.LIST_ID.eq(id.value()))
        .forUpdate()
        .fetchOptional()
        .map(JdbcPriceStore::list)
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

  private Map<String, AkPriceEntryRecord> lockPrices(PriceListId list, List<PriceEntry> entries) {
    var current = new HashMap<String, AkPriceEntryRecord>();
    for (List<String> chunk : Keys.chunks(entries.stream().map(PriceEntry::sku).toList())) {
      scope
          .dsl()
          .selectFrom(AK_PRICE_ENTRY)
          .where(AK_PRICE_ENTRY.SHOP.eq(scope.shop()))
          .and(AK_PRICE_ENTRY.SKU.in(chunk))
          .and(AK_PRICE_ENTRY.LIST_ID.eq(list.value()))
          .orderBy(AK_PRICE_ENTRY.SKU)
          .forUpdate()
          .forEach(row -> current.put(row.getSku(), row));
    }
    return current;
  }

  private static boolean isChange(@Nullable AkPriceEntryRecord current, PriceEntry entry) {
    return isNewPrice(current, entry.price().minor())
        || !Objects.equals(Objects.requireNonNull(current).getLeast(), least(entry));
  }

  private static boolean isNewPrice(@Nullable AkPriceEntryRecord current, long minor) {
    return current == null || current.getMinor() != minor;
  }

  private static @Nullable Long least(PriceEntry entry) {
    return entry.floor().map(Money::minor).orElse(null);
  }

  private AkPriceEntryRecord next(
      PriceListId list, @Nullable AkPriceEntryRecord current, PriceEntry entry) {
    return new AkPriceEntryRecord(
        scope.shop(),
        entry.sku().value(),
        list.value(),
        entry.price().minor(),
        version(current, entry),
        least(entry));
  }

  private static long version(@Nullable AkPriceEntryRecord current, PriceEntry entry) {
    long last = current == null ? 0 : current.getVer();
    return isNewPrice(current, entry.price().minor()) ? last + 1 : last;
  }

  private static AkPriceHistoryRecord point(AkPriceEntryRecord row, Instant at) {
    return new AkPriceHistoryRecord(
        row.getShop(), row.getListId(), row.getSku(), row.getVer(), row.getMinor(), at);
  }

  @Override
  public Map<SkuId, Map<PriceList, PriceEntry>> prices(
      CurrencyCode currency, Collection<SkuId> skus) {
    Keys.requireAtMost("SKUs", 2_000, skus);
    var found = new LinkedHashMap<SkuId, Map<PriceList, PriceEntry>>();
    for (List<String> chunk : Keys.chunks(skus)) {
      scope
          .dsl()
          .select(
              AK_PRICE_ENTRY.SKU,
              AK_PRICE_ENTRY.MINOR,
              AK_PRICE_LIST.LIST_ID,
              AK_PRICE_LIST.PRIORITY,
              AK_PRICE_ENTRY.LEAST)
          .from(AK_PRICE_ENTRY)
          .join(AK_PRICE_LIST)
          .on(AK_PRICE_LIST.SHOP.eq(AK_PRICE_ENTRY.SHOP))
          .and(AK_PRICE_LIST.LIST_ID.eq(AK_PRICE_ENTRY.LIST_ID))
          .where(AK_PRICE_ENTRY.SHOP.eq(scope.shop()))
          .and(AK_PRICE_ENTRY.SKU.in(chunk))
          .and(AK_PRICE_LIST.CURRENCY.eq(currency.code()))
          .and(AK_PRICE_LIST.DIGITS.eq(currency.digits()))
          .forEach(row -> found
              .computeIfAbsent(new SkuId(row.value1()), sku -> new LinkedHashMap<>())
              .put(
                  new PriceList(new PriceListId(row.value3()), currency, row.value4()),
                  new PriceEntry(
                      new SkuId(row.value1()),
                      Money.of(currency, row.value2()),
                      Optional.ofNullable(row.value5()).map(least -> Money.of(currency, least)))));
    }
    return found;
  }

  @Override
  public List<PricePoint> history(PriceListId list, SkuId sku, int limit) {
    var newestFirst = new ArrayList<PricePoint>(scope
        .dsl()
        .select(
            AK_PRICE_HISTORY.VER,
            AK_PRICE_HISTORY.MINOR,
            AK_PRICE_HISTORY.FROM_AT,
            AK_PRICE_LIST.CURRENCY,
            AK_PRICE_LIST.DIGITS)
        .from(AK_PRICE_HISTORY)
        .join(AK_PRICE_LIST)
        .on(AK_PRICE_LIST.SHOP.eq(AK_PRICE_HISTORY.SHOP))
        .and(AK_PRICE_LIST.LIST_ID.eq(AK_PRICE_HISTORY.LIST_ID))
        .where(AK_PRICE_HISTORY.SHOP.eq(scope.shop()))
        .and(AK_PRICE_HISTORY.LIST_ID.eq(list.value()))
        .and(AK_PRICE_HISTORY.SKU.eq(sku.value()))
        .orderBy(AK_PRICE_HISTORY.VER.desc())
        .limit(limit)
        .fetch(row -> new PricePoint(
            list,
            sku,
            row.value1(),
            Money.of(new CurrencyCode(row.value4(), row.value5()), row.value2()),
            row.value3())));
    Collections.reverse(newestFirst);
    return newestFirst;
  }
}
