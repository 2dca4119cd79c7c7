package dev.akinai.core.price;

import dev.akinai.catalog.SkuId;
import dev.akinai.core.price.PriceTerms.Left;
import dev.akinai.core.price.PriceTerms.Units;
import dev.akinai.member.MemberId;
import dev.akinai.money.CurrencyCode;
import dev.akinai.money.Money;
import dev.akinai.price.Audience;
import dev.akinai.price.ListedPrice;
import dev.akinai.price.PriceEntry;
import dev.akinai.price.PriceList;
import dev.akinai.price.PriceList.Kind;
import dev.akinai.price.PriceListId;
import dev.akinai.price.PricePolicy;
import dev.akinai.price.PriceWindow;
import dev.akinai.price.Shopper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Prices of one SKU that collide on purpose: few prices, few quantities, ranks and priorities that tie. */
final class RandomPrices {

  static final CurrencyCode CNY = CurrencyCode.of("CNY");
  static final SkuId TEA = SkuId.of("tea");
  static final Instant NOON = Instant.parse("2026-11-11T12:00:00Z");

  private static final List<Audience> AUDIENCES = List.of(
      Audience.EVERYONE,
      Audience.EVERYONE,
      Audience.EVERYONE,
      Audience.EVERYONE,
      Audience.EVERYONE.channels("app"),
      Audience.EVERYONE.regions("east", "west"),
      Audience.EVERYONE.markets("cn").channels("app"),
      Audience.EVERYONE.groups("vip", "staff"),
      Audience.EVERYONE.tiers("gold"),
      Audience.EVERYONE.customers(MemberId.of("ann")),
      Audience.EVERYONE.groups("nobody"));

  private static final List<PriceWindow> WINDOWS = List.of(
      PriceWindow.ALWAYS,
      PriceWindow.ALWAYS,
      PriceWindow.ALWAYS,
      PriceWindow.ALWAYS,
      PriceWindow.from(NOON),
      PriceWindow.between(NOON.minusSeconds(60), NOON.plusSeconds(60)),
      PriceWindow.between(NOON.minusSeconds(90), NOON),
      PriceWindow.from(NOON.plusSeconds(1)));

  private static final List<PricePolicy> POLICIES = List.of(
      PricePolicy.DEFAULT,
      PricePolicy.DEFAULT.withBase(PricePolicy.Base.LOWEST),
      PricePolicy.DEFAULT.inOrder(Kind.MEMBER, Kind.FLASH, Kind.SALE),
      PricePolicy.DEFAULT
          .withBase(PricePolicy.Base.LOWEST)
          .inOrder(Kind.SALE, Kind.MEMBER, Kind.FLASH));

  /** Prices and what decides among them. */
  record Sample(List<ListedPrice> prices, PriceTerms terms) {}

  private final Random random;

  private RandomPrices(Random random) {
    this.random = random;
  }

  static Sample sample(Random random) {
    return new RandomPrices(random).make();
  }

  private Sample make() {
    var prices = new ArrayList<ListedPrice>();
    Map<PriceListId, Left> left = new HashMap<>();
    int lists = random.nextInt(6);
    if (random.nextInt(4) > 0) {
      prices.add(new ListedPrice(PriceList.regular("all", CNY), plain()));
    }
    for (int i = 0; i <= lists; i++) {
      PriceList list = list("list-" + i, i == 0 ? Kind.REGULAR : pick(List.of(Kind.values())));
      Set<PriceEntry.Key> keys = new HashSet<>();
      for (int n = random.nextInt(4); n >= 0; n--) {
        PriceEntry entry = entry(list);
        if (keys.add(entry.key())) {
          prices.add(new ListedPrice(list, entry));
        }
      }
      if (list.kind().isOverride() && random.nextInt(2) == 0) {
        left.put(list.id(), new Left(random.nextInt(5) - 1, random.nextInt(5)));
      }
    }
    Collections.shuffle(prices, random);
    return new Sample(prices, new PriceTerms(shopper(), NOON, CNY, units(), pick(POLICIES), left));
  }

  private PriceList list(String id, Kind kind) {
    PriceList.Stance stance = pick(List.of(PriceList.Stance.values()));
    boolean valid = kind.isOverride() || stance != PriceList.Stance.COMPETE;
    return PriceList.of(id, kind, random.nextInt(12) == 0 ? CurrencyCode.of("EUR") : CNY)
        .withAudience(pick(AUDIENCES))
        .withWindow(pick(WINDOWS))
        .withPriority(random.nextInt(2))
        .withStance(valid ? stance : PriceList.Stance.STACK)
        .withAggregate(pick(List.of(PriceList.Aggregate.values())))
        .withBreaks(pick(List.of(PriceList.Breaks.values())));
  }

  private static PriceEntry plain() {
    return new PriceEntry(TEA, Money.of(CNY, 333));
  }

  private PriceEntry entry(PriceList list) {
    long per = pick(List.of(1L, 1L, 1L, 10L, 3L));
    long price = pick(List.of(0L, 1L, 99L, 100L, 100L, 333L, 1_000_000_000_000_000L));
    return new PriceEntry(TEA, Money.of(list.currency(), price))
        .from(pick(List.of(1L, 1L, 1L, 2L, 5L, 6L)))
        .per(per)
        .withWindow(pick(WINDOWS));
  }

  private Units units() {
    long ofSku = 1 + random.nextInt(9);
    long before = random.nextInt(4);
    return new Units(ofSku, ofSku + before + random.nextInt(4), before);
  }

  private Shopper shopper() {
    Shopper shopper = Shopper.ANYONE.channel(pick(List.of("app", "web"))).market("cn");
    shopper = random.nextBoolean() ? shopper.region("east") : shopper;
    shopper = random.nextBoolean() ? shopper.groups("vip", "b") : shopper;
    return random.nextBoolean() ? shopper.customer(MemberId.of("ann")).tier("gold") : shopper;
  }

  private <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
