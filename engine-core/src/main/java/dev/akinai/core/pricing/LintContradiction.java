package dev.akinai.core.pricing;

import dev.akinai.criteria.Criterion;
import dev.akinai.criteria.Literal;
import dev.akinai.criteria.Op;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds conditions that nothing can meet: what must hold together asks one fact for two values, an amount for two ranges that do not meet, or
 * a set to be empty and not. Alternatives are tried one by one, at most 1,000 of them; beyond that the condition counts as possible.
 * For one condition and thread.
 */
final class LintContradiction {

  private static final int MOST = 1_000;

  private int left = MOST;

  private LintContradiction() {}

  /** What contradicts itself, or empty if nothing does, as far as is known. */
  static Optional<String> in(Criterion condition) {
    return new LintContradiction().of(List.of(condition), new ArrayList<>());
  }

  /** Takes the first of what must hold apart; what is simple is kept in {@code known}. */
  private Optional<String> of(List<Criterion> open, List<Criterion> known) {
    if (open.isEmpty()) {
      return clash(known);
    }
    Criterion first = open.get(0);
    List<Criterion> rest = open.subList(1, open.size());
    if (first instanceof Criterion.All all) {
      return of(Stream.concat(all.parts().stream(), rest.stream()).toList(), known);
    }
    if (first instanceof Criterion.Any any) {
      return any(any, rest, known);
    }
    if (first instanceof Criterion.Not not) {
      return not(not.part(), rest, known);
    }
    return of(rest, with(known, first));
  }

  private Optional<String> any(Criterion.Any any, List<Criterion> rest, List<Criterion> known) {
    if (any.parts().isEmpty()) {
      return Optional.of("any of nothing");
    }
    Optional<String> why = Optional.empty();
    for (Criterion part : any.parts()) {
      if (--left < 0) {
        return Optional.empty();
      }
      why = of(Stream.concat(Stream.of(part), rest.stream()).toList(), known);
      if (why.isEmpty()) {
        return why;
      }
    }
    return why;
  }

  private Optional<String> not(Criterion part, List<Criterion> rest, List<Criterion> known) {
    if (part.equals(Criterion.always())) {
      return Optional.of("not anything");
    }
    if (part instanceof Criterion.Test test && (test.op() == Op.EQ || test.op() == Op.IN)) {
      return of(rest, with(known, new Criterion.Test(test.fact(), Op.NOT_IN, test.values())));
    }
    return of(rest, known); // what else is denied is not looked at
  }

  private static List<Criterion> with(List<Criterion> known, Criterion more) {
    var all = new ArrayList<>(known);
    all.add(more);
    return all;
  }

  // --- what holds together ---------------------------------------------------------------------

  private static Optional<String> clash(List<Criterion> known) {
    Map<String, List<Criterion.Test>> tests = new TreeMap<>();
    Map<String, long[]> sums = new TreeMap<>();
    for (Criterion each : known) {
      if (each instanceof Criterion.Test test) {
        tests.computeIfAbsent(test.fact().value(), name -> new ArrayList<>()).add(test);
      } else if (each instanceof Criterion.SumTest sum) {
        long[] range = sums.computeIfAbsent(name(sum), name -> new long[] {0, Long.MAX_VALUE});
        narrow(range, sum.op(), Conditions.numbers(sum.bounds()));
      }
    }
    return Stream.concat(
            tests.entrySet().stream()
                .filter(each -> clashes(each.getValue()))
                .map(each -> each.getKey() + " " + shown(each.getValue())),
            sums.entrySet().stream()
                .filter(each -> each.getValue()[0] > each.getValue()[1])
                .map(each -> "%s of %d or more and %d or less"
                    .formatted(each.getKey(), each.getValue()[0], each.getValue()[1])))
        .findFirst();
  }

  private static String name(Criterion.SumTest sum) {
    String basis = sum.of() == Criterion.Measure.AMOUNT ? " " + sum.basis() : "";
    return sum.of().code() + basis + sum.where().map(where -> " where " + where).orElse("");
  }

  private static String shown(List<Criterion.Test> tests) {
    return String.join(
        " and ", tests.stream().map(each -> each.op() + " " + values(each)).toList());
  }

  private static Set<String> values(Criterion.Test test) {
    var values = new TreeSet<String>();
    for (Literal literal : test.values()) {
      values.add(
          literal instanceof Literal.Text text
              ? text.value()
              : literal instanceof Literal.Whole number
                  ? Long.toString(number.value())
                  : Boolean.toString(((Literal.Flag) literal).value()));
    }
    return values;
  }

  private static boolean clashes(List<Criterion.Test> tests) {
    return switch (tests.get(0).type()) {
      case TEXT -> textsClash(tests);
      case NUMBER -> numbersClash(tests);
      case SET -> setsClash(tests);
      case FLAG -> tests.stream().map(LintContradiction::values).distinct().count() > 1;
      case TREE -> false; // goods may stand at several places
    };
  }

  private static boolean textsClash(List<Criterion.Test> tests) {
    Optional<Set<String>> allowed = Optional.empty();
    for (Criterion.Test test : tests) {
      if (test.op() == Op.EQ || test.op() == Op.IN) {
        Set<String> values = values(test);
        allowed.ifPresent(values::retainAll);
        allowed = Optional.of(values);
      }
    }
    if (allowed.isEmpty()) {
      return false;
    }
    Set<String> left = allowed.get();
    tests.stream()
        .filter(test -> test.op() == Op.NE || test.op() == Op.NOT_IN)
        .forEach(test -> left.removeAll(values(test)));
    return left.isEmpty();
  }

  private static boolean numbersClash(List<Criterion.Test> tests) {
    long[] range = {Long.MIN_VALUE, Long.MAX_VALUE};
    for (Criterion.Test test : tests) {
      narrow(range, test.op(), Conditions.numbers(test.values()));
    }
    return range[0] > range[1];
  }

  private static void narrow(long[] range, Op op, long[] bounds) {
    switch (op) {
      case GE -> range[0] = Math.max(range[0], bounds[0]);
      case GT -> range[0] = Math.max(range[0], bounds[0] + 1);
      case LE -> range[1] = Math.min(range[1], bounds[0]);
      case LT -> range[1] = Math.min(range[1], bounds[0] - 1);
      case EQ -> {
        range[0] = Math.max(range[0], bounds[0]);
        range[1] = Math.min(range[1], bounds[0]);
      }
      case BETWEEN -> {
        range[0] = Math.max(range[0], bounds[0]);
        range[1] = Math.min(range[1], bounds[1] - 1);
      }
      default -> {
        // sets of numbers narrow no range
      }
    }
  }

  private static boolean setsClash(List<Criterion.Test> tests) {
    boolean empty = tests.stream().anyMatch(each -> isEmpty(each, true));
    boolean full = tests.stream().anyMatch(each -> each.op() != Op.EMPTY || isEmpty(each, false));
    return empty && full;
  }

  private static boolean isEmpty(Criterion.Test test, boolean wanted) {
    return test.op() == Op.EMPTY && ((Literal.Flag) test.values().get(0)).value() == wanted;
  }
}
