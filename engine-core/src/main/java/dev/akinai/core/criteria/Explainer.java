package dev.akinai.core.criteria;

import dev.akinai.core.criteria.Explanation.Cause;
import dev.akinai.criteria.Criterion;
import dev.akinai.criteria.Criterion.Not;
import dev.akinai.criteria.Criterion.Test;
import dev.akinai.criteria.CriterionPaths;
import dev.akinai.criteria.CriterionPaths.Step;
import dev.akinai.criteria.FactName;
import dev.akinai.criteria.Facts;
import dev.akinai.criteria.Truth;
import java.util.Optional;

/** Goes down from an answer to the node that decides it. */
final class Explainer {
  private final NodeTruths truths;

  Explainer(Facts facts) {
    this.truths = new NodeTruths(facts);
  }

  Explanation explain(Criterion criterion) {
    Truth truth = criterion.match(truths);
    Optional<Cause> cause =
        truth.isTrue() ? Optional.empty() : Optional.of(cause(new Step("", criterion), truth));
    return new Explanation(truth, cause);
  }

  // A conjunction is FALSE or UNKNOWN, and a choice TRUE or UNKNOWN, because of a part with that
  // same
  // answer; where all parts agree (a choice that is FALSE) the first one stands for them. So the
  // first part with the node's own answer is the cause; in a negation the answer turns round. A sum
  // decides itself: its filter is asked once per line.
  private Cause cause(Step step, Truth truth) {
    Criterion node = step.node();
    if (node instanceof Not) {
      return cause(CriterionPaths.below(node, step.path()).get(0), truth.not());
    }
    if (node instanceof Criterion.SumTest) {
      return leaf(step, truth);
    }
    for (Step part : CriterionPaths.below(node, step.path())) {
      if (part.node().match(truths) == truth) {
        return cause(part, truth);
      }
    }
    return leaf(step, truth);
  }

  private static Cause leaf(Step step, Truth truth) {
    Optional<FactName> fact =
        step.node() instanceof Test test ? Optional.of(test.fact()) : Optional.empty();
    return new Cause(step.path(), step.node(), truth, fact);
  }
}
