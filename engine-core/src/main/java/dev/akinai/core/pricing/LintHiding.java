package dev.akinai.core.pricing;

import dev.akinai.core.promotion.Rules;
import dev.akinai.pricing.LintCode;
import dev.akinai.pricing.LintFinding;
import dev.akinai.pricing.LintFinding.PricedCart;
import dev.akinai.pricing.PricingInput;
import dev.akinai.promotion.Lane;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.Ruleset;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * W-08: offers that shut out one the buyer would pay less with. Where the best combination is searched only a mandatory offer can do that.
 * Each offer is compared with at most 16 that it shuts out. Stateless.
 */
final class LintHiding implements LintCheck {

  private static final int MOST_OTHERS = 16;
  private static final int MOST_GOODS = 4;

  @Override
  public Stream<LintFinding> find(LintWorld world) {
    List<CompiledOffer> rules = world.lowering();
    return rules.stream()
        .filter(rule -> rule.isMandatory() || rule.lane.mode() != Lane.Mode.OPTIMAL)
        .filter(rule -> rule.offer.stacking().exclusive().isPresent()
            || !rule.offer.stacking().excludes().isEmpty())
        .flatMap(rule -> rules.stream()
            .filter(other -> other.index != rule.index
                && LintPairs.shutsOut(rule, other)
                && world.shareGoods(rule, other))
            .limit(MOST_OTHERS)
            .flatMap(other -> of(world, rule, other).stream()));
  }

  private static Optional<LintFinding> of(
      LintWorld world, CompiledOffer rule, CompiledOffer other) {
    PricingInput open = LintOpenings.open(world.open(rule), other.offer);
    CompiledRules both = rule.index < other.index
        ? world.only(rule.offer, other.offer)
        : world.only(other.offer, rule.offer);
    CompiledRules better = world.only(other.offer);
    return carts(world, rule, other)
        .filter(lines -> loses(both, better, lines.in(open)))
        .findFirst()
        .map(lines -> LintShrinker.shrink(
            lines,
            world.shared(rule, other, MOST_GOODS),
            each -> loses(both, better, each.in(open))))
        .flatMap(lines -> whole(world, rule, other, lines.in(open), lines));
  }

  private static Stream<LintLines> carts(LintWorld world, CompiledOffer rule, CompiledOffer other) {
    return world.shared(rule, other, MOST_GOODS).stream().flatMap(good -> {
      NavigableSet<Long> units = new TreeSet<>(world.marks(rule).unitsOf(good));
      units.addAll(world.marks(other).unitsOf(good));
      return units.stream().map(number -> LintLines.of(good, number));
    });
  }

  private static boolean loses(CompiledRules both, CompiledRules better, PricingInput cart) {
    return LintWorld.quote(cart, both)
        .flatMap(with -> LintWorld.quote(cart, better)
            .map(
                without -> with.payable().minor() - without.payable().minor() > LintWorld.ROUNDING))
        .orElse(false);
  }

  private static Optional<LintFinding> whole(
      LintWorld world,
      CompiledOffer rule,
      CompiledOffer other,
      PricingInput cart,
      LintLines lines) {
    Ruleset without = without(world.ruleset, rule.offer);
    return world
        .whole(cart)
        .flatMap(with -> world
            .whole(cart, CompiledRules.of(without, world.rules.extensions))
            .filter(freed -> freed.payable().compareTo(with.payable()) < 0
                && LintWorld.discount(freed, other.offer.id()) > 0)
            .map(freed -> LintWorld.finding(
                LintCode.W_08,
                "%s shuts out %s, with which %s would cost %s instead of %s"
                    .formatted(
                        rule.offer.id(), other.offer.id(), lines, freed.payable(), with.payable()),
                List.of(world.priced(cart, with), new PricedCart(cart, without, freed.payable())),
                rule,
                other)));
  }

  private static Ruleset without(Ruleset ruleset, Offer rule) {
    List<Offer> others =
        ruleset.offers().stream().filter(each -> !each.id().equals(rule.id())).toList();
    return Rules.of(ruleset.version(), others, ruleset.lanes(), ruleset.policy());
  }
}
