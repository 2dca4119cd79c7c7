package dev.akinai.criteria;

import dev.akinai.criteria.Criterion.Basis;
import dev.akinai.criteria.Criterion.Measure;
import dev.akinai.criteria.Criterion.SumTest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Begins a condition on a total over the lines of a cart: {@code
 * Sum.amount(Basis.NET).where(Fact.tree("category").under("apparel")).ge(30_000)}.
 *
 * <p>Without {@code where} the rule around it says which lines count; for an offer that is its
 * scope. Immutable.
 *
 * @param of what is added up
 * @param basis which price an amount is taken at, {@code NET} for what is no amount
 * @param filter the lines that count, if the sum says so itself
 */
public record Sum(Measure of, Basis basis, Optional<Criterion> filter) {
  /**
   * The money of the lines, in minor units.
   *
   * @param basis before or after earlier discounts
   * @return the beginning of a sum
   */
  public static Sum amount(Basis basis) {
    return new Sum(Measure.AMOUNT, basis, Optional.empty());
  }

  /**
   * The units of the lines.
   *
   * @return the beginning of a sum
   */
  public static Sum quantity() {
    return new Sum(Measure.QUANTITY, Basis.NET, Optional.empty());
  }

  /**
   * How many lines there are.
   *
   * @return the beginning of a sum
   */
  public static Sum lines() {
    return new Sum(Measure.LINES, Basis.NET, Optional.empty());
  }

  /**
   * How many different SKUs there are.
   *
   * @return the beginning of a sum
   */
  public static Sum skus() {
    return new Sum(Measure.SKUS, Basis.NET, Optional.empty());
  }

  /**
   * Only the lines where a condition is TRUE count.
   *
   * @param lines a condition on one line, without sums
   * @return a changed copy
   */
  public Sum where(Criterion lines) {
    return new Sum(of, basis, Optional.of(lines));
  }

  /**
   * The total is at least the bound; met at equality.
   *
   * @param bound minor units for an amount
   * @return the condition
   * @throws InvalidCriterionException if it is too large or the filter has a sum
   */
  public Criterion ge(long bound) {
    return test(Op.GE, bound);
  }

  /**
   * The total is greater than the bound. Errors as for {@link #ge}.
   *
   * @param bound minor units for an amount
   * @return the condition
   */
  public Criterion gt(long bound) {
    return test(Op.GT, bound);
  }

  /**
   * The total is at most the bound. Errors as for {@link #ge}.
   *
   * @param bound minor units for an amount
   * @return the condition
   */
  public Criterion le(long bound) {
    return test(Op.LE, bound);
  }

  /**
   * The total is less than the bound. Errors as for {@link #ge}.
   *
   * @param bound minor units for an amount
   * @return the condition
   */
  public Criterion lt(long bound) {
    return test(Op.LT, bound);
  }

  /**
   * The total is at least the first bound and below the second. Errors as for {@link #ge}.
   *
   * @param from the lower bound, included
   * @param below the upper bound, greater and not included
   * @return the condition
   */
  public Criterion between(long from, long below) {
    return test(Op.BETWEEN, from, below);
  }

  private Criterion test(Op op, long... bounds) {
    List<Literal> literals = Arrays.stream(bounds).mapToObj(Literal::of).toList();
    return new SumTest(of, filter, basis, op, literals);
  }
}
