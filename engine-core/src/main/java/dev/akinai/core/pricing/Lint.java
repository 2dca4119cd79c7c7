package dev.akinai.core.pricing;

import dev.akinai.base.Text;
import dev.akinai.pricing.LintFinding;
import dev.akinai.pricing.PricingInput;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Looks for what a merchant hardly meant, before rules are published (PRICING 8). Each check tries its offers alone on a few goods, shrinks
 * what it finds, and reports what also holds under the whole ruleset. Stateless.
 */
final class Lint {

  private static final List<LintCheck> CHECKS = List.of(
      new LintDead(),
      new LintDominated(),
      new LintStacks(),
      new LintSteps(),
      new LintPriceBreaks(),
      new LintOrder(),
      new LintNetThresholds(),
      new LintOverlaps(),
      new LintCodes(),
      new LintDepth(),
      new LintHiding(),
      new LintTimes(),
      new LintNames(),
      new LintVoid());

  private static final Comparator<LintFinding> BY_CODE = Comparator.comparing(LintFinding::code)
      .thenComparing(Lint::offers, Text.UTF8_ORDER)
      .thenComparing(LintFinding::text);

  private Lint() {}

  static List<LintFinding> find(CompiledRules rules, PricingInput input) {
    var world = new LintWorld(rules, input);
    return CHECKS.stream().flatMap(check -> check.find(world)).sorted(BY_CODE).toList();
  }

  private static String offers(LintFinding finding) {
    return finding.offers().stream().map(Object::toString).collect(Collectors.joining(" "));
  }
}
