package dev.akinai.criteria;

import dev.akinai.base.Api;
import dev.akinai.criteria.Criterion.Test;
import java.util.Arrays;
import java.util.List;

/**
 * Begins a condition on one fact, so that it reads like a sentence: {@code
 * Fact.text("channel").eq("app")}, {@code Fact.tree("category").under("apparel")}.
 *
 * <p>Each type of fact offers only the questions that it can answer. All methods throw {@link
 * InvalidCriterionException} for a name that is none and for values that cannot be, such as an
 * empty
 * list. Thread-safe.
 */
@Api(Api.Use.CALL)
public final class Fact {
  private Fact() {}

  /**
   * A fact that is a text, such as {@code channel} or {@code sku}.
   *
   * @param name the fact
   * @return what can be asked about it
   */
  public static TextFact text(String name) {
    return new TextFact(FactName.of(name));
  }

  /**
   * A fact that is a whole number, such as {@code member.orders}.
   *
   * @param name the fact
   * @return what can be asked about it
   */
  public static NumberFact number(String name) {
    return new NumberFact(FactName.of(name));
  }

  /**
   * A fact that is a set of codes, such as {@code tags}.
   *
   * @param name the fact
   * @return what can be asked about it
   */
  public static SetFact set(String name) {
    return new SetFact(FactName.of(name));
  }

  /**
   * A fact that is a place in a tree, such as {@code category}.
   *
   * @param name the fact
   * @return what can be asked about it
   */
  public static TreeFact tree(String name) {
    return new TreeFact(FactName.of(name));
  }

  /**
   * A fact that is a yes or no, such as {@code reduced}.
   *
   * @param name the fact
   * @return what can be asked about it
   */
  public static FlagFact flag(String name) {
    return new FlagFact(FactName.of(name));
  }

  /**
   * What can be asked about a text. Immutable.
   *
   * @param name the fact
   */
  public record TextFact(FactName name) {
    /** Equal to the value. */
    public Criterion eq(String value) {
      return new Test(name, Op.EQ, texts(value));
    }

    /** Known and not equal to the value. */
    public Criterion ne(String value) {
      return new Test(name, Op.NE, texts(value));
    }

    /** Equal to one of the values, at least one. */
    public Criterion in(String... values) {
      return new Test(name, Op.IN, texts(values));
    }

    /** Known and equal to none of the values, at least one. */
    public Criterion notIn(String... values) {
      return new Test(name, Op.NOT_IN, texts(values));
    }
  }

  /**
   * What can be asked about a whole number. Immutable.
   *
   * @param name the fact
   */
  public record NumberFact(FactName name) {
    /** Equal to the value. */
    public Criterion eq(long value) {
      return new Test(name, Op.EQ, numbers(value));
    }

    /** Known and not equal to the value. */
    public Criterion ne(long value) {
      return new Test(name, Op.NE, numbers(value));
    }

    /** Equal to one of the values, at least one. */
    public Criterion in(long... values) {
      return new Test(name, Op.IN, numbers(values));
    }

    /** Known and equal to none of the values, at least one. */
    public Criterion notIn(long... values) {
      return new Test(name, Op.NOT_IN, numbers(values));
    }

    /** Less than the value. */
    public Criterion lt(long value) {
      return new Test(name, Op.LT, numbers(value));
    }

    /** Less than the value, or equal. */
    public Criterion le(long value) {
      return new Test(name, Op.LE, numbers(value));
    }

    /** Greater than the value. */
    public Criterion gt(long value) {
      return new Test(name, Op.GT, numbers(value));
    }

    /** Greater than the value, or equal. */
    public Criterion ge(long value) {
      return new Test(name, Op.GE, numbers(value));
    }

    /** From the first value on, and below the second, which must be greater. */
    public Criterion between(long from, long below) {
      return new Test(name, Op.BETWEEN, numbers(from, below));
    }
  }

  /**
   * What can be asked about a set of codes. Immutable.
   *
   * @param name the fact
   */
  public record SetFact(FactName name) {
    /** The set has the value. */
    public Criterion has(String value) {
      return new Test(name, Op.HAS, texts(value));
    }

    /** The set has at least one of the values, at least one. */
    public Criterion hasAny(String... values) {
      return new Test(name, Op.HAS_ANY, texts(values));
    }

    /** The set has all the values, at least one. */
    public Criterion hasAll(String... values) {
      return new Test(name, Op.HAS_ALL, texts(values));
    }

    /** The set is known to be empty. */
    public Criterion isEmpty() {
      return new Test(name, Op.EMPTY, List.of(Literal.of(true)));
    }

    /** The set is known to have a value. */
    public Criterion isNotEmpty() {
      return new Test(name, Op.EMPTY, List.of(Literal.of(false)));
    }
  }

  /**
   * What can be asked about a place in a tree. Immutable.
   *
   * @param name the fact
   */
  public record TreeFact(FactName name) {
    /** At the place, or anywhere below it. */
    public Criterion under(String place) {
      return new Test(name, Op.UNDER, texts(place));
    }

    /** Exactly at the place. */
    public Criterion at(String place) {
      return new Test(name, Op.AT, texts(place));
    }
  }

  /**
   * What can be asked about a yes or no. Immutable.
   *
   * @param name the fact
   */
  public record FlagFact(FactName name) {
    /** Known to be yes. */
    public Criterion isTrue() {
      return new Test(name, Op.IS, List.of(Literal.of(true)));
    }

    /** Known to be no. */
    public Criterion isFalse() {
      return new Test(name, Op.IS, List.of(Literal.of(false)));
    }
  }

  private static List<Literal> texts(String... values) {
    return Arrays.stream(values).map(Literal::of).toList();
  }

  private static List<Literal> numbers(long... values) {
    return Arrays.stream(values).mapToObj(Literal::of).toList();
  }
}
