package dev.akinai.testkit.spi;

import static dev.akinai.testkit.spi.Samples.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.akinai.base.InvalidInputException;
import dev.akinai.catalog.SkuId;
import dev.akinai.member.MemberId;
import dev.akinai.money.CurrencyCode;
import dev.akinai.money.Money;
import dev.akinai.price.Audience;
import dev.akinai.price.ListedPrice;
import dev.akinai.price.PriceEntry;
import dev.akinai.price.PriceList;
import dev.akinai.price.PriceList.Kind;
import dev.akinai.price.PriceListPoint;
import dev.akinai.price.PricePoint;
import dev.akinai.price.PricePoint.Change;
import dev.akinai.price.PriceWindow;
import dev.akinai.spi.PriceStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** R-STO-43, 51, 52: no price without its history, each under its own key, each change with its own number. */
interface PricesContract extends ContractPart {

  CurrencyCode CNY = CurrencyCode.of("CNY");
  PriceList REGULAR = PriceList.regular("regular", CNY);

  private static PriceEntry entry(String sku, long minor) {
    return new PriceEntry(new SkuId(sku), Money.of(CNY, minor));
  }

  private void putLists(PriceList... lists) {
    bench().run(unit -> List.of(lists).forEach(list -> unit.prices().put(list, NOON)));
  }

  private int set(PriceList list, Instant at, PriceEntry... entries) {
    return bench().retrying(unit -> unit.prices().set(list.id(), List.of(entries), at));
  }

  private int remove(Instant at, PriceEntry... entries) {
    List<PriceEntry.Key> keys = List.of(entries).stream().map(PriceEntry::key).toList();
    return bench().retrying(unit -> unit.prices().remove(REGULAR.id(), keys, at));
  }

  private List<PricePoint> history(String sku, int limit) {
    return bench().in(unit -> unit.prices().history(REGULAR.id(), new SkuId(sku), limit));
  }

  private List<ListedPrice> prices(String sku) {
    var id = new SkuId(sku);
    return bench().in(unit -> unit.prices().prices(CNY, List.of(id))).getOrDefault(id, List.of());
  }

  private PriceStore.Log log(String sku) {
    return bench().in(unit -> unit.prices().log(CNY, new SkuId(sku)));
  }

  private static PricePoint point(long version, Change change, PriceEntry entry, Instant at) {
    return PricePoint.of(REGULAR.id(), version, change, entry, at);
  }

  @Test
  @DisplayName("R-STO-43 each price change leaves one history row; a price as before leaves none")
  default void keepsAPriceHistory() {
    putLists(REGULAR);
    assertEquals(2, set(REGULAR, NOON, entry("tea", 1_000), entry("cup", 1_000)));
    assertEquals(0, set(REGULAR, NOON.plusSeconds(60), entry("tea", 1_000), entry("cup", 1_000)));
    assertEquals(1, set(REGULAR, NOON.plusSeconds(120), entry("tea", 900)));
    assertEquals(1, set(REGULAR, NOON.plusSeconds(180), entry("tea", 1_000)));

    List<PricePoint> all = history("tea", 10);
    assertEquals(
        List.of(
            point(1, Change.SET, entry("tea", 1_000), NOON),
            point(2, Change.SET, entry("tea", 900), NOON.plusSeconds(120)),
            point(3, Change.SET, entry("tea", 1_000), NOON.plusSeconds(180))),
        all);
    assertEquals(all.subList(1, 3), history("tea", 2));
    assertEquals(1, history("cup", 10).size());
    assertEquals(all, log("tea").prices());
  }

  @Test
  @DisplayName("R-STO-43 floors and limits are kept with their price and leave no history row")
  default void keepsFloorsAndLimits() {
    PriceList flash = PriceList.of("flash", Kind.FLASH, CNY);
    putLists(flash);
    PriceEntry plain = entry("tea", 1_000);
    PriceEntry floored = plain.notBelow("CNY 8.00");
    PriceEntry limited = floored.allotted(100).atMostPerBuyer(2);
    for (PriceEntry entry : List.of(plain, floored, limited)) {
      assertEquals(1, set(flash, NOON, entry));
      assertEquals(0, set(flash, NOON, entry));
      assertEquals(List.of(new ListedPrice(flash, entry)), prices("tea"));
    }

    assertEquals(1, log("tea").prices().size());
  }

