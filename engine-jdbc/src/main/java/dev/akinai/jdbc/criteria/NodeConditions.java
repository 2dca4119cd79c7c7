package dev.akinai.jdbc.criteria;

import dev.akinai.criteria.Criterion;
import dev.akinai.criteria.Criterion.All;
import dev.akinai.criteria.Criterion.Any;
import dev.akinai.criteria.Criterion.Ext;
import dev.akinai.criteria.Criterion.Not;
import dev.akinai.criteria.Criterion.SumTest;
import dev.akinai.criteria.Criterion.Test;
import dev.akinai.criteria.FactName;
import dev.akinai.criteria.Literal;
import dev.akinai.criteria.Op;
import dev.akinai.jdbc.criteria.FactColumns.FlagColumn;
import dev.akinai.jdbc.criteria.FactColumns.NumberColumn;
import dev.akinai.jdbc.criteria.FactColumns.SetRows;
import dev.akinai.jdbc.criteria.FactColumns.TextColumn;
import dev.akinai.jdbc.criteria.FactColumns.TreeRows;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * The SQL of each type of node. NULL stands for UNKNOWN, so SQL's own AND, OR and NOT are Kleene's;
 * only EXISTS is never NULL and is wrapped where a set may be unknown.
 */
final class NodeConditions implements Criterion.Cases<Condition> {
  private final FactColumns columns;
  private final TextBinding texts;

  NodeConditions(FactColumns columns, TextBinding texts) {
    this.columns = columns;
    this.texts = texts;
  }

  // The constants stand first: for an empty list jOOQ would leave the condition out altogether.
  @Override
  public Condition all(All all) {
    Condition first = DSL.trueCondition();
    return all.parts().stream().map(part -> part.match(this)).reduce(first, Condition::and);
  }

  @Override
  public Condition any(Any any) {
    Condition first = DSL.falseCondition();
    return any.parts().stream().map(part -> part.match(this)).reduce(first, Condition::or);
  }

  @Override
  public Condition not(Not not) {
    return DSL.not(not.part().match(this));
  }

  @Override
  public Condition sum(SumTest sum) {
    throw untranslatable(sum);
  }

  @Override
  public Condition ext(Ext ext) {
    throw untranslatable(ext);
  }

  @Override
  public Condition test(Test test) {
    FactName fact = test.fact();
    return switch (test.type()) {
      case TEXT -> asked(columns.get(fact, TextColumn.class).field(), test);
      case NUMBER -> compared(columns.get(fact, NumberColumn.class).field(), test);
      case FLAG -> flag(columns.get(fact, FlagColumn.class).field(), isTrue(test));
      case SET -> set(columns.get(fact, SetRows.class), test);
      case TREE -> tree(columns.get(fact, TreeRows.class), test);
    };
  }

  private Condition asked(Field<String> field, Test test) {
    List<Field<String>> values = texts(test);
    return switch (test.op()) {
      case EQ -> field.eq(values.get(0));
      case NE -> field.ne(values.get(0));
      case IN -> field.in(values);
      case NOT_IN -> field.notIn(values);
      default -> throw untranslatable(test);
    };
  }

  private static Condition compared(Field<Long> field, Test test) {
    List<Long> values = test.values().stream().map(NodeConditions::number).toList();
    long first = values.get(0);
    return switch (test.op()) {
      case EQ -> field.eq(first);
      case NE -> field.ne(first);
      case IN -> field.in(values);
      case NOT_IN -> field.notIn(values);
      case LT -> field.lt(first);
      case LE -> field.le(first);
      case GT -> field.gt(first);
      case GE -> field.ge(first);
      case BETWEEN -> field.ge(first).and(field.lt(values.get(1)));
      default -> throw untranslatable(test);
    };
  }

  private static Condition flag(Field<Boolean> field, boolean yes) {
    return field.eq(DSL.inline(yes));
  }

  private Condition set(SetRows set, Test test) {
    ChildRows rows = set.rows();
    Condition answer =
        switch (test.op()) {
          case HAS, HAS_ANY -> anyOf(rows, texts(test));
          case HAS_ALL -> allOf(rows, test);
          case EMPTY ->
            isTrue(test)
                ? DSL.notExists(DSL.selectOne().from(rows.table()).where(rows.link()))
                : DSL.exists(DSL.selectOne().from(rows.table()).where(rows.link()));
          default -> throw untranslatable(test);
        };
    return whereKnown(set.known(), answer);
  }

  private Condition tree(TreeRows tree, Test test) {
    ChildRows rows = test.op() == Op.AT ? tree.at() : tree.under();
    return whereKnown(tree.known(), anyOf(rows, texts(test)));
  }

  private static Condition anyOf(ChildRows rows, List<Field<String>> values) {
    return DSL.exists(
        DSL.selectOne().from(rows.table()).where(rows.link()).and(rows.value().in(values)));
  }

  // One counting query instead of one EXISTS per value, of which there may be thousands.
  private Condition allOf(ChildRows rows, Test test) {
    List<Field<String>> values =
        test.values().stream().distinct().map(this::text).toList();
    Field<Integer> found = DSL.select(DSL.countDistinct(texts.binary(rows.value())))
        .from(rows.table())
        .where(rows.link())
        .and(rows.value().in(values))
        .asField();
    return found.eq(values.size());
  }

  // EXISTS and COUNT know nothing of absent facts: CASE gives NULL where the fact is not known.
  private static Condition whereKnown(Optional<Condition> known, Condition answer) {
    return known
        .map(condition -> DSL.condition(DSL.when(condition, DSL.field(answer))))
        .orElse(answer);
  }

  private List<Field<String>> texts(Test test) {
    return test.values().stream().map(this::text).toList();
  }

  private Field<String> text(Literal literal) {
    return texts.value(((Literal.Text) literal).value());
  }

  private static long number(Literal literal) {
    return ((Literal.Whole) literal).value();
  }

  private static boolean isTrue(Test test) {
    return ((Literal.Flag) test.values().get(0)).value();
  }

  private static IllegalStateException untranslatable(Criterion node) {
    return new IllegalStateException(
        "The node (" + node + ") must have an SQL form. Maybe translate() let it through.");
  }
}
