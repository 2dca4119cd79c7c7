package dev.akinai.core.pricing;

import dev.akinai.price.PriceList;
import dev.akinai.pricing.LintCode;
import dev.akinai.pricing.LintFinding;
import dev.akinai.pricing.PricingInput;
import dev.akinai.pricing.Quote;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** W-03 in price lists: a lower price for all units from a quantity on makes so many cheaper than one less (PRICING case 33). Stateless. */
final class LintPriceBreaks implements LintCheck {

  private static final int MOST_GOODS = 200;

  @Override
  public Stream<LintFinding> find(LintWorld world) {
    return world.goods.stream()
        .filter(good -> good.line().fixedPrice().isEmpty())
        .filter(good -> breaks(world, good).findAny().isPresent())
        .limit(MOST_GOODS)
        .flatMap(good -> breaks(world, good)
            .boxed()
            .flatMap(units -> at(world, good, units).stream())
            .limit(1));
  }

  private static LongStream breaks(LintWorld world, LintGood good) {
    return world.input.prices().getOrDefault(good.line().sku(), List.of()).stream()
        .filter(price -> price.list().breaks() == PriceList.Breaks.ALL_UNITS)
        .mapToLong(price -> price.entry().minQty())
        .filter(units -> units > 1 && units <= LintMarks.MOST_UNITS)
        .sorted()
        .distinct();
  }

  private static Optional<LintFinding> at(LintWorld world, LintGood good, long units) {
    PricingInput fewer = LintLines.of(good, units - 1).in(world.input);
    PricingInput enough = LintLines.of(good, units).in(world.input);
    return world
        .whole(fewer)
        .flatMap(before -> world
            .whole(enough)
            .filter(after -> falls(before, after))
            .map(after -> LintWorld.finding(
                LintCode.W_03,
                "payable falls from %s to %s when %d x %s become %d, by the price lists"
                    .formatted(before.payable(), after.payable(), units - 1, good.sku(), units),
                List.of(world.priced(fewer, before), world.priced(enough, after)))));
  }

  private static boolean falls(Quote before, Quote after) {
    return after.list().compareTo(before.list()) < 0
        && after.payable().compareTo(before.payable()) < 0;
  }
}
