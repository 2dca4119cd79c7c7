package dev.akinai.core.price;

import static dev.akinai.core.price.RandomPrices.CNY;
import static dev.akinai.core.price.RandomPrices.TEA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.akinai.money.Money;
import dev.akinai.price.Audience;
import dev.akinai.price.PriceEntry;
import dev.akinai.price.PriceHistory;
import dev.akinai.price.PriceHistory.Span;
import dev.akinai.price.PriceList;
import dev.akinai.price.PriceList.Kind;
import dev.akinai.price.PriceListPoint;
import dev.akinai.price.PricePoint;
import dev.akinai.price.PricePoint.Change;
import dev.akinai.price.PricePolicy;
import dev.akinai.price.PriceView;
import dev.akinai.price.PriceWindow;
import dev.akinai.price.ReferencePolicy;
import dev.akinai.price.ReferencePrice;
import dev.akinai.price.UnitPrice;
import dev.akinai.spi.PriceStore;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

/** What may be announced, and what everybody paid. */
class ReferencesTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final ReferencePolicy UTC = ReferencePolicy.in(ZoneOffset.UTC);
  private static final PriceList REGULAR = PriceList.regular("regular", CNY);
  private static final PriceList SALE = PriceList.of("sale", Kind.SALE, CNY);
  private static final PriceView VIEW = PriceView.of(TEA, CNY);

  private final List<PriceListPoint> lists = new ArrayList<>();
  private final List<PricePoint> points = new ArrayList<>();
  private final Map<String, Long> versions = new HashMap<>();

  private static Instant day(long number) {
    return START.plus(Duration.ofDays(number));
  }

  private static UnitPrice price(long minor) {
    return new UnitPrice(Money.of(CNY, minor), 1);
  }

  private void put(PriceList list, Instant at) {
    lists.add(new PriceListPoint(list, version("list " + list.id()), at));
  }

  private void set(PriceList list, long minor, Instant at) {
    set(list, new PriceEntry(TEA, Money.of(CNY, minor)), at, Change.SET);
  }

  private void set(PriceList list, PriceEntry entry, Instant at, Change change) {
    points.add(PricePoint.of(list.id(), version(list.id().value()), change, entry, at));
  }

  private long version(String of) {
    return versions.merge(of, 1L, Long::sum);
  }

  private PriceHistory history(PriceView view, Instant at) {
    return PublicPrices.history(new PriceStore.Log(lists, points), view, PricePolicy.DEFAULT, at);
  }

  private Optional<ReferencePrice> reference(Instant at, ReferencePolicy policy) {
    return References.of(history(VIEW, at), policy);
  }

  private int announced(Instant at, ReferencePolicy policy) {
    return reference(at, policy)
        .map(ReferencePrice::announcedPercent)
        .orElseThrow()
        .orElse(-1);
  }

  /** Each price a number of days, one after the other, of the shop's ordinary list. */
  private void prices(long... minorsAndDays) {
    put(REGULAR, START);
    long day = 0;
    for (int i = 0; i < minorsAndDays.length; i += 2) {
      set(REGULAR, minorsAndDays[i], day(day));
      day += minorsAndDays[i + 1];
    }
  }

  @Example
  @Label("case 39: before 1.69, 30-day low 1.29, now 1.29; low 1.39, now 1.49: nothing to announce")
  void announcesNothingAboveTheLow() {
    prices(129, 10, 169, 10, 129, 10);
    ReferencePrice found = reference(day(25), UTC).orElseThrow();
    assertThat(found.lowest()).isEqualTo(price(129));
    assertThat(found.since()).isEqualTo(day(20));
    assertThat(found.announcedPercent()).isEmpty();
  }

  @Example
  void announcesNothingAboveAnEarlierLow() {
    prices(139, 10, 169, 10, 149, 10);
    assertThat(reference(day(25), UTC).orElseThrow().lowest()).isEqualTo(price(139));
    assertThat(announced(day(25), UTC)).isEqualTo(-1);
  }

  @Example
  void roundsTheAnnouncedPercentageDown() {
    prices(300, 40, 201, 10);
    assertThat(announced(day(45), UTC)).isEqualTo(33);
  }

  @Example
  @Label(
      "a price still in force at the start of the days counts, one that ended exactly then does not")
  void countsWhatWasInForceAtTheStart() {
    prices(100, 10, 200, 30, 150, 10);
    assertThat(reference(day(40), UTC).orElseThrow().lowest()).isEqualTo(price(200));
    assertThat(announced(day(40), UTC)).isEqualTo(25);
    assertThat(reference(day(40), UTC.withDays(31)).orElseThrow().lowest()).isEqualTo(price(100));
  }

  @Example
  void goesBackToTheFirstDayOfGoodsSoldForLess() {
    prices(200, 5, 150, 10);
    assertThat(announced(day(6), UTC)).isEqualTo(25);
    assertThat(reference(day(3), UTC)).isEmpty();
    assertThat(reference(START.minusSeconds(1), UTC)).isEmpty();
  }

  @Example
  @Label(
      "days are calendar days of the market: across the clock change of 2026-03-29 they are an hour less")
  void countsCalendarDays() {
    ReferencePolicy berlin = ReferencePolicy.in(ZoneId.of("Europe/Berlin"));
    put(REGULAR, START);
    Instant start = Instant.parse("2026-03-09T23:00:00Z"); // midnight in Berlin, winter
    set(REGULAR, 100, start.minus(Duration.ofDays(9)));
    set(REGULAR, 200, start);
    Instant reduced = Instant.parse("2026-04-08T22:00:00Z"); // midnight in Berlin, summer
    set(REGULAR, 150, reduced);

    assertThat(reference(reduced, berlin).orElseThrow().windowFrom()).isEqualTo(start);
    assertThat(announced(reduced, berlin)).isEqualTo(25);
    assertThat(announced(reduced, UTC)).isEqualTo(-1);
  }

  @Example
  @Label("a start that falls into a gap of the clock is the gap's end")
  void startsAfterAGap() {
    ReferencePolicy berlin = ReferencePolicy.in(ZoneId.of("Europe/Berlin"));
    put(REGULAR, START);
    set(REGULAR, 200, START);
    set(REGULAR, 150, Instant.parse("2026-04-28T00:30:00Z")); // 02:30 in Berlin
    assertThat(reference(day(200), berlin).orElseThrow().windowFrom())
        .isEqualTo(Instant.parse("2026-03-29T01:00:00Z"));
  }

  @Example
  void comparesEachReductionWithTheDaysBeforeItUnlessTheSeriesIsProgressive() {
    prices(200, 40);
    put(SALE, START);
    set(SALE, 160, day(40));
    set(SALE, 140, day(50));
    set(SALE, 140, day(52));

    assertThat(announced(day(60), UTC)).isEqualTo(12);
    assertThat(announced(day(60), UTC.progressive())).isEqualTo(30);
    assertThat(reference(day(60), UTC.progressive()).orElseThrow().since()).isEqualTo(day(40));
  }

  @Example
  @Label("a series ends where the price rises, and an ordinary price that fell begins none")
  void endsASeriesAtARise() {
    prices(300, 50, 200, 2);
    put(SALE, START);
    set(SALE, 120, day(70));
    set(SALE, 150, day(72));
    set(SALE, 140, day(74));

    assertThat(reference(day(75), UTC.progressive()).orElseThrow().since()).isEqualTo(day(72));
    assertThat(announced(day(75), UTC.progressive())).isEqualTo(-1);
    assertThat(reference(day(71), UTC.progressive()).orElseThrow().lowest()).isEqualTo(price(200));
  }

  @Example
  void knowsOnlyWhatEverybodyPaid() {
    prices(200, 10);
    PriceList member = PriceList.of("member", Kind.MEMBER, CNY);
    PriceList vip = SALE.withAudience(Audience.EVERYONE.groups("vip"));
    PriceList app =
        PriceList.of("app", Kind.SALE, CNY).withAudience(Audience.EVERYONE.channels("app"));
    put(member.withVisibility(PriceList.Visibility.PUBLIC), START);
    put(vip, START);
    put(app, START);
    set(member, 10, day(1));
    set(vip, 20, day(1));
    set(app, 30, day(1));

    assertThat(history(VIEW, day(5)).spans()).extracting(Span::price).containsExactly(price(200));
    assertThat(history(VIEW.inChannel("app"), day(5)).spans())
        .extracting(Span::price)
        .containsExactly(price(200), price(30));
  }

  @Example
  @Label(
      "a price set ahead counts from its window on, and one set for the past from when it was set")
  void readsThePastAsItWasKnown() {
    prices(200, 10);
    put(SALE, START);
    PriceEntry ahead =
        new PriceEntry(TEA, Money.of(CNY, 150)).withWindow(PriceWindow.between(day(3), day(5)));
    set(SALE, ahead, day(1), Change.SET);
    PriceEntry late =
        new PriceEntry(TEA, Money.of(CNY, 100)).withWindow(PriceWindow.between(day(2), day(9)));
    set(SALE, late, day(7), Change.SET);
    set(SALE, late, day(8), Change.REMOVED);

    assertThat(history(VIEW, day(20)).spans())
        .containsExactly(
            new Span(price(200), price(200), START, Optional.of(day(3))),
            new Span(price(150), price(200), day(3), Optional.of(day(5))),
            new Span(price(200), price(200), day(5), Optional.of(day(7))),
            new Span(price(100), price(200), day(7), Optional.of(day(8))),
            new Span(price(200), price(200), day(8), Optional.empty()));
  }

  @Example
  void followsChangesOfTheListItself() {
    prices(200, 10);
    put(SALE.withVisibility(PriceList.Visibility.PRIVATE), START);
    set(SALE, 150, day(1));
    put(SALE, day(4));
    put(SALE.withWindow(PriceWindow.between(START, day(6))), day(5));

    assertThat(history(VIEW, day(20)).spans())
        .extracting(Span::price)
        .containsExactly(price(200), price(150), price(200));
    assertThat(history(VIEW, day(5)).spans())
        .last()
        .extracting(Span::to)
        .isEqualTo(Optional.empty());
  }

  @Example
  @Label("a change that was written later counts no earlier, though its writer's clock was behind")
  void keepsTheOrderOfWrites() {
    put(REGULAR, START);
    set(REGULAR, 200, day(2));
    set(REGULAR, 100, day(1));

    assertThat(history(VIEW, day(20)).spans())
        .containsExactly(new Span(price(100), price(100), day(2), Optional.empty()));
  }

  @Example
  void breaksOffWhereThereWasNoPrice() {
    prices(200, 10);
    set(REGULAR, new PriceEntry(TEA, Money.of(CNY, 200)), day(4), Change.REMOVED);
    set(REGULAR, 200, day(6));

    assertThat(history(VIEW, day(9)).spans()).hasSize(2);
    assertThat(reference(day(5), UTC)).isEmpty();
    assertThat(reference(day(9), UTC).orElseThrow().since()).isEqualTo(day(6));
    assertThat(announced(day(9), UTC)).isEqualTo(-1);
  }

  @Property
  @Label(
      "L-PRI-53 the reference is the least price of the days and one of them, and never rises with them")
  void isTheLowestOfTheDays(@ForAll Random random, @ForAll @IntRange(min = 30, max = 90) int days) {
    lists.clear();
    points.clear();
    versions.clear();
    var minors = new long[2 * (1 + random.nextInt(12))];
    for (int i = 0; i < minors.length; i += 2) {
      minors[i] = List.of(0L, 1L, 90L, 100L, 100L, 120L, 333L).get(random.nextInt(7));
      minors[i + 1] = 1 + random.nextInt(25);
    }
    prices(minors);
    Instant at = day(random.nextInt(300));
    PriceHistory history = history(VIEW, at);

    Optional<ReferencePrice> found = References.of(history, UTC.withDays(days));

    Statistics.collect(found
        .flatMap(each -> each.announcedPercent().stream().boxed().findAny())
        .map(percent -> "announced")
        .orElse("not"));
    Statistics.coverage(check -> check.check("announced").percentage(share -> share > 10));
    found.ifPresent(each -> {
      isLowest(each, days, daily(minors), at);
      isHonest(each);
      assertThat(References.of(history, UTC.withDays(days + 1)).orElseThrow().lowest())
          .isLessThanOrEqualTo(each.lowest());
    });
  }

  /** The price of each day, the last one going on. */
  private static long[] daily(long... minorsAndDays) {
    var daily = new long[1_000];
    int day = 0;
    for (int i = 0; i < minorsAndDays.length; i += 2) {
      Arrays.fill(daily, day, daily.length, minorsAndDays[i]);
      day += (int) minorsAndDays[i + 1];
    }
    return daily;
  }

  private static void isLowest(ReferencePrice found, int days, long[] daily, Instant at) {
    int since = (int) Duration.between(START, at).toDays();
    while (since > 0 && daily[since - 1] == daily[since]) {
      since--;
    }
    assertThat(found.since()).isEqualTo(day(since));
    assertThat(found.lowest().price().minor())
        .isEqualTo(Arrays.stream(daily, Math.max(0, since - days), since).min().orElseThrow());
  }

  private static void isHonest(ReferencePrice found) {
    long now = found.now().price().minor();
    long low = found.lowest().price().minor();
    assertThat(found.announcedPercent().isPresent()).isEqualTo(now < low);
    found
        .announcedPercent()
        .ifPresent(percent -> assertThat(percent * low)
            .isLessThanOrEqualTo(100 * (low - now))
            .isGreaterThan(100 * (low - now) - low));
  }
}
