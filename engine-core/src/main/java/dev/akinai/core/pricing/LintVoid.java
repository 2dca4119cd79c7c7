package dev.akinai.core.pricing;

import dev.akinai.pricing.LintCode;
import dev.akinai.pricing.LintFinding;
import dev.akinai.pricing.PricingInput;
import dev.akinai.pricing.Quote;
import dev.akinai.pricing.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** W-10: reductions that take nothing off any goods they are for, not even the dearest. Stateless. */
final class LintVoid implements LintCheck {

  @Override
  public Stream<LintFinding> find(LintWorld world) {
    return world.lowering().stream().flatMap(rule -> of(world, rule).stream());
  }

  private static Optional<LintFinding> of(LintWorld world, CompiledOffer rule) {
    PricingInput open = world.open(rule);
    Optional<LintLines> dearest = Optional.empty();
    for (LintLines lines : new LintTrials(world, rule).starts()) {
      Optional<Quote> quote = world.alone(rule, lines.in(open));
      if (quote.filter(each -> works(rule, each)).isPresent()) {
        return Optional.empty();
      }
      boolean dearer = dearest.map(each -> isDearer(lines, each)).orElse(true);
      dearest = dearer && quote.filter(each -> isVoid(rule, each)).isPresent()
          ? Optional.of(lines)
          : dearest;
    }
    return dearest.flatMap(lines -> whole(world, rule, lines.in(open), lines));
  }

  /** By the price of a unit, so that twice the same goods are not. */
  private static boolean isDearer(LintLines one, LintLines other) {
    return Exact.compareRatios(one.amount(), one.units(), other.amount(), other.units()) > 0;
  }

  private static boolean works(CompiledOffer rule, Quote quote) {
    return LintWorld.discount(quote, rule.offer.id()) > 0;
  }

  private static boolean isVoid(CompiledOffer rule, Quote quote) {
    return Explainer.verdict(quote, rule.offer.id())
        .filter(verdict -> verdict.code() == Verdict.Code.NO_EFFECT)
        .isPresent();
  }

  private static Optional<LintFinding> whole(
      LintWorld world, CompiledOffer rule, PricingInput cart, LintLines lines) {
    return world
        .whole(cart)
        .filter(quote -> !works(rule, quote))
        .map(quote -> LintWorld.finding(
            LintCode.W_10,
            "%s takes nothing off the goods it is for, not even off %s for %s"
                .formatted(rule.offer.id(), lines, quote.list()),
            List.of(world.priced(cart, quote)),
            rule));
  }
}
