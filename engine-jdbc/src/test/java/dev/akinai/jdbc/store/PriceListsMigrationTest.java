package dev.akinai.jdbc.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akinai.base.ShopId;
import dev.akinai.catalog.SkuId;
import dev.akinai.jdbc.engines.Engine;
import dev.akinai.money.CurrencyCode;
import dev.akinai.money.Money;
import dev.akinai.price.ListedPrice;
import dev.akinai.price.PriceEntry;
import dev.akinai.price.PriceList;
import dev.akinai.price.PriceListPoint;
import dev.akinai.price.PricePoint;
import dev.akinai.price.PricePoint.Change;
import dev.akinai.spi.PriceStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Prices of the first tables go on as they were, with their past. */
class PriceListsMigrationTest {

  private static final ShopId SHOP = ShopId.of("shop");
  private static final CurrencyCode JPY = CurrencyCode.of("JPY");
  private static final SkuId TEA = SkuId.of("tea");
  private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
  private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");
  private static final Instant JULY = Instant.parse("2026-07-01T00:00:00Z");

  @ParameterizedTest
  @EnumSource(
      value = Engine.class,
      names = {"H2", "POSTGRESQL", "MARIADB"})
  void keepsPricesAndTheirPast(Engine engine) {
    var database = new RowDatabase(
        engine,
        "INSERT INTO ak_price_list VALUES ('shop', 'old', 'JPY', 0, 3)",
        "INSERT INTO ak_price_entry VALUES ('shop', 'tea', 'old', 90, 2, 80)",
        "INSERT INTO ak_price_history VALUES ('shop', 'old', 'tea', 1, 100, TIMESTAMP '2026-05-01 00:00:00')",
        "INSERT INTO ak_price_history VALUES ('shop', 'old', 'tea', 2, 90, TIMESTAMP '2026-06-01 00:00:00')");
    PriceList old = PriceList.regular("old", JPY).withPriority(3);
    PriceEntry entry = new PriceEntry(TEA, Money.of(JPY, 90)).notBelow("JPY 80");

    Map<SkuId, List<ListedPrice>> found = in(database, prices -> prices.prices(JPY, List.of(TEA)));
    assertThat(found).isEqualTo(Map.of(TEA, List.of(new ListedPrice(old, entry))));
    PriceEntry next = new PriceEntry(TEA, Money.of(JPY, 95));
    int changed = in(database, prices -> prices.set(old.id(), List.of(next), JULY));

    assertThat(changed).isEqualTo(1);
    PriceStore.Log log = in(database, prices -> prices.log(JPY, TEA));
    assertThat(log.prices())
        .containsExactly(point(old, 1, 100, MAY), point(old, 2, 90, JUNE), point(old, 3, 95, JULY));
    assertThat(log.lists()).containsExactly(new PriceListPoint(old, 1, PriceRows.ALWAYS));
  }

  private static PricePoint point(PriceList list, long version, long minor, Instant at) {
    var entry = new PriceEntry(TEA, Money.of(JPY, minor));
    return PricePoint.of(list.id(), version, Change.SET, entry, at);
  }

  private static <T> T in(RowDatabase database, Function<PriceStore, T> work) {
    return database.inTransaction(SHOP, unit -> work.apply(unit.prices()));
  }
}
