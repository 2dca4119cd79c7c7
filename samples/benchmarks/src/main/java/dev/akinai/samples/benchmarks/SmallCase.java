package dev.akinai.samples.benchmarks;

import dev.akinai.catalog.CatalogItem;
import dev.akinai.catalog.ProductId;
import dev.akinai.catalog.Sku;
import dev.akinai.catalog.SkuId;
import dev.akinai.criteria.Criterion;
import dev.akinai.money.Money;
import dev.akinai.pricing.Cart;
import dev.akinai.pricing.PricingInput;
import dev.akinai.promotion.Lane;
import dev.akinai.promotion.LaneId;
import dev.akinai.promotion.Ruleset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * A cart and the offers that compete for it, made by chance. Equal seeds give equal cases. Immutable.
 *
 * @param amounts of the lines, in minor units
 * @param offers in the order of application: by lane, then priority descending, then id
 */
record SmallCase(List<Long> amounts, List<SmallOffer> offers) {

  private static final List<LaneId> LANES =
      List.of(Lane.ITEM, Lane.PLATFORM_ORDER, Lane.PLATFORM_COUPON);

  SmallCase {
    amounts = List.copyOf(amounts);
    offers = offers.stream()
        .sorted(Comparator.comparingInt((SmallOffer each) -> LANES.indexOf(each.lane()))
            .thenComparingInt(each -> -each.priority())
            .thenComparing(SmallOffer::id))
        .toList();
  }

  /** What may be combined. */
  enum Shape {
    /** Four groups, one member of each. */
    GROUPS,
    /** Each excludes three others. */
    PAIRS,
    /** All may be combined; some ask what is left by those before. */
    FREE
  }

  /** Twenty lines, and coupons that could all apply to them alone. */
  static SmallCase coupons(Shape shape, int count, long seed) {
    var random = new SplittableRandom(seed);
    List<Long> amounts = amounts(random, 20);
    var offers = new ArrayList<SmallOffer>();
    for (int i = 0; i < count; i++) {
      long lines = random.nextInt(10) < 4 ? all(amounts) : some(random, amounts);
      boolean net = shape == Shape.FREE && random.nextInt(3) == 0;
      offers.add(offer(random, "C" + (10 + i), Lane.PLATFORM_COUPON, lines)
          .combined(
              shape == Shape.GROUPS ? Optional.of("g" + i % 4) : Optional.empty(),
              shape == Shape.PAIRS ? others(random, count, i) : Set.of())
          .from(1 + random.nextLong(sum(amounts, lines)), net));
    }
    return new SmallCase(amounts, offers);
  }

  private static Set<String> others(SplittableRandom random, int count, int own) {
    var names = new TreeSet<String>();
    while (names.size() < Math.min(3, count - 1)) {
      int other = random.nextInt(count);
      if (other != own) {
        names.add("C" + (10 + other));
      }
    }
    return names;
  }

  /** A cart of 1 to 8 lines, with five item offers, four order offers and three coupons, some in groups and some with thresholds. */
  static SmallCase cart(long seed) {
    var random = new SplittableRandom(seed);
    List<Long> amounts = amounts(random, 1 + random.nextInt(8));
    var offers = new ArrayList<SmallOffer>();
    for (int i = 0; i < 12; i++) {
      LaneId lane = i < 5 ? Lane.ITEM : i < 9 ? Lane.PLATFORM_ORDER : Lane.PLATFORM_COUPON;
      long lines = lane.equals(Lane.ITEM) ? some(random, amounts) : all(amounts);
      String group = lane.value() + random.nextInt(2);
      long from = random.nextInt(3) == 0 ? 1 : 1 + random.nextLong(sum(amounts, lines) * 3 / 2);
      offers.add(offer(random, "O" + (10 + i), lane, lines)
          .combined(random.nextBoolean() ? Optional.of(group) : Optional.empty(), Set.of())
          .from(from, random.nextInt(3) == 0));
    }
    return new SmallCase(amounts, offers);
  }

  /** An offer on its way. */
  private record Begun(
      String id,
      LaneId lane,
      int priority,
      Optional<String> group,
      Set<String> excludes,
      long ppm,
      long off,
      long lines) {

    Begun combined(Optional<String> with, Set<String> without) {
      return new Begun(id, lane, priority, with, without, ppm, off, lines);
    }

    SmallOffer from(long amount, boolean net) {
      return new SmallOffer(
          id,
          lane,
          priority,
          group,
          excludes,
          ppm,
          off,
          lines,
          amount,
          net ? Criterion.Basis.NET : Criterion.Basis.LIST);
    }
  }

  private static Begun offer(SplittableRandom random, String id, LaneId lane, long lines) {
    boolean rate = random.nextBoolean();
    long ppm = rate ? 10_000L * (3 + random.nextInt(18)) : 0;
    long off = rate ? 0 : 300 + random.nextInt(2_700);
    int priority = random.nextInt(10);
    return new Begun(id, lane, priority, Optional.empty(), Set.of(), ppm, off, lines);
  }

  private static List<Long> amounts(SplittableRandom random, int count) {
    var amounts = new ArrayList<Long>();
    for (int i = 0; i < count; i++) {
      amounts.add(500L + random.nextInt(14_500));
    }
    return amounts;
  }

  private static long all(List<Long> amounts) {
    return (1L << amounts.size()) - 1;
  }

  private static long some(SplittableRandom random, List<Long> amounts) {
    long half = random.nextLong();
    long quarter = half & random.nextLong();
    long lines = quarter & all(amounts);
    return lines == 0 ? 1L << random.nextInt(amounts.size()) : lines;
  }

  private static long sum(List<Long> amounts, long lines) {
    long sum = 0;
    for (int i = 0; i < amounts.size(); i++) {
      sum += (lines & 1L << i) == 0 ? 0 : amounts.get(i);
    }
    return sum;
  }

  long total() {
    return amounts.stream().mapToLong(Long::longValue).sum();
  }

  /** The SKU of a line; their order is that of the lines. */
  static String sku(int line) {
    return "s" + (10 + line);
  }

  Ruleset ruleset() {
    return Rulesets.of(offers.stream().map(SmallOffer::offer).toList());
  }

  /** The cart for our engine, with every code typed. */
  PricingInput input() {
    Cart cart = Cart.in(Basket.CURRENCY);
    Map<SkuId, CatalogItem> items = new HashMap<>();
    for (int i = 0; i < amounts.size(); i++) {
      cart = cart.addAt(sku(i), 1, Money.of(Basket.CURRENCY, amounts.get(i)));
      items.put(new SkuId(sku(i)), item(sku(i)));
    }
    List<String> codes =
        offers.stream().filter(SmallOffer::isCoupon).map(SmallOffer::id).toList();
    return PricingInput.of(cart.withCodes(codes), items, Map.of(), Basket.NOON);
  }

  private static CatalogItem item(String sku) {
    return new CatalogItem(
        Sku.of(sku, sku), new ProductId("p-" + sku), List.of(), Optional.empty(), Set.of());
  }
}
