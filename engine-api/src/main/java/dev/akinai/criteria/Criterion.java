package dev.akinai.criteria;

import java.util.List;
import java.util.Optional;

/**
 * A condition as data: who may have an offer, which goods it takes, which orders go to a store.
 *
 * <p>The language is closed: the node types below are all there are, and a host's own code enters
 * only by a registered name ({@link Ext}). A condition is never larger than {@link CriterionLimits}
 * allows. Two conditions are equal if they are written alike. Immutable and thread-safe.
 */
public sealed interface Criterion {

  /**
   * Holds when every part holds; without parts it always holds.
   *
   * @param parts the parts, 0 to 255
   */
  record All(List<Criterion> parts) implements Criterion {
    /**
     * Copies the parts.
     *
     * @throws InvalidCriterionException if the condition becomes too large
     */
    public All {
      parts = List.copyOf(parts);
      CriterionLimits.requireFits(parts, 0);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.all(this);
    }
  }

  /**
   * Holds when at least one part holds; without parts it never holds.
   *
   * @param parts the parts, 0 to 255
   */
  record Any(List<Criterion> parts) implements Criterion {
    /**
     * Copies the parts.
     *
     * @throws InvalidCriterionException if the condition becomes too large
     */
    public Any {
      parts = List.copyOf(parts);
      CriterionLimits.requireFits(parts, 0);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.any(this);
    }
  }

  /**
   * Holds when the part surely does not hold.
   *
   * @param part the part
   */
  record Not(Criterion part) implements Criterion {
    /**
     * Checks the size.
     *
     * @throws InvalidCriterionException if the condition becomes too deep
     */
    public Not {
      CriterionLimits.requireFits(List.of(part), 0);
    }

    @Override
    public List<Criterion> parts() {
      return List.of(part);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.not(this);
    }
  }

  /**
   * Puts one question to one fact: {@code channel eq app}. {@link Fact} builds it readably.
   *
   * @param fact what is asked about
   * @param op the question
   * @param values the values, as many and of the kind that the operator takes
   */
  record Test(FactName fact, Op op, List<Literal> values) implements Criterion {
    /**
     * Copies the values and checks them against the operator.
     *
     * @throws InvalidCriterionException if the values do not go with the operator
     */
    public Test {
      values = Operands.check(op, values);
      CriterionLimits.requireFits(List.of(), values.size());
    }

    /**
     * The type the fact must have for this question to make sense.
     *
     * @return the type, decided by the operator and, where it goes with two, by the values
     */
    public FactType type() {
      return Operands.type(op, values);
    }

    @Override
    public List<Criterion> parts() {
      return List.of();
    }

    @Override
    public int literals() {
      return values.size();
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.test(this);
    }
  }

  /**
   * Adds something up over the lines of a cart and compares the total: "goods for 300.00 or more".
   * {@link Sum} builds it readably.
   *
   * @param of what is added up
   * @param where the lines that count; empty leaves it to the rule around it (its scope)
   * @param basis which price an amount is taken at; always {@code NET} for what is no amount
   * @param op {@code lt le gt ge} or {@code between}
   * @param bounds one number, two for {@code between}; amounts in minor units
   */
  record SumTest(Measure of, Optional<Criterion> where, Basis basis, Op op, List<Literal> bounds)
      implements Criterion {
    /**
     * Copies the bounds and checks them.
     *
     * @throws InvalidCriterionException if the operator, bounds or basis cannot be, or a sum stands
     *     in a sum
     */
    public SumTest {
      bounds = Operands.checkSum(of, where, basis, op, bounds);
      CriterionLimits.requireFits(where.map(List::of).orElse(List.of()), bounds.size());
    }

    @Override
    public List<Criterion> parts() {
      return where.map(List::of).orElse(List.of());
    }

    @Override
    public int literals() {
      return bounds.size();
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.sum(this);
    }
  }

  /**
   * Asks a condition that the host registered under an id; the document holds the arguments only.
   *
   * @param id the registered id: 1 to 64 letters, digits, dots and dashes, a lower-case letter
   *     first
   * @param args what the registered condition is told
   */
  record Ext(String id, Args args) implements Criterion {
    /**
     * Checks the id and the size.
     *
     * @throws InvalidCriterionException if the id has another form or there are too many values
     */
    public Ext {
      Operands.checkExtId(id);
      CriterionLimits.requireFits(List.of(), args.literals());
    }

    @Override
    public List<Criterion> parts() {
      return List.of();
    }

    @Override
    public int literals() {
      return args.literals();
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.ext(this);
    }
  }

  /** What a sum adds up. Immutable. */
  enum Measure {
    /** Money, in minor units. */
    AMOUNT("amount"),
    /** Units of goods. */
    QUANTITY("quantity"),
    /** Lines of the cart. */
    LINES("lines"),
    /** Different SKUs. */
    SKUS("skus");

    private final String code;

    Measure(String code) {
      this.code = code;
    }

    /**
     * The measure as documents write it.
     *
     * @return the code, stable
     */
    public String code() {
      return code;
    }
  }

  /** Which price an amount is taken at. Immutable. */
  enum Basis {
    /** After the discounts of earlier lanes. */
    NET,
    /** The list price. */
    LIST
  }

  /**
   * The parts right below this node, in the order of the document.
   *
   * @return the parts; a sum has its filter, a test none
   */
  List<Criterion> parts();

  /**
   * How many values this node itself holds.
   *
   * @return 0 or more, without those of its parts
   */
  default int literals() {
    return 0;
  }

  /**
   * Calls the case of this node's type; a forgotten case does not compile.
   *
   * @param cases one function per node type
   * @param <R> what the cases answer
   * @return what the case answered
   */
  <R> R match(Cases<R> cases);

  /**
   * One function per node type.
   *
   * @param <R> what the functions answer
   */
  interface Cases<R> {
    /** Answers for a conjunction. */
    R all(All all);

    /** Answers for a choice. */
    R any(Any any);

    /** Answers for a negation. */
    R not(Not not);

    /** Answers for a test of one fact. */
    R test(Test test);

    /** Answers for a sum over lines. */
    R sum(SumTest sum);

    /** Answers for a registered condition. */
    R ext(Ext ext);
  }

  /**
   * Holds when every part holds: {@code all(Fact.text("channel").eq("app"), ...)}.
   *
   * @param parts the parts, 0 to 255
   * @return the condition
   * @throws InvalidCriterionException if it is too large
   */
  static Criterion all(Criterion... parts) {
    return new All(List.of(parts));
  }

  /**
   * Holds when at least one part holds.
   *
   * @param parts the parts, 0 to 255
   * @return the condition
   * @throws InvalidCriterionException if it is too large
   */
  static Criterion any(Criterion... parts) {
    return new Any(List.of(parts));
  }

  /**
   * Holds when the part surely does not hold.
   *
   * @param part the part
   * @return the condition
   * @throws InvalidCriterionException if it is too deep
   */
  static Criterion not(Criterion part) {
    return new Not(part);
  }

  /**
   * Holds for everything: all goods, all buyers.
   *
   * @return the conjunction without parts
   */
  static Criterion always() {
    return new All(List.of());
  }

  /**
   * Holds for nothing.
   *
   * @return the choice without parts
   */
  static Criterion never() {
    return new Any(List.of());
  }
}
