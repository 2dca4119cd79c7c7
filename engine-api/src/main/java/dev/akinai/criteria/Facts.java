package dev.akinai.criteria;

import dev.akinai.base.Api;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What is known about the cart, line, member or order that a condition is asked about.
 *
 * <p>A read-only view. An absent answer means "not known yet" and makes the question UNKNOWN; a set
 * that is known to be empty is an empty set, not an absent one. The answers must stay the same
 * while
 * one condition is evaluated, and asking must change nothing. {@link FactSheet} is the simple
 * implementation. Thread-safety is up to the implementation: one evaluation uses one thread.
 */
@Api(Api.Use.IMPLEMENT)
public interface Facts {
  /**
   * The text of a fact of type TEXT.
   *
   * @param fact its name
   * @return the text, or empty if it is not known
   */
  Optional<String> text(FactName fact);

  /**
   * The number of a fact of type NUMBER.
   *
   * @param fact its name
   * @return the number, or empty if it is not known
   */
  OptionalLong number(FactName fact);

  /**
   * The codes of a fact of type SET.
   *
   * @param fact its name
   * @return the codes, also none, or empty if they are not known
   */
  Optional<Set<String>> set(FactName fact);

  /**
   * The position of a fact of type TREE.
   *
   * @param fact its name
   * @return the position, also nowhere, or empty if it is not known
   */
  Optional<TreePosition> tree(FactName fact);

  /**
   * The answer of a fact of type FLAG.
   *
   * @param fact its name
   * @return TRUE or FALSE, or UNKNOWN if it is not known
   */
  Truth flag(FactName fact);

  /**
   * The total that a sum compares: over the lines where its filter is TRUE.
   *
   * <p>A line where the filter is UNKNOWN does not count, as it does not for an offer's scope.
   *
   * @param sum what to add up, over which lines
   * @return the total, or empty if it is not known; a view without lines knows none
   * @throws ArithmeticException if the total does not fit 64 bits
   */
  default OptionalLong sum(Criterion.SumTest sum) {
    return OptionalLong.empty();
  }

  /**
   * The answer of a condition that the host registered.
   *
   * @param ext its id and arguments
   * @return the answer; a view without registered conditions answers UNKNOWN
   */
  default Truth ext(Criterion.Ext ext) {
    return Truth.UNKNOWN;
  }
}
