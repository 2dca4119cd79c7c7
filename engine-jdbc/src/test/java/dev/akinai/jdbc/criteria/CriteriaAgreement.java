package dev.akinai.jdbc.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akinai.core.criteria.CriteriaEvaluator;
import dev.akinai.criteria.Criterion;
import dev.akinai.criteria.Fact;
import dev.akinai.criteria.TreePosition;
import dev.akinai.criteria.Truth;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * The two interpreters agree on every row: TRUE in memory is selected by the SQL, FALSE in memory
 * by
 * its negation, and UNKNOWN by neither. One subclass per database.
 */
abstract class CriteriaAgreement {
  static {
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
  }

  private Optional<Connection> connection = Optional.empty();
  private Optional<SampleTables> tables = Optional.empty();

  abstract DataSource dataSource();

  abstract SQLDialect dialect();

  @BeforeProperty
  void open() throws SQLException {
    Connection opened = dataSource().getConnection();
    connection = Optional.of(opened);
    DSLContext dsl = DSL.using(opened, dialect());
    tables = Optional.of(SampleTables.create(dsl));
  }

  @AfterProperty
  void close() throws SQLException {
    tables.orElseThrow().drop();
    connection.orElseThrow().close();
  }

  @Property(tries = 400)
  void agree(@ForAll("criteria") Criterion criterion, @ForAll("rows") List<SampleRow> rows) {
    tables.orElseThrow().fill(rows);

    requireAgreement(criterion, rows);
  }

  @Example
  void aListAtItsBoundAgrees() {
    String[] codes = new String[10_000];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = "code-" + i;
    }
    List<SampleRow> rows = List.of(
        row(Optional.of("code-9999"), Set.of("code-1")), row(Optional.of("other"), Set.of()));
    tables.orElseThrow().fill(rows);

    requireAgreement(Fact.text("brand").in(codes), rows);
    requireAgreement(Fact.set("tags").hasAll(codes), rows);
  }

  @Example
  void capitalsAndTrailingBlanksCount() {
    List<SampleRow> rows = List.of(
        row(Optional.of("app"), Set.of("a")),
        row(Optional.of("App"), Set.of("A", "a")),
        row(Optional.of("app "), Set.of("a ")),
        row(Optional.empty(), Set.of()));
    tables.orElseThrow().fill(rows);

    assertThat(selected(sql(Fact.text("brand").eq("app")))).containsExactly(0);
    assertThat(selected(sql(Fact.text("brand").ne("app")))).containsExactly(1, 2);
    assertThat(selected(sql(Fact.set("tags").hasAll("a", "A")))).containsExactly(1);
  }

  @Provide
  Arbitrary<Criterion> criteria() {
    return Samples.criteria();
  }

  @Provide
  Arbitrary<List<SampleRow>> rows() {
    return Samples.rows().list().ofMinSize(1).ofMaxSize(6);
  }

  private void requireAgreement(Criterion criterion, List<SampleRow> rows) {
    Condition condition = sql(criterion);
    assertThat(selected(condition)).isEqualTo(inMemory(criterion, rows, Truth.TRUE));
    assertThat(selected(DSL.not(condition))).isEqualTo(inMemory(criterion, rows, Truth.FALSE));
  }

  private static Set<Integer> inMemory(Criterion criterion, List<SampleRow> rows, Truth truth) {
    Set<Integer> found = new TreeSet<>();
    for (int i = 0; i < rows.size(); i++) {
      if (CriteriaEvaluator.evaluate(criterion, rows.get(i).facts()) == truth) {
        found.add(i);
      }
    }
    return found;
  }

  private Set<Integer> selected(Condition condition) {
    return tables.orElseThrow().select(condition).stream()
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Condition sql(Criterion criterion) {
    SqlCriterion sql = CriteriaToJooq.of(SampleTables.COLUMNS, dialect()).translate(criterion);
    assertThat(sql).isInstanceOf(SqlCriterion.Translated.class);
    return ((SqlCriterion.Translated) sql).condition();
  }

  private static SampleRow row(Optional<String> brand, Set<String> tags) {
    return new SampleRow(
        brand,
        Optional.empty(),
        Optional.empty(),
        Optional.of(tags),
        tags,
        Optional.of(TreePosition.of("shirts", "clothes")));
  }
}
