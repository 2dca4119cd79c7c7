package dev.akinai.criteria;

import dev.akinai.criteria.Criterion.Ext;
import dev.akinai.criteria.Criterion.SumTest;
import dev.akinai.criteria.Criterion.Test;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which facts a condition may ask about in one place, and of what type each is: an offer's {@code
 * when} sees the cart, its {@code scope} sees one line.
 *
 * <p>A family covers names that merchants make up, such as {@code attribute.<name>}. Sums are
 * allowed where there are lines to add up: then {@code lines} says what their filters may ask.
 * Immutable and thread-safe.
 *
 * @param facts the facts by name
 * @param families the type of every name that starts with the word and a dot
 * @param extensions the ids of registered conditions
 * @param lines what the filter of a sum may ask about; empty where there are no sums
 */
public record FactSchema(
    Map<FactName, FactType> facts,
    Map<String, FactType> families,
    Set<String> extensions,
    Optional<FactSchema> lines) {
  private static final int MAX_ISSUES = 100;

  /** Copies the collections. */
  public FactSchema {
    facts = Map.copyOf(facts);
    families = Map.copyOf(families);
    extensions = Set.copyOf(extensions);
  }

  /**
   * Starts a schema.
   *
   * @return a builder without facts
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The type of a fact.
   *
   * @param fact its name
   * @return the type, or empty if a condition may not ask about it
   */
  public Optional<FactType> find(FactName fact) {
    FactType own = facts.get(fact);
    if (own != null) {
      return Optional.of(own);
    }
    boolean member = fact.value().length() > fact.family().length();
    return member ? Optional.ofNullable(families.get(fact.family())) : Optional.empty();
  }

  /**
   * Everything a condition asks that it may not ask here.
   *
   * @param criterion any condition
   * @return the issues in the order of the document, at most 100; none if the condition fits
   */
  public List<CriterionIssue> issues(Criterion criterion) {
    List<CriterionIssue> issues = new ArrayList<>();
    collect(criterion, "", issues);
    return issues.size() <= MAX_ISSUES ? List.copyOf(issues) : issues.subList(0, MAX_ISSUES);
  }

  /**
   * Refuses a condition that asks what it may not ask here.
   *
   * @param criterion any condition
   * @return the same condition
   * @throws InvalidCriterionException with every issue
   */
  public Criterion require(Criterion criterion) {
    List<CriterionIssue> issues = issues(criterion);
    if (!issues.isEmpty()) {
      throw new InvalidCriterionException(issues);
    }
    return criterion;
  }

  private void collect(Criterion node, String path, List<CriterionIssue> issues) {
    if (node instanceof Test test) {
      testIssue(test).ifPresent(issue -> issues.add(issue.under(path)));
    } else if (node instanceof Ext ext) {
      extIssue(ext).ifPresent(issue -> issues.add(issue.under(path)));
    } else if (node instanceof SumTest sum) {
      collectSum(sum, path, issues);
    } else {
      for (CriterionPaths.Step step : CriterionPaths.below(node, path)) {
        collect(step.node(), step.path(), issues);
      }
    }
  }

  private void collectSum(SumTest sum, String path, List<CriterionIssue> issues) {
    if (lines.isEmpty()) {
      issues.add(new CriterionIssue(
          path + "/sum",
          CriterionIssue.NO_SUMS,
          "The sum (" + sum.of().code() + ") must see lines. Maybe test the line itself."));
      return;
    }
    for (CriterionPaths.Step step : CriterionPaths.below(sum, path)) {
      lines.get().collect(step.node(), step.path(), issues);
    }
  }

  private Optional<CriterionIssue> testIssue(Test test) {
    String place = "/" + Texts.step(test.fact().value());
    Optional<FactType> type = find(test.fact());
    if (type.isEmpty()) {
      return issue(
          place,
          CriterionIssue.UNKNOWN_FACT,
          "The fact (" + test.fact() + ") must be known here. Maybe check its spelling.");
    }
    if (!test.op().types().contains(type.get())) {
      return issue(
          place + "/" + test.op(),
          CriterionIssue.WRONG_OP,
          "The operator (" + test.op() + ") must go with " + type.get() + ". Maybe see its page.");
    }
    if (test.type() != type.get()) {
      return issue(
          place + "/" + test.op(),
          CriterionIssue.WRONG_TYPE,
          "The values for " + test.fact() + " (" + test.type() + ") must be " + type.get()
              + ". Maybe add or drop the quotes.");
    }
    return Optional.empty();
  }

  private Optional<CriterionIssue> extIssue(Ext ext) {
    if (extensions.contains(ext.id())) {
      return Optional.empty();
    }
    return issue(
        "/ext:" + ext.id(),
        CriterionIssue.UNKNOWN_EXT,
        "The condition ext:" + ext.id() + " (no such id) must be registered. Maybe do so first.");
  }

  private static Optional<CriterionIssue> issue(String path, String code, String message) {
    return Optional.of(new CriterionIssue(path, code, message));
  }

  /** Collects the facts of a schema. For one thread. */
  public static final class Builder {
    private final Map<FactName, FactType> facts = new HashMap<>();
    private final Map<String, FactType> families = new HashMap<>();
    private final Set<String> extensions = new HashSet<>();
    private Optional<FactSchema> lines = Optional.empty();

    private Builder() {}

    /**
     * Adds facts of one type.
     *
     * @param type the type
     * @param names the facts
     * @return this builder
     * @throws InvalidCriterionException if a name is none
     */
    public Builder facts(FactType type, String... names) {
      for (String name : names) {
        facts.put(FactName.of(name), type);
      }
      return this;
    }

    /**
     * Adds every name that starts with a word and a dot.
     *
     * @param type the type of all of them
     * @param word the first word, such as {@code attribute}
     * @return this builder
     * @throws InvalidCriterionException if the word is none
     */
    public Builder family(FactType type, String word) {
      families.put(FactName.of(word).value(), type);
      return this;
    }

    /**
     * Allows registered conditions.
     *
     * @param ids their ids
     * @return this builder
     */
    public Builder extensions(String... ids) {
      extensions.addAll(Set.of(ids));
      return this;
    }

    /**
     * Allows sums over lines.
     *
     * @param schema what the filter of a sum may ask about one line
     * @return this builder
     */
    public Builder lines(FactSchema schema) {
      lines = Optional.of(schema);
      return this;
    }

    /**
     * Finishes the schema; the builder may go on.
     *
     * @return the schema
     */
    public FactSchema build() {
      return new FactSchema(facts, families, extensions, lines);
    }
  }
}
