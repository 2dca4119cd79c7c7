package dev.akinai.core.pricing;

import dev.akinai.pricing.LintCode;
import dev.akinai.pricing.LintFinding;
import dev.akinai.pricing.PricingInput;
import dev.akinai.promotion.Basis;
import dev.akinai.promotion.Effect;
import dev.akinai.promotion.Lane;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * W-05: in a lane that applies everything, a step of an earlier offer can take a later offer below its threshold on what is left (L-PRI-63).
 * Each offer is tried with at most 16 earlier ones, on at most 4 goods; the first that shows it is told. Stateless.
 */
final class LintNetThresholds implements LintCheck {

  private static final int MOST_OTHERS = 16;
  private static final int MOST_GOODS = 4;
  private static final int MOST_NUMBERS = 6;

  @Override
  public Stream<LintFinding> find(LintWorld world) {
    List<CompiledOffer> rules = world.lowering();
    return rules.stream()
        .filter(rule -> rule.lane.mode() == Lane.Mode.ALL && looksAtNets(rule))
        .flatMap(rule -> rules.stream()
            .takeWhile(other -> other.index < rule.index)
            .filter(other -> !world.marks(other).isEmpty()
                && LintPairs.canStack(other, rule)
                && world.shareGoods(other, rule))
            .limit(MOST_OTHERS)
            .flatMap(other -> of(world, other, rule).stream())
            .limit(1));
  }

  private static boolean looksAtNets(CompiledOffer rule) {
    Effect effect = rule.offer.effect();
    boolean stepped = effect instanceof Effect.Every || effect instanceof Effect.Tiers;
    return rule.dependence != CompiledOffer.Dependence.NONE
        || (stepped && rule.threshold == Basis.NET);
  }

  private static Optional<LintFinding> of(
      LintWorld world, CompiledOffer first, CompiledOffer second) {
    PricingInput open = LintOpenings.open(world.open(first), second.offer);
    CompiledRules both = world.only(first.offer, second.offer);
    return steps(world, first, second)
        .flatMap(step -> LintSteps.Two.of(both, open, step).stream())
        .filter(two -> two.shows(LintCode.W_05))
        .limit(LintWorld.TRIES)
        .flatMap(two -> LintSteps.Two.whole(world, open, two.step()).stream())
        .filter(two -> two.shows(LintCode.W_05))
        .findFirst()
        .map(two -> two.finding(world, LintCode.W_05, second, first));
  }

  private static Stream<LintTrials.Step> steps(
      LintWorld world, CompiledOffer first, CompiledOffer second) {
    return world.shared(first, second, MOST_GOODS).stream()
        .flatMap(good -> numbers(world, good, first, second).stream()
            .filter(number -> number > 1)
            .limit(MOST_NUMBERS)
            .map(number -> new LintTrials.Step(LintLines.of(good, number - 1), good)))
        .sorted(LintSteps.SMALLEST);
  }

  private static NavigableSet<Long> numbers(
      LintWorld world, LintGood good, CompiledOffer first, CompiledOffer second) {
    NavigableSet<Long> numbers = new TreeSet<>(world.marks(first).unitsOf(good));
    numbers.addAll(world.marks(second).unitsOf(good));
    return numbers;
  }
}
