package dev.akinai.core.pricing;

import dev.akinai.pricing.LintCode;
import dev.akinai.pricing.LintFinding;
import dev.akinai.pricing.PricingInput;
import dev.akinai.pricing.Quote;
import dev.akinai.promotion.CodePolicy;
import dev.akinai.promotion.Lane;
import dev.akinai.promotion.Limits;
import dev.akinai.promotion.Offer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * W-08: offers that take 30 % or more off goods and may be used without end. Lanes whose reductions become the list price are left alone:
 * what a product page shows is a price. Stateless.
 */
final class LintDepth implements LintCheck {

  @Override
  public Stream<LintFinding> find(LintWorld world) {
    return world.lowering().stream()
        .filter(rule -> rule.lane.rebase() == Lane.Rebase.KEEP_LIST)
        .filter(rule -> isUnlimited(rule.offer))
        .flatMap(rule -> of(world, rule).stream());
  }

  private static boolean isUnlimited(Offer offer) {
    boolean shared =
        offer.code().map(each -> each.kind() == CodePolicy.Kind.SHARED).orElse(true);
    return shared && offer.limits().equals(Limits.NONE);
  }

  private static Optional<LintFinding> of(LintWorld world, CompiledOffer rule) {
    PricingInput open = world.open(rule);
    return new LintTrials(world, rule)
        .starts().stream()
            .filter(lines -> world
                .alone(rule, lines.in(open))
                .filter(quote -> isDeep(world, rule, quote))
                .isPresent())
            .limit(LintWorld.TRIES)
            .flatMap(lines -> whole(world, rule, lines, open).stream())
            .findFirst();
  }

  private static Optional<LintFinding> whole(
      LintWorld world, CompiledOffer rule, LintLines lines, PricingInput open) {
    PricingInput cart = lines.in(open);
    return world.whole(cart).filter(quote -> isDeep(world, rule, quote)).map(quote -> {
      long off = LintWorld.discount(quote, rule.offer.id());
      String text =
          "%s takes %s off goods of %s (%s), %d %% or more of what they cost, and has neither budget nor limit"
              .formatted(
                  rule.offer.id(),
                  world.money(off),
                  world.money(list(world, rule, quote)),
                  lines,
                  Exact.floor(off, 100, list(world, rule, quote)));
      return LintWorld.finding(LintCode.W_08, text, List.of(world.priced(cart, quote)), rule);
    });
  }

  private static boolean isDeep(LintWorld world, CompiledOffer rule, Quote quote) {
    long list = list(world, rule, quote);
    return list > 0 && LintWorld.discount(quote, rule.offer.id()) * 10 >= list * 3;
  }

  /** What the goods that it may lower cost before it. */
  private static long list(LintWorld world, CompiledOffer rule, Quote quote) {
    Set<String> skus = world.skus(rule);
    return quote.pieces().stream()
        .filter(piece -> skus.contains(piece.sku().value()))
        .mapToLong(piece -> piece.list().minor())
        .sum();
  }
}
