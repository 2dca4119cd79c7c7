package dev.akinai.criteria;

import static dev.akinai.criteria.FactType.FLAG;
import static dev.akinai.criteria.FactType.NUMBER;
import static dev.akinai.criteria.FactType.SET;
import static dev.akinai.criteria.FactType.TEXT;
import static dev.akinai.criteria.FactType.TREE;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A question a condition can put to a fact, such as "is one of" or "is at least".
 *
 * <p>Every operator answers UNKNOWN for a fact that is not known, also the negative ones. Texts are
 * equal when they have the same characters: capitals, accents and trailing blanks count.
 * Immutable.
 */
public enum Op {
  /** Equal to the value. */
  EQ("eq", Takes.ONE, TEXT, NUMBER),
  /** Known and not equal to the value. */
  NE("ne", Takes.ONE, TEXT, NUMBER),
  /** Equal to one of the values. */
  IN("in", Takes.MANY, TEXT, NUMBER),
  /** Known and equal to none of the values. */
  NOT_IN("notIn", Takes.MANY, TEXT, NUMBER),
  /** Less than the value. */
  LT("lt", Takes.ONE, NUMBER),
  /** Less than the value, or equal. */
  LE("le", Takes.ONE, NUMBER),
  /** Greater than the value. */
  GT("gt", Takes.ONE, NUMBER),
  /** Greater than the value, or equal. */
  GE("ge", Takes.ONE, NUMBER),
  /** From the first value on, and below the second: half-open. */
  BETWEEN("between", Takes.TWO, NUMBER),
  /** The set has the value. */
  HAS("has", Takes.ONE, SET),
  /** The set has at least one of the values. */
  HAS_ANY("hasAny", Takes.MANY, SET),
  /** The set has all the values. */
  HAS_ALL("hasAll", Takes.MANY, SET),
  /** The set is empty (true), or is not (false). */
  EMPTY("empty", Takes.FLAG, SET),
  /** At the place in the tree, or anywhere below it. */
  UNDER("under", Takes.ONE, TREE),
  /** Exactly at the place in the tree. */
  AT("at", Takes.ONE, TREE),
  /** Yes (true) or no (false). */
  IS("is", Takes.FLAG, FLAG);

  /**
   * How many values an operator takes, and thereby how they are written.
   *
   * <p>Immutable.
   */
  public enum Takes {
    /** One value, written bare. */
    ONE,
    /** Two numbers in ascending order, written as a list. */
    TWO,
    /** One value or more, written as a list. */
    MANY,
    /** True or false. */
    FLAG
  }

  private static final Map<String, Op> BY_CODE =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Op::code, Function.identity()));

  private final String code;
  private final Takes takes;

  @SuppressWarnings(
      "ImmutableEnumChecker") // Set.copyOf: cannot change, but its declared type does not say so
  private final Set<FactType> types;

  Op(String code, Takes takes, FactType... types) {
    this.code = code;
    this.takes = takes;
    this.types = Set.of(types);
  }

  /**
   * The operator as documents write it, for instance {@code notIn}.
   *
   * @return the code, stable
   */
  public String code() {
    return code;
  }

  /**
   * How many values the operator takes.
   *
   * @return the arity
   */
  public Takes takes() {
    return takes;
  }

  /**
   * The types of fact the operator goes with.
   *
   * @return one type or two
   */
  public Set<FactType> types() {
    return types;
  }

  /**
   * The operator of a code.
   *
   * @param code as documents write it
   * @return the operator, or empty if there is none
   */
  public static Optional<Op> find(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }

  @Override
  public String toString() {
    return code;
  }
}
