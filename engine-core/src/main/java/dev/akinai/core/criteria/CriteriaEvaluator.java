package dev.akinai.core.criteria;

import dev.akinai.core.criteria.Explanation.NodeTruth;
import dev.akinai.criteria.Criterion;
import dev.akinai.criteria.CriterionPaths;
import dev.akinai.criteria.Facts;
import dev.akinai.criteria.Truth;
import java.util.List;

/**
 * Answers whether a condition holds for what is known, and if not, why not.
 *
 * <p>Kleene's three-valued logic, as in SQL: a test of an unknown fact is UNKNOWN, and only TRUE
 * counts as holding. Parts are asked in the order of the document and no more of them than the
 * answer needs. Changes nothing. Thread-safe.
 */
public final class CriteriaEvaluator {
  private static final String IN_A_SUM = "/sum/where";

  private CriteriaEvaluator() {}

  /**
   * Whether a condition holds.
   *
   * @param criterion the condition
   * @param facts what is known
   * @return TRUE, FALSE or UNKNOWN
   * @throws ArithmeticException if a sum over lines does not fit 64 bits
   */
  public static Truth evaluate(Criterion criterion, Facts facts) {
    return criterion.match(new NodeTruths(facts));
  }

  /**
   * Whether a condition holds, and the first node that decides it if it does not.
   *
   * @param criterion the condition
   * @param facts what is known
   * @return the answer with its cause
   * @throws ArithmeticException if a sum over lines does not fit 64 bits
   */
  public static Explanation explain(Criterion criterion, Facts facts) {
    return new Explainer(facts).explain(criterion);
  }

  /**
   * The answer of every node, for showing a whole condition; nothing is skipped.
   *
   * @param criterion the condition
   * @param facts what is known
   * @return one entry per node, parents before their parts; the filter of a sum, which is asked per
   *     line, is left out
   * @throws ArithmeticException if a sum over lines does not fit 64 bits
   */
  public static List<NodeTruth> trace(Criterion criterion, Facts facts) {
    NodeTruths truths = new NodeTruths(facts);
    return CriterionPaths.walk(criterion).stream()
        .filter(step -> !step.path().contains(IN_A_SUM))
        .map(step -> new NodeTruth(step.path(), step.node(), step.node().match(truths)))
        .toList();
  }
}
