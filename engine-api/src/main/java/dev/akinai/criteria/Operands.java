package dev.akinai.criteria;

import dev.akinai.criteria.Criterion.Basis;
import dev.akinai.criteria.Criterion.Measure;
import dev.akinai.criteria.Criterion.SumTest;
import dev.akinai.criteria.Literal.Flag;
import dev.akinai.criteria.Literal.Whole;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which values go with which operator. */
final class Operands {
  private static final Set<Op> SUM_OPS = Set.of(Op.LT, Op.LE, Op.GT, Op.GE, Op.BETWEEN);
  private static final Pattern EXT_ID = Pattern.compile("[a-z][A-Za-z0-9.-]{0,63}");

  private Operands() {}

  static List<Literal> check(Op op, List<Literal> values) {
    List<Literal> copy = List.copyOf(values);
    requireCount(op, copy.size());
    if (copy.stream().map(Object::getClass).distinct().count() > 1) {
      throw bad(CriterionIssue.WRONG_TYPE, op, "mixed types", "take values of one type");
    }
    if (!op.types().contains(typeOf(copy.get(0), op))) {
      throw bad(CriterionIssue.WRONG_TYPE, op, nameOf(copy.get(0)), "take another type of value");
    }
    if (op == Op.BETWEEN && number(copy, 0) >= number(copy, 1)) {
      String interval = number(copy, 0) + " to " + number(copy, 1);
      throw bad(CriterionIssue.BAD_VALUE, op, interval, "go upwards, the end is not included");
    }
    return copy;
  }

  static FactType type(Op op, List<Literal> values) {
    return typeOf(values.get(0), op);
  }

  static List<Literal> checkSum(
      Measure of, Optional<Criterion> where, Basis basis, Op op, List<Literal> bounds) {
    if (!SUM_OPS.contains(op)) {
      throw bad(CriterionIssue.WRONG_OP, op, "in a sum", "be one of lt, le, gt, ge and between");
    }
    if (of != Measure.AMOUNT && basis != Basis.NET) {
      throw InvalidCriterionException.of(
          CriterionIssue.BAD_FORM,
          "The basis (" + basis + ") must go with an amount. Maybe leave it out.");
    }
    if (where.isPresent() && holdsSum(where.get())) {
      throw InvalidCriterionException.of(
          CriterionIssue.NO_SUMS,
          "The filter of a sum (it has a sum) must ask about one line. Maybe test the line.");
    }
    return check(op, bounds);
  }

  static void checkExtId(String id) {
    if (!EXT_ID.matcher(id).matches()) {
      throw InvalidCriterionException.of(
          CriterionIssue.BAD_NAME,
          "The extension id ("
              + Texts.shown(id)
              + ") must be 1 to 64 letters, digits, dots and dashes. Maybe start with a-z.");
    }
  }

  private static boolean holdsSum(Criterion criterion) {
    return criterion instanceof SumTest || criterion.parts().stream().anyMatch(Operands::holdsSum);
  }

  private static void requireCount(Op op, int count) {
    boolean right = switch (op.takes()) {
      case ONE, FLAG -> count == 1;
      case TWO -> count == 2;
      case MANY -> count >= 1;
    };
    if (!right) {
      String need = op.takes() == Op.Takes.MANY ? "at least one value" : "the values it asks for";
      throw bad(CriterionIssue.BAD_VALUE, op, count + " values", "take " + need);
    }
  }

  // Texts and flags belong to the one type of their operator; only eq, ne, in and notIn have two.
  private static FactType typeOf(Literal literal, Op op) {
    if (literal instanceof Whole) {
      return FactType.NUMBER;
    }
    boolean flag = literal instanceof Flag;
    if (flag != (op.takes() == Op.Takes.FLAG)) {
      return flag ? FactType.FLAG : FactType.TEXT;
    }
    boolean single = op.types().size() == 1;
    return single && !op.types().contains(FactType.NUMBER)
        ? op.types().iterator().next()
        : FactType.TEXT;
  }

  private static long number(List<Literal> values, int index) {
    return ((Whole) values.get(index)).value();
  }

  private static String nameOf(Literal literal) {
    if (literal instanceof Whole) {
      return "a number";
    }
    return literal instanceof Flag ? "true or false" : "a text";
  }

  private static InvalidCriterionException bad(String code, Op op, String what, String must) {
    return InvalidCriterionException.of(
        code, "The operator " + op + " (" + what + ") must " + must + ". Maybe see its page.");
  }
}
