package dev.akinai.jdbc.criteria;

import dev.akinai.criteria.CriterionIssue;
import java.util.List;
import org.jooq.Condition;

/** What became of a condition that a database is to test. Immutable. */
public sealed interface SqlCriterion {

  /**
   * The condition in SQL: TRUE, FALSE and NULL for a row as the engine would answer TRUE, FALSE and
   * UNKNOWN for the same facts.
   *
   * @param condition for the where clause over the mapped row
   */
  record Translated(Condition condition) implements SqlCriterion {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.translated(this);
    }
  }

  /**
   * The condition asks what the database cannot answer: a sum over lines, a registered condition,
   * or
   * a fact that is not mapped.
   *
   * @param issues every such place, in the order of the document
   */
  record Refused(List<CriterionIssue> issues) implements SqlCriterion {
    /** Copies the list. */
    public Refused {
      issues = List.copyOf(issues);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.refused(this);
    }
  }

  /**
   * Calls the case that holds.
   *
   * @param cases one function per case
   * @param <R> what the cases answer
   * @return what the case answered
   */
  <R> R match(Cases<R> cases);

  /**
   * One function per case.
   *
   * @param <R> what the functions answer
   */
  interface Cases<R> {
    /** Answers for a condition in SQL. */
    R translated(Translated translated);

    /** Answers for a refusal. */
    R refused(Refused refused);
  }
}
