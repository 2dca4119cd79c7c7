package dev.akinai.core.pricing;

import dev.akinai.core.promotion.Rules;
import dev.akinai.pricing.LintCode;
import dev.akinai.pricing.LintFinding;
import dev.akinai.pricing.LintFinding.PricedCart;
import dev.akinai.pricing.PricingInput;
import dev.akinai.pricing.Quote;
import dev.akinai.promotion.Basis;
import dev.akinai.promotion.Effect;
import dev.akinai.promotion.Lane;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.Ruleset;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * W-04: two offers of equal priority that stack in one lane, where the order of their ids decides what the buyer pays. Each offer is compared
 * with at most 16 later ones, and at most 3 of them are told. Stateless.
 */
final class LintOrder implements LintCheck {

  private static final int MOST_OTHERS = 16;
  private static final int MOST_TOLD = 3;
  private static final int MOST_GOODS = 2;
  private static final int MOST_NUMBERS = 3;

  @Override
  public Stream<LintFinding> find(LintWorld world) {
    List<CompiledOffer> rules = world.lowering().stream()
        .filter(rule -> rule.lane.mode() == Lane.Mode.ALL || rule.lane.mode() == Lane.Mode.OPTIMAL)
        .toList();
    return rules.stream()
        .flatMap(rule -> rules.stream()
            .skip(rules.indexOf(rule) + 1L)
            .takeWhile(other -> isBeside(rule, other))
            .filter(other -> LintPairs.canStack(rule, other)
                && (mayDepend(rule, other) || mayDepend(other, rule))
                && world.shareGoods(rule, other))
            .limit(MOST_OTHERS)
            .flatMap(other -> of(world, rule, other).stream())
            .limit(MOST_TOLD));
  }

  private static boolean isBeside(CompiledOffer rule, CompiledOffer other) {
    return other.laneIndex == rule.laneIndex
        && other.offer.stacking().priority() == rule.offer.stacking().priority();
  }

  /** Percentages commute but for rounding, and so do amounts; what looks at what another leaves does not. */
  private static boolean mayDepend(CompiledOffer rule, CompiledOffer other) {
    boolean looks = rule.base == Basis.NET
        || rule.dependence != CompiledOffer.Dependence.NONE
        || (rule.threshold == Basis.NET && isStepped(rule.offer.effect()));
    boolean alike = kind(rule.offer.effect()) == kind(other.offer.effect())
        && kind(rule.offer.effect()) != Kind.OTHER
        && rule.base == other.base
        && rule.dependence == CompiledOffer.Dependence.NONE;
    return looks && !alike;
  }

  private enum Kind {
    SHARE,
    SUM,
    OTHER
  }

  private static Kind kind(Effect effect) {
    if (effect instanceof Effect.Percent percent && percent.maxUnits().isEmpty()) {
      return Kind.SHARE;
    }
    return effect instanceof Effect.Amount ? Kind.SUM : Kind.OTHER;
  }

  private static boolean isStepped(Effect effect) {
    return effect instanceof Effect.Every || effect instanceof Effect.Tiers;
  }

  private static Optional<LintFinding> of(
      LintWorld world, CompiledOffer rule, CompiledOffer other) {
    PricingInput open = LintOpenings.open(world.open(rule), other.offer);
    CompiledRules first = world.only(rule.offer, other.offer);
    CompiledRules second = world.only(other.offer, rule.offer);
    return carts(world, rule, other)
        .filter(lines -> differs(first, second, lines.in(open)))
        .map(lines -> LintShrinker.shrink(
            lines,
            world.shared(rule, other, MOST_GOODS),
            each -> differs(first, second, each.in(open))))
        .limit(1)
        .flatMap(lines -> whole(world, rule, other, lines.in(open), lines).stream())
        .findFirst();
  }

  private static Stream<LintLines> carts(LintWorld world, CompiledOffer rule, CompiledOffer other) {
    return world.shared(rule, other, MOST_GOODS).stream().flatMap(good -> {
      NavigableSet<Long> units = new TreeSet<>(world.marks(rule).unitsOf(good));
      units.addAll(world.marks(other).unitsOf(good));
      return units.stream()
          .skip(Math.max(0, units.size() - MOST_NUMBERS))
          .map(number -> LintLines.of(good, number));
    });
  }

  private static boolean differs(CompiledRules first, CompiledRules second, PricingInput cart) {
    return LintWorld.quote(cart, first)
        .flatMap(one -> LintWorld.quote(cart, second).map(two -> differ(one, two)))
        .orElse(false);
  }

  private static boolean differ(Quote one, Quote two) {
    long apart = Math.abs(one.payable().minor() - two.payable().minor());
    return apart > LintWorld.ROUNDING
        && Math.max(one.applied().size(), two.applied().size()) > 1;
  }

  private static Optional<LintFinding> whole(
      LintWorld world,
      CompiledOffer rule,
      CompiledOffer other,
      PricingInput cart,
      LintLines lines) {
    Ruleset swapped = swapped(world.ruleset, rule.offer, other.offer);
    return world
        .whole(cart)
        .flatMap(one -> world
            .whole(cart, CompiledRules.of(swapped, world.rules.extensions))
            .filter(two -> differ(one, two))
            .map(two -> LintWorld.finding(
                LintCode.W_04,
                "%s costs %s if %s comes before %s, which only the order of their ids decides, and %s the other way round: their priorities are equal (%d)"
                    .formatted(
                        lines,
                        one.payable(),
                        rule.offer.id(),
                        other.offer.id(),
                        two.payable(),
                        rule.offer.stacking().priority()),
                List.of(world.priced(cart, one), new PricedCart(cart, swapped, two.payable())),
                rule,
                other)));
  }

  /** The same rules with the later of the two before the other: its priority is one higher, or the other's one lower. */
  private static Ruleset swapped(Ruleset ruleset, Offer rule, Offer other) {
    int priority = rule.stacking().priority();
    Offer moved = priority < Integer.MAX_VALUE ? at(other, priority + 1) : at(rule, priority - 1);
    List<Offer> offers = ruleset.offers().stream()
        .map(each -> each.id().equals(moved.id()) ? moved : each)
        .toList();
    return Rules.of(ruleset.version(), offers, ruleset.lanes(), ruleset.policy());
  }

  private static Offer at(Offer offer, int priority) {
    return offer.toBuilder().stacking(offer.stacking().withPriority(priority)).build();
  }
}
