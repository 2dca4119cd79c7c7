package dev.akinai.testkit.pricing;

import dev.akinai.money.Money;
import dev.akinai.price.PriceEntry;
import dev.akinai.price.PriceHistory;
import dev.akinai.price.PriceList;
import dev.akinai.price.PriceView;
import dev.akinai.price.Prices;
import dev.akinai.price.ReferencePolicy;
import dev.akinai.price.ReferencePrice;
import dev.akinai.pricing.Cart;
import dev.akinai.pricing.CartLine;
import dev.akinai.pricing.PricingInput;
import dev.akinai.pricing.Quote;
import dev.akinai.pricing.QuotePiece;
import dev.akinai.pricing.TaxLine;
import dev.akinai.pricing.TaxTable;
import dev.akinai.promotion.Effect;
import dev.akinai.promotion.Lane;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Taxes, reference prices and schedules: L-PRI-50 to 55. Stateless. */
final class TaxAndTimeLaws {

  private static final List<String> ZONES =
      List.of("Europe/Berlin", "America/New_York", "Asia/Tokyo", "Australia/Lord_Howe");
  private static final Instant WINTER = Instant.parse("2026-01-10T00:00:00Z");

  private TaxAndTimeLaws() {}

  static final List<Law> LIST = List.of(
      Law.of(50, "level RATE rounds once for each invoice and rate", TaxAndTimeLaws::atLevelRate),
      Law.of(51, "goods for nothing bear no tax", TaxAndTimeLaws::nothingForNothing),
      Law.of(52, "with tax included, net and tax are the price", TaxAndTimeLaws::included),
      Law.costing(20, 53, "a reference price is the lowest of its days", TaxAndTimeLaws::reference),
      Law.of(54, "windows that tile a day are open one at a time", TaxAndTimeLaws::tiles),
      Law.of(55, "adjoining schedules leave no gap and no overlap", TaxAndTimeLaws::adjoining));

  private static void atLevelRate(Trial trial) {
    TaxTable table = trial.input.tax();
    trial.assume(!table.rates().isEmpty() && table.level() == TaxTable.Level.RATE);
    Map<List<String>, long[]> sums = new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
    Map<String, Long> ppm = new TreeMap<>();
    for (TaxLine line : trial.quote().tax().lines()) {
      long[] sum =
          sums.computeIfAbsent(List.of(line.invoice(), line.rate().code()), key -> new long[2]);
      sum[0] += line.base().minor();
      sum[1] += line.amount().minor();
      ppm.put(line.rate().code(), line.rate().ppm());
    }
    boolean onTop = table.inclusion() == TaxTable.Inclusion.EXCLUSIVE;
    sums.forEach((key, sum) -> {
      long rate = ppm.getOrDefault(key.get(1), 0L);
      long due = onTop
          ? table.mode().mulDiv(sum[0], rate, 1_000_000)
          : table.mode().mulDiv(sum[0] + sum[1], rate, 1_000_000 + rate);
      trial.requireEqual("the tax of " + key, due, sum[1]);
    });
    trial.assume(sums.values().stream().anyMatch(sum -> sum[1] > 0));
  }

  private static void nothingForNothing(Trial trial) {
    trial.assume(!trial.input.tax().rates().isEmpty());
    Offer all = Offer.of("all", new Effect.Percent(1_000_000)).lane(Lane.ITEM).build();
    PricingInput input = trial.input.withCart(trial.cart.withCharges(List.of()));
    Quote quote = trial.quote(input, trial.rulesWithoutPolicy(List.of(all)));
    trial.assume(quote.list().isPositive() && quote.payable().isZero());
    trial.requireEqual(
        "tax", 0L, quote.tax().added().minor() + quote.tax().included().minor());
    trial.requireEqual("total", 0L, quote.total().minor());
  }

  private static void included(Trial trial) {
    TaxTable table = trial.input.tax();
    trial.assume(!table.rates().isEmpty() && table.inclusion() == TaxTable.Inclusion.INCLUSIVE);
    Quote quote = trial.quote();
    Map<String, Long> gross = new TreeMap<>();
    for (TaxLine line : quote.tax().lines()) {
      gross.merge(
          line.line() + "/" + line.run(), line.base().plus(line.amount()).minor(), Long::sum);
    }
    for (QuotePiece piece : quote.pieces()) {
      String name = piece.line() + "/" + piece.run();
      trial.requireEqual(
          "net and tax of " + name, piece.net().minor(), gross.getOrDefault(name, 0L));
    }
    trial.requireEqual("total", quote.payable(), quote.total());
    trial.assume(quote.tax().included().isPositive());
  }

  // --- reference prices ------------------------------------------------------------------------

