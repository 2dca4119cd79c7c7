package dev.akinai.core.pricing;

import dev.akinai.pricing.LintCode;
import dev.akinai.pricing.LintFinding;
import dev.akinai.pricing.PricingInput;
import dev.akinai.pricing.Quote;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** W-03 and W-05: carts with which the buyer pays less, or gets less off, as soon as more is in them. Stateless. */
final class LintSteps implements LintCheck {

  static final Comparator<LintTrials.Step> SMALLEST = Comparator.comparing(
          LintTrials.Step::after, LintLines.SMALLEST)
      .thenComparing(LintTrials.Step::before, LintLines.SMALLEST);

  @Override
  public Stream<LintFinding> find(LintWorld world) {
    return world.rules.offers.stream()
        .filter(rule -> rule.lowersPrices)
        .flatMap(rule -> of(world, rule));
  }

  private static Stream<LintFinding> of(LintWorld world, CompiledOffer rule) {
    List<LintTrials.Step> steps = new LintTrials(world, rule).steps();
    if (steps.isEmpty()) {
      return Stream.empty();
    }
    PricingInput open = world.open(rule);
    List<Two> tried = steps.stream()
        .sorted(SMALLEST)
        .distinct()
        .flatMap(step -> Two.alone(world, rule, open, step).stream())
        .toList();
    return Stream.of(
            first(world, open, tried, LintCode.W_03, rule),
            first(world, open, tried, LintCode.W_05, rule))
        .flatMap(Optional::stream);
  }

  private static Optional<LintFinding> first(
      LintWorld world, PricingInput open, List<Two> tried, LintCode code, CompiledOffer... rules) {
    return tried.stream()
        .filter(two -> two.shows(code))
        .limit(LintWorld.TRIES)
        .flatMap(two -> Two.whole(world, open, two.step()).stream())
        .filter(two -> two.shows(code))
        .findFirst()
        .map(two -> two.finding(world, code, rules));
  }

  /** A step that was priced. */
  record Two(
      LintTrials.Step step, PricingInput first, Quote before, PricingInput second, Quote after) {

    static Optional<Two> alone(
        LintWorld world, CompiledOffer rule, PricingInput open, LintTrials.Step step) {
      PricingInput first = step.before().in(open);
      PricingInput second = step.after().in(open);
      return world
          .alone(rule, first)
          .flatMap(before ->
              world.alone(rule, second).map(after -> new Two(step, first, before, second, after)));
    }

    static Optional<Two> of(CompiledRules rules, PricingInput open, LintTrials.Step step) {
      PricingInput first = step.before().in(open);
      PricingInput second = step.after().in(open);
      return LintWorld.quote(first, rules)
          .flatMap(before -> LintWorld.quote(second, rules)
              .map(after -> new Two(step, first, before, second, after)));
    }

    static Optional<Two> whole(LintWorld world, PricingInput open, LintTrials.Step step) {
      PricingInput first = step.before().in(open);
      PricingInput second = step.after().in(open);
      return world
          .whole(first)
          .flatMap(before ->
              world.whole(second).map(after -> new Two(step, first, before, second, after)));
    }

    /** The goods alone never get cheaper here: then price lists do it, which is another finding. */
    boolean shows(LintCode code) {
      long more = after.list().minor() - before.list().minor();
      long payable = after.payable().minor() - before.payable().minor();
      boolean falls = code == LintCode.W_03 ? payable < 0 : more - payable < -LintWorld.ROUNDING;
      return more >= 0 && falls;
    }

    LintFinding finding(LintWorld world, LintCode code, CompiledOffer... rules) {
      String text = code == LintCode.W_03 ? cliff() : less();
      return LintWorld.finding(
          code, text, List.of(world.priced(first, before), world.priced(second, after)), rules);
    }

    private String cliff() {
      return "payable falls from %s to %s when 1 x %s is added to %s: whoever would pay more than %s and up to %s pays less for more goods"
          .formatted(
              before.payable(),
              after.payable(),
              step.added().sku(),
              step.before(),
              after.payable(),
              before.payable());
    }

    private String less() {
      return "the discount falls from %s to %s when 1 x %s is added to %s, which then costs %s instead of %s"
          .formatted(
              before.discount(),
              after.discount(),
              step.added().sku(),
              step.before(),
              after.payable(),
              before.payable());
    }
  }
}
