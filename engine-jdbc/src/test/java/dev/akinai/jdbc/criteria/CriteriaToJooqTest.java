package dev.akinai.jdbc.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akinai.criteria.Args;
import dev.akinai.criteria.Criterion;
import dev.akinai.criteria.CriterionIssue;
import dev.akinai.criteria.Fact;
import dev.akinai.criteria.Sum;
import java.util.List;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

class CriteriaToJooqTest {

  @Test
  void refusesWhatHasNoSqlFormWithEveryPlace() {
    Criterion criterion = Criterion.all(
        Fact.text("brand").eq("a"),
        Criterion.not(Sum.quantity().ge(3)),
        new Criterion.Ext("near-store", Args.none()),
        Fact.text("nobody").eq("a"),
        Fact.number("brand").eq(1));

    SqlCriterion sql = translate(criterion, SQLDialect.H2);

    assertThat(sql).isInstanceOf(SqlCriterion.Refused.class);
    assertThat(((SqlCriterion.Refused) sql).issues())
        .extracting(issue -> issue.path() + " " + issue.code())
        .containsExactlyInAnyOrder(
            "/all/1/not/sum " + CriterionIssue.NOT_IN_SQL,
            "/all/2/ext:near-store " + CriterionIssue.NOT_IN_SQL,
            "/all/3/nobody " + CriterionIssue.UNKNOWN_FACT,
            "/all/4/brand/eq " + CriterionIssue.WRONG_TYPE);
  }

  @Test
  void valuesAreBoundAndNeverPartOfTheText() {
    String hostile = "a' or 1=1 -- {0} ?";

    SqlCriterion sql = translate(Fact.text("brand").in(hostile, "b"), SQLDialect.POSTGRES);

    var query = DSL.using(SQLDialect.POSTGRES)
        .selectOne()
        .where(((SqlCriterion.Translated) sql).condition());
    assertThat(query.getSQL()).doesNotContain("1=1");
    assertThat(query.getBindValues()).containsExactly(hostile, "b");
  }

  @Test
  void mariaDbComparesBinaryAndWithoutPadding() {
    SqlCriterion sql = translate(Fact.text("brand").eq("a"), SQLDialect.MARIADB);

    String text = DSL.using(SQLDialect.MARIADB).render(((SqlCriterion.Translated) sql).condition());
    assertThat(text).contains("utf8mb4_nopad_bin");
  }

  @Test
  void matchAnswersTheCaseThatHolds() {
    SqlCriterion.Cases<List<String>> codes = new SqlCriterion.Cases<>() {
      @Override
      public List<String> translated(SqlCriterion.Translated translated) {
        return List.of();
      }

      @Override
      public List<String> refused(SqlCriterion.Refused refused) {
        return refused.issues().stream().map(CriterionIssue::code).toList();
      }
    };

    assertThat(translate(Criterion.always(), SQLDialect.H2).match(codes)).isEmpty();
    assertThat(translate(Sum.lines().ge(1), SQLDialect.H2).match(codes))
        .containsExactly(CriterionIssue.NOT_IN_SQL);
  }

  private static SqlCriterion translate(Criterion criterion, SQLDialect dialect) {
    return CriteriaToJooq.of(SampleTables.COLUMNS, dialect).translate(criterion);
  }
}
