package dev.akinai.jdbc.store;

import dev.akinai.catalog.SkuId;
import dev.akinai.jdbc.generated.tables.records.AkPriceEntryRecord;
import dev.akinai.jdbc.generated.tables.records.AkPriceHistoryRecord;
import dev.akinai.jdbc.generated.tables.records.AkPriceListHistoryRecord;
import dev.akinai.jdbc.generated.tables.records.AkPriceListRecord;
import dev.akinai.member.MemberId;
import dev.akinai.money.CurrencyCode;
import dev.akinai.money.Money;
import dev.akinai.price.Audience;
import dev.akinai.price.PriceEntry;
import dev.akinai.price.PriceList;
import dev.akinai.price.PriceListId;
import dev.akinai.price.PricePoint;
import dev.akinai.price.PricePoint.Change;
import dev.akinai.price.PriceWindow;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns price lists, prices and their history into rows and back. Stateless. */
final class PriceRows {

  /** A key's column cannot be NULL: this start, before any that a window may have, stands for always. */
  static final Instant ALWAYS = Instant.parse("1900-01-01T00:00:00Z");

  private static final String LINE = "\n";

  private PriceRows() {}

  static AkPriceListRecord row(String shop, PriceList list, long version) {
    return new AkPriceListRecord(
        shop,
        list.id().value(),
        list.currency().code(),
        list.currency().digits(),
        list.priority(),
        list.kind().name(),
        list.tax().name(),
        text(list.audience()),
        list.window().from().orElse(null),
        list.window().to().orElse(null),
        list.stance().name(),
        list.visibility().name(),
        list.aggregate().name(),
        list.breaks().name(),
        version);
  }

  static AkPriceListHistoryRecord point(AkPriceListRecord row, Instant at) {
    return new AkPriceListHistoryRecord(
        row.getShop(),
        row.getListId(),
        row.getVer(),
        at,
        row.getCurrency(),
        row.getDigits(),
        row.getPriority(),
        row.getKind(),
        row.getTax(),
        row.getAudience(),
        row.getValidFrom(),
        row.getValidTo(),
        row.getStance(),
        row.getVisibility(),
        row.getAggregateBy(),
        row.getBreaks());
  }

  static PriceList list(AkPriceListRecord row) {
    return new PriceList(
        new PriceListId(row.getListId()),
        PriceList.Kind.valueOf(row.getKind()),
        new CurrencyCode(row.getCurrency(), row.getDigits()),
        PriceList.Tax.valueOf(row.getTax()),
        audience(row.getAudience()),
        window(row.getValidFrom(), row.getValidTo()),
        row.getPriority(),
        PriceList.Stance.valueOf(row.getStance()),
        PriceList.Visibility.valueOf(row.getVisibility()),
        PriceList.Aggregate.valueOf(row.getAggregateBy()),
        PriceList.Breaks.valueOf(row.getBreaks()));
  }

  static AkPriceEntryRecord row(String shop, PriceListId list, PriceEntry entry, long version) {
    return new AkPriceEntryRecord(
        shop,
        entry.sku().value(),
        list.value(),
        entry.price().minor(),
        version,
        entry.floor().map(Money::minor).orElse(null),
        entry.minQty(),
        start(entry.window().from()),
        entry.window().to().orElse(null),
        entry.per(),
        boxed(entry.allotment()),
        boxed(entry.perBuyer()),
        true);
  }

  static AkPriceHistoryRecord point(AkPriceEntryRecord row, Instant at) {
    return new AkPriceHistoryRecord(
        row.getShop(),
        row.getListId(),
        row.getSku(),
        row.getVer(),
        row.getMinor(),
        at,
        row.getMinQty(),
        row.getValidFrom(),
        row.getValidTo(),
        row.getPerQty(),
        row.getActive());
  }

  static PriceEntry entry(AkPriceEntryRecord row, CurrencyCode currency) {
    return new PriceEntry(
        new SkuId(row.getSku()),
        row.getMinQty(),
        Money.of(currency, row.getMinor()),
        row.getPerQty(),
        Optional.ofNullable(row.getLeast()).map(least -> Money.of(currency, least)),
        window(row.getValidFrom(), row.getValidTo()),
        unboxed(row.getAllotment()),
        unboxed(row.getPerBuyer()));
  }

  static PricePoint point(AkPriceHistoryRecord row, CurrencyCode currency) {
    return new PricePoint(
        new PriceListId(row.getListId()),
        new SkuId(row.getSku()),
        row.getVer(),
        row.getActive() ? Change.SET : Change.REMOVED,
        row.getMinQty(),
        Money.of(currency, row.getMinor()),
        row.getPerQty(),
        window(row.getValidFrom(), row.getValidTo()),
        row.getFromAt());
  }

  static PriceEntry.Key key(AkPriceEntryRecord row) {
    return new PriceEntry.Key(
        new SkuId(row.getSku()),
        row.getMinQty(),
        window(row.getValidFrom(), null).from());
  }

  static Instant start(Optional<Instant> from) {
    return from.orElse(ALWAYS);
  }

  private static PriceWindow window(@Nullable Instant from, @Nullable Instant to) {
    return new PriceWindow(
        Optional.ofNullable(from).filter(start -> !start.equals(ALWAYS)), Optional.ofNullable(to));
  }

  private static @Nullable Long boxed(OptionalLong number) {
    return number.isPresent() ? number.getAsLong() : null;
  }

  private static OptionalLong unboxed(@Nullable Long number) {
    return number == null ? OptionalLong.empty() : OptionalLong.of(number);
  }

  /** One name a line, after its kind; no name holds a space or a line break. */
  static String text(Audience audience) {
    return Stream.of(
            lines("channel", audience.channels().stream()),
            lines("customer", audience.customers().stream().map(MemberId::value)),
            lines("group", audience.groups().stream()),
            lines("market", audience.markets().stream()),
            lines("region", audience.regions().stream()),
            lines("tier", audience.tiers().stream()))
        .flatMap(lines -> lines)
        .collect(Collectors.joining(LINE));
  }

  private static Stream<String> lines(String kind, Stream<String> names) {
    return names.map(name -> kind + " " + name);
  }

  private static Audience audience(String text) {
    if (text.isEmpty()) {
      return Audience.EVERYONE;
    }
    Map<String, Set<String>> names = new TreeMap<>();
    for (String line : text.lines().toList()) {
      int space = line.indexOf(' ');
      names
          .computeIfAbsent(line.substring(0, space), kind -> new HashSet<>())
          .add(line.substring(space + 1));
    }
    return new Audience(
        of(names, "customer").stream().map(MemberId::new).collect(Collectors.toSet()),
        of(names, "group"),
        of(names, "tier"),
        of(names, "channel"),
        of(names, "region"),
        of(names, "market"));
  }

  private static Set<String> of(Map<String, Set<String>> names, String kind) {
    return names.getOrDefault(kind, Set.of());
  }
}
