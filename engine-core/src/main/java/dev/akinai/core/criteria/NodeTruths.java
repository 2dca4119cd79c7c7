package dev.akinai.core.criteria;

import dev.akinai.criteria.Criterion;
import dev.akinai.criteria.Criterion.All;
import dev.akinai.criteria.Criterion.Any;
import dev.akinai.criteria.Criterion.Ext;
import dev.akinai.criteria.Criterion.Not;
import dev.akinai.criteria.Criterion.SumTest;
import dev.akinai.criteria.Criterion.Test;
import dev.akinai.criteria.FactName;
import dev.akinai.criteria.Facts;
import dev.akinai.criteria.Literal;
import dev.akinai.criteria.Op;
import dev.akinai.criteria.Truth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** The truth of each type of node, for one set of facts. */
final class NodeTruths implements Criterion.Cases<Truth> {
  private final Facts facts;

  NodeTruths(Facts facts) {
    this.facts = facts;
  }

  @Override
  public Truth all(All all) {
    Truth truth = Truth.TRUE;
    for (Criterion part : all.parts()) {
      truth = truth.and(part.match(this));
      if (truth == Truth.FALSE) {
        return truth;
      }
    }
    return truth;
  }

  @Override
  public Truth any(Any any) {
    Truth truth = Truth.FALSE;
    for (Criterion part : any.parts()) {
      truth = truth.or(part.match(this));
      if (truth == Truth.TRUE) {
        return truth;
      }
    }
    return truth;
  }

  @Override
  public Truth not(Not not) {
    return not.part().match(this).not();
  }

  @Override
  public Truth sum(SumTest sum) {
    return compared(facts.sum(sum), sum.op(), sum.bounds());
  }

  @Override
  public Truth ext(Ext ext) {
    return facts.ext(ext);
  }

  @Override
  public Truth test(Test test) {
    FactName fact = test.fact();
    return switch (test.type()) {
      case TEXT -> known(facts.text(fact).map(text -> asked(text, test)));
      case NUMBER -> compared(facts.number(fact), test.op(), test.values());
      case SET -> known(facts.set(fact).map(set -> asked(set, test)));
      case TREE ->
        known(facts.tree(fact).map(position -> {
          String place = text(test.values().get(0));
          return test.op() == Op.AT ? position.isAt(place) : position.isUnder(place);
        }));
      case FLAG -> isTrue(test) ? facts.flag(fact) : facts.flag(fact).not();
    };
  }

  private static boolean asked(String text, Test test) {
    boolean listed = texts(test).anyMatch(text::equals);
    boolean positive = test.op() == Op.EQ || test.op() == Op.IN;
    return listed == positive;
  }

  private static boolean asked(Set<String> set, Test test) {
    return switch (test.op()) {
      case HAS, HAS_ANY -> texts(test).anyMatch(set::contains);
      case HAS_ALL -> texts(test).allMatch(set::contains);
      case EMPTY -> set.isEmpty() == isTrue(test);
      default -> throw unexpected(test.op());
    };
  }

  private static Truth compared(OptionalLong known, Op op, List<Literal> values) {
    return known.isEmpty() ? Truth.UNKNOWN : Truth.of(asked(known.getAsLong(), op, values));
  }

  private static boolean asked(long number, Op op, List<Literal> values) {
    long first = number(values.get(0));
    return switch (op) {
      case EQ, IN -> values.stream().anyMatch(value -> number(value) == number);
      case NE, NOT_IN -> values.stream().noneMatch(value -> number(value) == number);
      case LT -> number < first;
      case LE -> number <= first;
      case GT -> number > first;
      case GE -> number >= first;
      case BETWEEN -> number >= first && number < number(values.get(1));
      default -> throw unexpected(op);
    };
  }

  private static Truth known(Optional<Boolean> answer) {
    return answer.map(Truth::of).orElse(Truth.UNKNOWN);
  }

  private static Stream<String> texts(Test test) {
    return test.values().stream().map(NodeTruths::text);
  }

  private static String text(Literal literal) {
    return ((Literal.Text) literal).value();
  }

  private static long number(Literal literal) {
    return ((Literal.Whole) literal).value();
  }

  private static boolean isTrue(Test test) {
    return ((Literal.Flag) test.values().get(0)).value();
  }

  private static IllegalStateException unexpected(Op op) {
    return new IllegalStateException(
        "The operator (" + op + ") must go with the values. Maybe Criterion.Test let it through.");
  }
}
