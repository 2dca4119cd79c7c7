package dev.akinai.core.pricing;

import dev.akinai.criteria.Criterion;
import dev.akinai.criteria.Truth;
import dev.akinai.pricing.CartLine;
import dev.akinai.pricing.LintCode;
import dev.akinai.pricing.LintFinding;
import dev.akinai.pricing.LintFinding.PricedCart;
import dev.akinai.pricing.PricingInput;
import dev.akinai.promotion.Effect;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * W-06: rewards that are among what is bought for them. "Three for two" of one kind means just that, so two equal filters are no finding.
 * Stateless.
 */
final class LintOverlaps implements LintCheck {

  private static final int MOST_GOODS = 4;
  private static final int MOST_GIFTS = 20;

  @Override
  public Stream<LintFinding> find(LintWorld world) {
    return world.rules.offers.stream().flatMap(rule -> {
      if (rule.offer.effect() instanceof Effect.BuyGet buyGet) {
        return overlap(world, rule, buyGet).stream();
      }
      return rule.offer.effect() instanceof Effect.Gift gift && asksHost(rule.offer.when())
          ? Stream.of(gift(world, rule, gift))
          : Stream.empty();
    });
  }

  // --- buy and get -----------------------------------------------------------------------------

  private static Optional<LintFinding> overlap(
      LintWorld world, CompiledOffer rule, Effect.BuyGet effect) {
    if (effect.buy().where().equals(effect.get().where())) {
      return Optional.empty();
    }
    PricingInput open = world.open(rule);
    Test<Band> both =
        band -> rule.parts.get(0).of(band) == Truth.TRUE ? rule.parts.get(1).of(band) : Truth.FALSE;
    long units = (long) effect.buy().quantity() + effect.get().quantity();
    return world.goodsOf(rule, both, MOST_GOODS).stream()
        .map(good -> LintLines.of(good, units))
        .filter(lines -> world
            .alone(rule, lines.in(open))
            .filter(quote -> LintWorld.discount(quote, rule.offer.id()) > 0)
            .isPresent())
        .limit(LintWorld.TRIES)
        .flatMap(lines -> whole(world, rule, lines, lines.in(open)).stream())
        .findFirst();
  }

  private static Optional<LintFinding> whole(
      LintWorld world, CompiledOffer rule, LintLines lines, PricingInput cart) {
    return world
        .whole(cart)
        .filter(quote -> LintWorld.discount(quote, rule.offer.id()) > 0)
        .map(quote -> LintWorld.finding(
            LintCode.W_06,
            "%s rewards goods that also count as bought for it: %s alone gets %s off"
                .formatted(
                    rule.offer.id(),
                    lines,
                    world.money(LintWorld.discount(quote, rule.offer.id()))),
            List.of(world.priced(cart, quote)),
            rule));
  }

  // --- gifts -----------------------------------------------------------------------------------

  private static boolean asksHost(Criterion node) {
    return node instanceof Criterion.Ext || node.parts().stream().anyMatch(LintOverlaps::asksHost);
  }

  /** The engine's sums never count gifts; what a host's code counts, nobody knows. */
  private static LintFinding gift(LintWorld world, CompiledOffer rule, Effect.Gift gift) {
    String text =
        "%s gives %s by a condition of the host's own, which could count the gift for its own threshold once it is in the cart"
            .formatted(rule.offer.id(), gift.choices());
    PricingInput open = world.open(rule);
    return LongStream.rangeClosed(1, MOST_GIFTS)
        .boxed()
        .flatMap(units -> free(world, open, gift, units).stream())
        .flatMap(cart -> world
            .whole(cart)
            .filter(quote ->
                quote.applied().stream().anyMatch(each -> each.offer().equals(rule.offer.id())))
            .map(quote -> world.priced(cart, quote))
            .stream())
        .findFirst()
        .map((PricedCart cart) -> LintWorld.finding(LintCode.W_06, text, List.of(cart), rule))
        .orElseGet(() -> LintWorld.finding(LintCode.W_06, text, rule));
  }

  /** A cart that holds nothing but gifts, for nothing. */
  private static Optional<PricingInput> free(
      LintWorld world, PricingInput open, Effect.Gift gift, long units) {
    return gift.choices().stream()
        .filter(sku -> world.input.items().containsKey(sku))
        .findFirst()
        .map(sku -> CartLine.of("1", sku.value(), units).at(world.money(0)))
        .map(line -> open.withCart(open.cart().withLines(List.of(line))));
  }
}
