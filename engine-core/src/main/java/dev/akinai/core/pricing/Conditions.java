package dev.akinai.core.pricing;

import dev.akinai.criteria.Criterion;
import dev.akinai.criteria.Literal;
import dev.akinai.criteria.Op;
import dev.akinai.criteria.Truth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns a condition into code that asks the facts directly. It answers what {@code CriteriaEvaluator} answers, a test holds the two
 * together (L-PRI-59); it is only faster. Stateless once built.
 *
 * @param <T> what is asked: a band, or a cart
 */
abstract class Conditions<T> {

  /** What the tests that look at a number answer; a relaxed condition leaves them open. */
  enum Numbers {
    ASKED,
    LEFT_OPEN
  }

  private final Numbers numbers;

  Conditions(Numbers numbers) {
    this.numbers = numbers;
  }

  Test<T> compile(Criterion criterion) {
    return compile(criterion, true);
  }

  /** A number left open answers what helps the whole: TRUE, but FALSE below a not. */
  private Test<T> compile(Criterion criterion, boolean helps) {
    if (criterion instanceof Criterion.All all) {
      return all(parts(all.parts(), helps));
    }
    if (criterion instanceof Criterion.Any any) {
      return any(parts(any.parts(), helps));
    }
    if (criterion instanceof Criterion.Not not) {
      Test<T> part = compile(not.part(), !helps);
      return subject -> part.of(subject).not();
    }
    return numbers == Numbers.LEFT_OPEN && looksAtNumber(criterion)
        ? constant(Truth.of(helps))
        : leaf(criterion);
  }

  private Test<T> leaf(Criterion criterion) {
    if (criterion instanceof Criterion.SumTest sum) {
      return sum(sum);
    }
    if (criterion instanceof Criterion.Ext ext) {
      return ext(ext);
    }
    Criterion.Test test = (Criterion.Test) criterion;
    String fact = test.fact().value();
    return switch (test.type()) {
      case TEXT -> text(fact, test);
      case NUMBER -> number(fact, test);
      case SET -> set(fact, test);
      case TREE -> tree(fact, test);
      case FLAG -> flag(fact, test);
    };
  }

  abstract @Nullable String textOf(T subject, String fact);

  abstract @Nullable Long numberOf(T subject, String fact);

  abstract @Nullable Set<String> setOf(T subject, String fact);

  abstract Test<T> tree(String fact, Criterion.Test test);

  abstract Test<T> flag(String fact, Criterion.Test test);

  abstract Test<T> sum(Criterion.SumTest sum);

  abstract Test<T> ext(Criterion.Ext ext);

  static boolean looksAtNumber(Criterion criterion) {
    return criterion instanceof Criterion.SumTest
        || (criterion instanceof Criterion.Test test
            && test.values().get(0) instanceof Literal.Whole);
  }

  private List<Test<T>> parts(List<Criterion> parts, boolean helps) {
    return parts.stream().map(part -> compile(part, helps)).toList();
  }

  private static <T> Test<T> constant(Truth truth) {
    return subject -> truth;
  }

  private static <T> Test<T> all(List<Test<T>> parts) {
    if (parts.size() == 1) {
      return parts.get(0);
    }
    @SuppressWarnings("unchecked")
    Test<T>[] tests = (Test<T>[]) parts.toArray(Test<?>[]::new);
    return subject -> {
      Truth truth = Truth.TRUE;
      for (Test<T> test : tests) {
        truth = truth.and(test.of(subject));
        if (truth == Truth.FALSE) {
          return truth;
        }
      }
      return truth;
    };
  }

  private static <T> Test<T> any(List<Test<T>> parts) {
    if (parts.size() == 1) {
      return parts.get(0);
    }
    @SuppressWarnings("unchecked")
    Test<T>[] tests = (Test<T>[]) parts.toArray(Test<?>[]::new);
    return subject -> {
      Truth truth = Truth.FALSE;
      for (Test<T> test : tests) {
        truth = truth.or(test.of(subject));
        if (truth == Truth.TRUE) {
          return truth;
        }
      }
      return truth;
    };
  }

  private Test<T> text(String fact, Criterion.Test test) {
    Set<String> values = texts(test);
    boolean positive = test.op() == Op.EQ || test.op() == Op.IN;
    return subject -> {
      String text = textOf(subject, fact);
      return text == null ? Truth.UNKNOWN : Truth.of(values.contains(text) == positive);
    };
  }

  private Test<T> number(String fact, Criterion.Test test) {
    long[] values = numbers(test.values());
    Op op = test.op();
    return subject -> {
      Long number = numberOf(subject, fact);
      return number == null ? Truth.UNKNOWN : Truth.of(holds(number, op, values));
    };
  }

  private Test<T> set(String fact, Criterion.Test test) {
    Op op = test.op();
    if (op == Op.EMPTY) {
      boolean wanted = ((Literal.Flag) test.values().get(0)).value();
      return subject -> {
        Set<String> set = setOf(subject, fact);
        return set == null ? Truth.UNKNOWN : Truth.of(set.isEmpty() == wanted);
      };
    }
    Set<String> values = texts(test);
    return subject -> {
      Set<String> set = setOf(subject, fact);
      return set == null ? Truth.UNKNOWN : Truth.of(meets(set, values, op));
    };
  }

  private static boolean meets(Set<String> set, Set<String> values, Op op) {
    if (op == Op.HAS_ALL) {
      return set.containsAll(values);
    }
    for (String value : values) {
      if (set.contains(value)) {
        return true;
      }
    }
    return false;
  }

  static boolean holds(long number, Op op, long[] values) {
    return switch (op) {
      case EQ, IN -> contains(values, number);
      case NE, NOT_IN -> !contains(values, number);
      case LT -> number < values[0];
      case LE -> number <= values[0];
      case GT -> number > values[0];
      case GE -> number >= values[0];
      case BETWEEN -> number >= values[0] && number < values[1];
      default ->
        throw new IllegalStateException(
            "The operator (" + op + ") must compare numbers. Maybe Criterion.Test let it through.");
    };
  }

  private static boolean contains(long[] values, long number) {
    for (long value : values) {
      if (value == number) {
        return true;
      }
    }
    return false;
  }

  static long[] numbers(List<Literal> values) {
    return values.stream().mapToLong(value -> ((Literal.Whole) value).value()).toArray();
  }

  static Set<String> texts(Criterion.Test test) {
    Set<String> texts = new HashSet<>();
    test.values().forEach(value -> texts.add(((Literal.Text) value).value()));
    return texts;
  }
}
