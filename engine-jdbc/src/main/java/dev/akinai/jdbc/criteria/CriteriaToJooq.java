package dev.akinai.jdbc.criteria;

import dev.akinai.criteria.Criterion;
import dev.akinai.criteria.Criterion.Ext;
import dev.akinai.criteria.Criterion.SumTest;
import dev.akinai.criteria.CriterionIssue;
import dev.akinai.criteria.CriterionPaths;
import dev.akinai.criteria.CriterionPaths.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.SQLDialect;

/**
 * Turns a condition into SQL, so that a database finds everything that meets it.
 *
 * <p>The SQL answers as the engine does in memory, row by row: TRUE where it is TRUE, and NULL
 * where
 * a fact is not known, also under a negation. Texts compare by characters whatever the column's
 * collation. Every value is a bind value. Sums over lines and registered conditions have no SQL
 * form. Immutable and thread-safe.
 */
public final class CriteriaToJooq {
  private final FactColumns columns;
  private final TextBinding texts;

  private CriteriaToJooq(FactColumns columns, TextBinding texts) {
    this.columns = columns;
    this.texts = texts;
  }

  /**
   * A translator for one mapping and database.
   *
   * @param columns where the facts are kept
   * @param dialect the database the SQL is for
   * @return the translator
   */
  public static CriteriaToJooq of(FactColumns columns, SQLDialect dialect) {
    return new CriteriaToJooq(columns, TextBinding.of(dialect));
  }

  /**
   * Translates a condition.
   *
   * @param criterion the condition
   * @return the SQL, or every reason why there is none
   */
  public SqlCriterion translate(Criterion criterion) {
    List<CriterionIssue> issues = new ArrayList<>();
    columns.schema().issues(criterion).stream()
        .filter(issue -> !isAboutCode(issue))
        .forEach(issues::add);
    CriterionPaths.walk(criterion).forEach(step -> withoutSql(step).ifPresent(issues::add));
    if (!issues.isEmpty()) {
      return new SqlCriterion.Refused(issues);
    }
    return new SqlCriterion.Translated(criterion.match(new NodeConditions(columns, texts)));
  }

  // What the schema says about sums and extensions is said better below: SQL never has them.
  private static boolean isAboutCode(CriterionIssue issue) {
    return issue.code().equals(CriterionIssue.NO_SUMS)
        || issue.code().equals(CriterionIssue.UNKNOWN_EXT);
  }

  private static Optional<CriterionIssue> withoutSql(Step step) {
    if (step.node() instanceof SumTest sum) {
      return Optional.of(notInSql(step.path() + "/sum", "sum of " + sum.of().code()));
    }
    return step.node() instanceof Ext ext
        ? Optional.of(notInSql(step.path() + "/ext:" + ext.id(), "ext:" + ext.id()))
        : Optional.empty();
  }

  private static CriterionIssue notInSql(String path, String what) {
    return new CriterionIssue(
        path,
        CriterionIssue.NOT_IN_SQL,
        "The node (" + what + ") must have an SQL form. Maybe evaluate it in memory.");
  }
}
