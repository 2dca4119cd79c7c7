package dev.akinai.jdbc.store;

import static dev.akinai.jdbc.generated.Tables.AK_PRICE_ENTRY;
import static dev.akinai.jdbc.generated.Tables.AK_PRICE_HISTORY;

import dev.akinai.base.Text;
import dev.akinai.catalog.SkuId;
import dev.akinai.jdbc.generated.tables.records.AkPriceEntryRecord;
import dev.akinai.jdbc.generated.tables.records.AkPriceHistoryRecord;
import dev.akinai.price.PriceEntry;
import dev.akinai.price.PriceListId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Changes prices of one list, whose row is locked: what changes is decided on locked rows, each change takes the next number of its SKU, and
 * all of it is written, history included, or nothing. For one call.
 */
final class PriceWrites {

  private static final Comparator<PriceEntry.Key> KEY_ORDER = Comparator.comparing(
          (PriceEntry.Key key) -> key.sku().value(), Text.UTF8_ORDER)
      .thenComparingLong(PriceEntry.Key::minQty)
      .thenComparing(key -> PriceRows.start(key.from()));

  private final StoreScope scope;
  private final PriceListId list;
  private final Instant at;
  private final Map<PriceEntry.Key, AkPriceEntryRecord> current = new HashMap<>();
  private final Map<String, Long> numbers = new HashMap<>();
  private final List<AkPriceEntryRecord> rows = new ArrayList<>();
  private final List<AkPriceHistoryRecord> history = new ArrayList<>();

  PriceWrites(StoreScope scope, PriceListId list, Instant at) {
    this.scope = scope;
    this.list = list;
    this.at = at;
  }

  int set(List<PriceEntry> entries) {
    lock(entries.stream().map(PriceEntry::sku).toList());
    entries.stream().sorted(Comparator.comparing(PriceEntry::key, KEY_ORDER)).forEach(this::set);
    return write();
  }

  int remove(Collection<PriceEntry.Key> keys) {
    lock(keys.stream().map(PriceEntry.Key::sku).toList());
    keys.stream().sorted(KEY_ORDER).forEach(this::remove);
    return write();
  }

  private void lock(List<SkuId> skus) {
    for (List<String> chunk : Keys.chunks(skus)) {
      scope
          .dsl()
          .selectFrom(AK_PRICE_ENTRY)
          .where(AK_PRICE_ENTRY.SHOP.eq(scope.shop()))
          .and(AK_PRICE_ENTRY.SKU.in(chunk))
          .and(AK_PRICE_ENTRY.LIST_ID.eq(list.value()))
          .orderBy(AK_PRICE_ENTRY.SKU, AK_PRICE_ENTRY.MIN_QTY, AK_PRICE_ENTRY.VALID_FROM)
          .forUpdate()
          .forEach(row -> {
            current.put(PriceRows.key(row), row);
            numbers.merge(row.getSku(), row.getVer(), Math::max);
          });
    }
  }

  private void set(PriceEntry entry) {
    @Nullable AkPriceEntryRecord before = current.get(entry.key());
    long version = before == null ? 0 : before.getVer();
    AkPriceEntryRecord row = PriceRows.row(scope.shop(), list, entry, version);
    if (before == null || !isPricedAs(before, row)) {
      number(row);
    } else if (isLimitedAs(before, row)) {
      return;
    }
    rows.add(row);
  }

  private void remove(PriceEntry.Key key) {
    @Nullable AkPriceEntryRecord row = current.get(key);
    if (row != null && row.getActive()) {
      row.setActive(false);
      row.changed(true); // all columns are written, as those of a new row
      number(row);
      rows.add(row);
    }
  }

  private void number(AkPriceEntryRecord row) {
    row.setVer(numbers.merge(row.getSku(), 1L, Long::sum));
    history.add(PriceRows.point(row, at));
  }

  private static boolean isPricedAs(AkPriceEntryRecord before, AkPriceEntryRecord row) {
    return before.getActive()
        && before.getMinor().equals(row.getMinor())
        && before.getPerQty().equals(row.getPerQty())
        && Objects.equals(before.getValidTo(), row.getValidTo());
  }

  private static boolean isLimitedAs(AkPriceEntryRecord before, AkPriceEntryRecord row) {
    return Objects.equals(before.getLeast(), row.getLeast())
        && Objects.equals(before.getAllotment(), row.getAllotment())
        && Objects.equals(before.getPerBuyer(), row.getPerBuyer());
  }

  private int write() {
    Upserts.put(
        scope,
        AK_PRICE_ENTRY,
        rows,
        List.of(
            AK_PRICE_ENTRY.MINOR,
            AK_PRICE_ENTRY.VER,
            AK_PRICE_ENTRY.LEAST,
            AK_PRICE_ENTRY.VALID_TO,
            AK_PRICE_ENTRY.PER_QTY,
            AK_PRICE_ENTRY.ALLOTMENT,
            AK_PRICE_ENTRY.PER_BUYER,
            AK_PRICE_ENTRY.ACTIVE));
    scope.insertAll(AK_PRICE_HISTORY, history);
    return rows.size();
  }
}
