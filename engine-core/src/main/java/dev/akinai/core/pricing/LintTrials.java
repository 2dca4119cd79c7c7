package dev.akinai.core.pricing;

import dev.akinai.criteria.Criterion;
import dev.akinai.promotion.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Small carts on which to try an offer: at its thresholds and group sizes, with what it asks for besides. For one offer and thread. */
final class LintTrials {

  private static final int MOST_STARTS = 48;
  private static final int MOST_DOWN = 32;
  private static final int MOST_NEAR = 20;
  private static final int MOST_GROWN = 12;

  private final LintWorld world;
  private final CompiledOffer rule;
  private final LintMarks marks;
  private final List<LintGood> goods;

  /** A cart, and the same with one more unit. */
  record Step(LintLines before, LintGood added) {

    LintLines after() {
      return before.plus(added, 1);
    }
  }

  LintTrials(LintWorld world, CompiledOffer rule) {
    this.world = world;
    this.rule = rule;
    this.marks = world.marks(rule);
    this.goods = world.goodsOf(rule);
  }

  /** Carts in which the offer may begin to work, smallest first. */
  List<LintLines> starts() {
    Stream<LintLines> all = rule.usesUnits ? sets() : ofOneKind();
    return all.sorted(LintLines.SMALLEST).distinct().limit(MOST_STARTS).toList();
  }

  private Stream<LintLines> ofOneKind() {
    return goods.stream()
        .flatMap(good ->
            marks.unitsOf(good).stream().map(units -> withCompanions(LintLines.of(good, units))));
  }

  /** What a threshold counts may be other goods than the offer lowers. */
  private LintLines withCompanions(LintLines lines) {
    LintLines all = lines;
    for (Criterion.SumTest sum : marks.elsewhere()) {
      Optional<LintGood> good = world.cheapest(sum.where().orElseThrow());
      if (good.isPresent() && !all.has(good.get())) {
        long bound = Conditions.numbers(sum.bounds())[0];
        long units =
            sum.of() == Criterion.Measure.AMOUNT ? good.get().unitsFor(bound) : Math.max(1, bound);
        all = units > LintMarks.MOST_UNITS ? all : all.plus(good.get(), units);
      }
    }
    return all;
  }

  // --- groups of units -------------------------------------------------------------------------

  /** One group and two, of the cheapest goods, of the dearest, and of both. */
  private Stream<LintLines> sets() {
    List<List<LintGood>> choices = new ArrayList<>();
    List<Effect.Part> parts = CompiledOffer.partsOf(rule.offer.effect());
    for (int i = 0; i < parts.size(); i++) {
      List<LintGood> fit = world.goodsOf(rule, rule.parts.get(i), 3);
      if (fit.isEmpty()) {
        return Stream.empty();
      }
      choices.add(fit);
    }
    return Stream.of(set(parts, choices, 0), set(parts, choices, 1), set(parts, choices, 2))
        .flatMap(set -> Stream.of(set, set.plus(set)));
  }

  private LintLines set(List<Effect.Part> parts, List<List<LintGood>> choices, int which) {
    LintLines lines = LintLines.NONE;
    for (int i = 0; i < parts.size(); i++) {
      List<LintGood> fit = choices.get(i);
      boolean dear = which == 1 || (which == 2 && i == 0);
      lines = lines.plus(fit.get(dear ? fit.size() - 1 : 0), parts.get(i).quantity());
    }
    return withCompanions(lines);
  }

  // --- steps -----------------------------------------------------------------------------------

  /** Pairs of carts between which something about the offer begins or ends; none if it works on any goods alike. */
  List<Step> steps() {
    if (marks.isEmpty() || goods.isEmpty()) {
      return List.of();
    }
    List<LintLines> starts = starts();
    return Stream.of(
            starts.stream().flatMap(LintTrials::down).limit(MOST_DOWN),
            near().limit(MOST_NEAR),
            starts.stream().flatMap(this::grown).limit(MOST_GROWN))
        .flatMap(each -> each)
        .toList();
  }

  private static Stream<Step> down(LintLines start) {
    return start.lines().stream()
        .map(line -> new Step(start.plus(line.good(), -1), line.good()))
        .filter(step -> !step.before().isEmpty());
  }

  private Stream<Step> grown(LintLines start) {
    return goods.stream()
        .limit(2)
        .filter(good -> !start.has(good))
        .map(good -> new Step(start, good));
  }

  /** Dear goods until just below a threshold, then cheap ones. */
  private Stream<Step> near() {
    return marks.amounts().stream()
        .flatMap(amount -> reversed()
            .limit(3)
            .flatMap(dear -> goods.stream()
                .limit(3)
                .filter(cheap -> cheap.price() < dear.price())
                .flatMap(cheap -> near(amount, dear, cheap).stream())));
  }

  private Stream<LintGood> reversed() {
    var reversed = new ArrayList<>(goods);
    java.util.Collections.reverse(reversed);
    return reversed.stream();
  }

  private Optional<Step> near(long amount, LintGood dear, LintGood cheap) {
    long first = (amount - 1) / dear.price();
    if (first < 1 || first > LintMarks.MOST_UNITS) {
      return Optional.empty();
    }
    long more = cheap.unitsFor(amount - first * dear.price());
    return more > LintMarks.MOST_UNITS
        ? Optional.empty()
        : Optional.of(new Step(LintLines.of(dear, first).plus(cheap, more - 1), cheap));
  }
}