  private static void reference(Trial trial) {
    LawShop shop = LawShop.open(trial.subject, 1L + trial.random.nextInt(50), 1);
    PriceList retail = PriceList.regular("retail", LawShop.CNY);
    for (int i = 0; i < 5; i++) {
      trial.subject.clock().advance(Duration.ofHours(1L + trial.random.nextInt(24 * 20)));
      shop.set(retail, new PriceEntry(LawShop.GOODS, price(trial)));
    }
    Prices prices = trial.subject.engine().prices();
    Instant now = trial.subject.clock().instant();
    PriceView view = PriceView.of(LawShop.GOODS, LawShop.CNY);
    ReferencePolicy policy = ReferencePolicy.in(ZoneOffset.UTC);
    Optional<ReferencePrice> found = prices.reference(shop.id, view, now, policy);
    trial.assume(found.isPresent());
    ReferencePrice thirty = found.orElseThrow();
    long lowest = lowest(prices.history(shop.id, view, now), thirty);
    trial.requireEqual("the lowest price", lowest, thirty.lowest().price().minor());
    trial.requireEqual(
        "thirty days before", thirty.since().minus(Duration.ofDays(30)), thirty.windowFrom());
    long longer = prices
        .reference(shop.id, view, now, policy.withDays(60))
        .orElseThrow()
        .lowest()
        .price()
        .minor();
    trial.require(longer <= lowest, "60 days give %d, 30 days %d", longer, lowest);
    trial.require(
        thirty.announcedPercent().isEmpty() || thirty.now().compareTo(thirty.lowest()) < 0,
        "%s is announced at %s",
        thirty.announcedPercent(),
        thirty.now());
  }

  private static Money price(Trial trial) {
    return LawShop.cny(1L + trial.random.nextInt(50));
  }

  private static long lowest(PriceHistory history, ReferencePrice reference) {
    return history.spans().stream()
        .filter(span -> span.from().isBefore(reference.since()))
        .filter(span -> span.to().orElse(Instant.MAX).isAfter(reference.windowFrom()))
        .mapToLong(span -> span.price().price().minor())
        .min()
        .orElse(-1);
  }

  // --- schedules -------------------------------------------------------------------------------

  private static Offer during(Trial trial, String id, Schedule schedule) {
    return Offer.of(id, new Effect.Amount(Money.of(trial.cart.currency(), 1)))
        .currency(trial.cart.currency())
        .lane(Lane.PLATFORM_ORDER)
        .schedule(schedule)
        .build();
  }

  /** The offers that apply to something dear at an instant. */
  private static List<String> live(Trial trial, List<Offer> offers, Instant at) {
    var cart = Cart.in(trial.cart.currency())
        .add(CartLine.of("l", "a", 1).at(Money.of(trial.cart.currency(), 100_000)));
    Quote quote = trial.quote(trial.input.withCart(cart).at(at), trial.rulesWithoutPolicy(offers));
    return quote.applied().stream().map(each -> each.offer().value()).toList();
  }

  private static void tiles(Trial trial) {
    ZoneId zone = zone(trial);
    var offers = new ArrayList<Offer>();
    String[] windows = {"00:00-02:30", "02:30-16:00", "16:00-24:00"};
    for (int i = 0; i < windows.length; i++) {
      Schedule schedule = Schedule.between(
              zone,
              LocalDateTime.parse("2026-01-01T00:00"),
              LocalDateTime.parse("2027-01-01T00:00"))
          .daily(windows[i]);
      offers.add(during(trial, "w" + i, schedule));
    }
    Instant at = nearAChange(trial, zone);
    LocalTime local = at.atZone(zone).toLocalTime();
    int open =
        local.isBefore(LocalTime.of(2, 30)) ? 0 : local.isBefore(LocalTime.of(16, 0)) ? 1 : 2;
    trial.requireEqual(
        "open at " + local + " in " + zone, List.of("w" + open), live(trial, offers, at));
  }

  private static ZoneId zone(Trial trial) {
    return ZoneId.of(ZONES.get(trial.random.nextInt(ZONES.size())));
  }

  /** Within a day of a change of clocks, where the zone has any; else any time of the year. */
  private static Instant nearAChange(Trial trial, ZoneId zone) {
    ZoneOffsetTransition change = zone.getRules().nextTransition(WINTER);
    Instant middle = change == null ? WINTER.plus(Duration.ofDays(60)) : change.getInstant();
    return middle.plusSeconds(trial.random.nextInt(200_000) - 100_000L);
  }

  private static void adjoining(Trial trial) {
    ZoneId zone = zone(trial);
    LocalDateTime middle =
        LocalDateTime.ofInstant(nearAChange(trial, zone), zone).withSecond(0).withNano(0);
    Offer before = during(trial, "before", Schedule.between(zone, middle.minusDays(3), middle));
    Offer after = during(trial, "after", Schedule.between(zone, middle, middle.plusDays(3)));
    Instant boundary = middle.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    List<Offer> both = List.of(before, after);
    trial.requireEqual(
        "live before " + middle + " in " + zone,
        List.of("before"),
        live(trial, both, boundary.minusNanos(1)));
    trial.requireEqual(
        "live at " + middle + " in " + zone, List.of("after"), live(trial, both, boundary));
    Instant far = boundary.plusSeconds(trial.random.nextInt(300_000) - 150_000L);
    boolean first = far.isBefore(boundary);
    trial.requireEqual(
        "live at " + far, List.of(first ? "before" : "after"), live(trial, both, far));
    trial.require(
        !Schedule.resolve(middle.plusMinutes(1), zone).isBefore(Schedule.resolve(middle, zone)),
        "a later local time resolves earlier at %s in %s",
        middle,
        zone);
  }
}
