package dev.akinai.samples.benchmarks;

import dev.akinai.criteria.Criterion;
import dev.akinai.criteria.Fact;
import dev.akinai.criteria.Sum;
import dev.akinai.money.Money;
import dev.akinai.promotion.CodePolicy;
import dev.akinai.promotion.Effect;
import dev.akinai.promotion.Lane;
import dev.akinai.promotion.LaneId;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.Stacking;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * An offer of the two kinds that most shops use: a rate or an amount off some lines, from a threshold on. Immutable.
 *
 * @param id also the code of a coupon
 * @param lane of the cart: ITEM, PLATFORM_ORDER or PLATFORM_COUPON
 * @param priority the higher, the earlier in its lane
 * @param group of which one member can be had, or empty
 * @param excludes ids of offers that it cannot be had with
 * @param ppm the rate in parts per million, or 0 if it is an amount
 * @param off the amount in minor units, or 0 if it is a rate
 * @param lines a bit for each line it may lower
 * @param from what these lines must come to
 * @param basis before or after the offers that come earlier
 */
record SmallOffer(
    String id,
    LaneId lane,
    int priority,
    Optional<String> group,
    Set<String> excludes,
    long ppm,
    long off,
    long lines,
    long from,
    Criterion.Basis basis) {

  boolean isCoupon() {
    return lane.equals(Lane.PLATFORM_COUPON);
  }

  boolean isFree() {
    return group.isEmpty() && excludes.isEmpty();
  }

  /** The same offer for our engine. */
  Offer offer() {
    Offer.Builder builder = Offer.of(id, effect())
        .lane(lane)
        .currency(Basket.CURRENCY)
        .stacking(stacking())
        .scope(Fact.text("sku").in(skus()))
        .when(Sum.amount(basis).ge(from));
    return (isCoupon() ? builder.code(CodePolicy.shared(id)) : builder).build();
  }

  private Effect effect() {
    return ppm > 0 ? new Effect.Percent(ppm) : new Effect.Amount(Money.of(Basket.CURRENCY, off));
  }

  private Stacking stacking() {
    Stacking own = Stacking.FREE.withPriority(priority);
    Stacking alone = excludes.isEmpty() ? own : own.excluding(excludes.toArray(String[]::new));
    return group.map(alone::inGroup).orElse(alone);
  }

  private String[] skus() {
    return IntStream.range(0, Long.SIZE)
        .filter(line -> (lines & 1L << line) != 0)
        .mapToObj(SmallCase::sku)
        .toArray(String[]::new);
  }
}