  @Test
  @DisplayName("R-STO-43 a change of a list is a history row too, and a list as before leaves none")
  default void keepsAListHistory() {
    PriceList hidden = REGULAR.withVisibility(PriceList.Visibility.PRIVATE);
    putLists(REGULAR, REGULAR);
    set(REGULAR, NOON, entry("tea", 1_000));
    bench().run(unit -> unit.prices().put(hidden, NOON.plusSeconds(60)));
    bench().run(unit -> unit.prices().put(hidden, NOON.plusSeconds(90)));

    assertEquals(
        List.of(
            new PriceListPoint(REGULAR, 1, NOON),
            new PriceListPoint(hidden, 2, NOON.plusSeconds(60))),
        log("tea").lists());
    assertEquals(new PriceStore.Log(List.of(), List.of()), log("cup"));
  }

  @Test
  @DisplayName("R-STO-43 a price, a removal or a list and its history row are one unit")
  default void changesPriceAndHistoryTogether() {
    putLists(REGULAR);
    assertEquals(1, set(REGULAR, NOON, entry("tea", 1_000)));
    PriceStore.Log before = log("tea");
    Instant later = NOON.plusSeconds(1);

    assertThrows(
        IllegalStateException.class,
        () -> bench().run(unit -> {
          unit.prices().put(REGULAR.withPriority(7), later);
          assertEquals(1, unit.prices().set(REGULAR.id(), List.of(entry("tea", 1)), later));
          assertEquals(
              1, unit.prices().remove(REGULAR.id(), List.of(entry("tea", 1).key()), later));
          assertEquals(3, unit.prices().log(CNY, new SkuId("tea")).prices().size());
          throw new IllegalStateException("refused");
        }));

    assertEquals(before, log("tea"));
    assertEquals(List.of(new ListedPrice(REGULAR, entry("tea", 1_000))), prices("tea"));
  }

  @Test
  @DisplayName("R-STO-51 a list reads back whole: audience, window, stance and the rest")
  default void readsAListBack() {
    Audience audience = Audience.EVERYONE
        .customers(new MemberId("ann"), new MemberId("茶"))
        .groups("vip", "staff")
        .tiers("gold")
        .channels("app")
        .regions("de-bw", "de-by")
        .markets("de");
    PriceList list = PriceList.of("members", Kind.MEMBER, CNY)
        .withTax(PriceList.Tax.INCLUDED)
        .withAudience(audience)
        .between(NOON, NOON.plusSeconds(60))
        .withPriority(-7)
        .withStance(PriceList.Stance.CLOSED_NOT_COUNTED)
        .withAggregate(PriceList.Aggregate.SPU)
        .withBreaks(PriceList.Breaks.GRADUATED);
    putLists(list);
    set(list, NOON, entry("tea", 1));

    assertEquals(Optional.of(list), bench().in(unit -> unit.prices().list(list.id())));
    assertEquals(List.of(new ListedPrice(list, entry("tea", 1))), prices("tea"));
    assertEquals(List.of(new PriceListPoint(list, 1, NOON)), log("tea").lists());
  }

  @Test
  @DisplayName(
      "R-STO-51 prices are read over all lists of their currency, in order of list and key")
  default void readsPricesOfAllLists() {
    PriceList vip = PriceList.regular("vip", CNY).withPriority(5);
    PriceList euro = PriceList.regular("euro", CurrencyCode.of("EUR"));
    putLists(vip, REGULAR, euro);
    PriceEntry ten = entry("tea", 700).from(10).per(100);
    set(vip, NOON, entry("tea", 800));
    set(REGULAR, NOON, ten, entry("tea", 1_000));
    var foreign = new PriceEntry(new SkuId("tea"), Money.of(euro.currency(), 100));
    set(euro, NOON, foreign);

    assertEquals(
        List.of(
            new ListedPrice(REGULAR, entry("tea", 1_000)),
            new ListedPrice(REGULAR, ten),
            new ListedPrice(vip, entry("tea", 800))),
        prices("tea"));
    assertEquals(List.of(), prices("unknown"));
  }

