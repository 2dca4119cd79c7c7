package dev.akinai.core.pricing;

import dev.akinai.pricing.LintFinding;
import java.util.stream.Stream;

/** One family of things that can be wrong with rules. Stateless. */
interface LintCheck {

  /** What it finds; every cart of an example was priced under the ruleset that stands beside it. */
  Stream<LintFinding> find(LintWorld world);
}
