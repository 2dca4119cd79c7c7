package dev.akinai.core.criteria;

import dev.akinai.criteria.Criterion;
import dev.akinai.criteria.FactName;
import dev.akinai.criteria.Truth;
import java.util.Optional;

/**
 * What a condition answered, and the node to show a merchant if it did not hold.
 *
 * <p>Immutable.
 *
 * @param truth the answer for the whole condition
 * @param cause the first node that decides an answer other than TRUE; empty for TRUE
 */
public record Explanation(Truth truth, Optional<Cause> cause) {

  /**
   * The node that decides: for {@code all} the first part that fails, or else the first that is
   * unknown, and so on down to a test. A negation fails through the node that holds. Immutable.
   *
   * @param path where it stands, a JSON pointer such as {@code /all/1/not}
   * @param node the node
   * @param truth its own answer, before any negation above it
   * @param fact what the node asks about, if it is a test of one fact
   */
  public record Cause(String path, Criterion node, Truth truth, Optional<FactName> fact) {}

  /**
   * One node's own answer, for a full trace. Immutable.
   *
   * @param path where it stands
   * @param node the node
   * @param truth its answer
   */
  public record NodeTruth(String path, Criterion node, Truth truth) {}
}