  @Test
  @DisplayName("R-STO-51 a write changes the price of its own quantity and start, and no other")
  default void keepsEachKeyApart() {
    putLists(REGULAR);
    PriceEntry always = entry("tea", 1_000);
    PriceEntry ten = entry("tea", 900).from(10);
    PriceEntry soon = entry("tea", 1_100).withWindow(PriceWindow.from(NOON.plusSeconds(60)));
    PriceEntry brief = entry("tea", 950)
        .withWindow(PriceWindow.between(NOON.minusSeconds(60), NOON.minusSeconds(30)));
    assertEquals(4, set(REGULAR, NOON, soon, ten, brief, always));
    PriceEntry ended = entry("tea", 1_100)
        .withWindow(PriceWindow.between(NOON.plusSeconds(60), NOON.plusSeconds(90)));
    assertEquals(1, set(REGULAR, NOON.plusSeconds(1), ended));

    assertEquals(
        List.of(always, brief, ended, ten),
        prices("tea").stream().map(ListedPrice::entry).toList());
    assertEquals(5, history("tea", 10).size());
    assertThrows(InvalidInputException.class, () -> set(REGULAR, NOON, ended, soon));
  }

  @Test
  @DisplayName("R-STO-51 a list keeps its currency and its kind")
  default void keepsCurrencyAndKind() {
    putLists(REGULAR);

    for (PriceList other : List.of(
        PriceList.regular("regular", CurrencyCode.of("EUR")),
        PriceList.of("regular", Kind.SALE, CNY))) {
      assertThrows(InvalidInputException.class, () -> putLists(other));
    }

    assertEquals(Optional.of(REGULAR), bench().in(unit -> unit.prices().list(REGULAR.id())));
  }

  @Test
  @DisplayName("R-STO-52 a removed price is gone and its end stays; set again, it goes on counting")
  default void countsOverRemovals() {
    putLists(REGULAR);
    PriceEntry tea = entry("tea", 1_000);
    PriceEntry ten = entry("tea", 900).from(10);
    set(REGULAR, NOON, tea, ten);

    assertEquals(1, remove(NOON.plusSeconds(1), tea, entry("cup", 1)));
    assertEquals(0, remove(NOON.plusSeconds(2), tea));
    assertEquals(List.of(new ListedPrice(REGULAR, ten)), prices("tea"));
    assertEquals(1, set(REGULAR, NOON.plusSeconds(3), tea));

    assertEquals(
        List.of(
            point(1, Change.SET, tea, NOON),
            point(2, Change.SET, ten, NOON),
            point(3, Change.REMOVED, tea, NOON.plusSeconds(1)),
            point(4, Change.SET, tea, NOON.plusSeconds(3))),
        history("tea", 10));
  }

  @Test
  @DisplayName("R-STO-52 of 32 writers at once each change of a price and of a list has its number")
  default void countsAmongMany() throws Exception {
    putLists(REGULAR);

    Crowd.of(Bench.THREADS, i -> {
      bench().retrying(unit -> {
        unit.prices().put(REGULAR.withPriority(i + 1), NOON);
        return unit.prices()
            .set(REGULAR.id(), List.of(entry("tea", i + 1), entry("tea-" + i, 1)), NOON);
      });
      return remove(NOON, entry("tea-" + i, 1));
    });

    assertEquals(
        numbers(Bench.THREADS),
        history("tea", 99).stream().map(PricePoint::version).toList());
    assertEquals(
        numbers(2), history("tea-7", 99).stream().map(PricePoint::version).toList());
    assertEquals(
        numbers(Bench.THREADS + 1),
        log("tea").lists().stream().map(PriceListPoint::version).toList());
  }

  @Test
  @DisplayName("R-STO-52 of 32 writers of a new list one makes it, and none is lost")
  default void makesAListOnceAmongMany() throws Exception {
    Crowd.of(
        Bench.THREADS,
        i -> bench().retrying(unit -> {
          unit.prices().put(REGULAR.withPriority(i), NOON);
          return unit.prices().set(REGULAR.id(), List.of(entry("tea", i)), NOON);
        }));

    List<Integer> priorities = new ArrayList<>(log("tea").lists().stream()
        .map(point -> point.list().priority())
        .sorted()
        .toList());
    assertEquals(LongStream.range(0, Bench.THREADS).mapToObj(n -> (int) n).toList(), priorities);
    assertEquals(
        numbers(Bench.THREADS),
        log("tea").lists().stream().map(PriceListPoint::version).toList());
  }

  private static List<Long> numbers(int last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }
}
