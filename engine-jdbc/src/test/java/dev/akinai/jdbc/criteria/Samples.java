package dev.akinai.jdbc.criteria;

import dev.akinai.criteria.Criterion;
import dev.akinai.criteria.CriterionLimits;
import dev.akinai.criteria.Fact;
import dev.akinai.criteria.TreePosition;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Arbitrary rows and conditions, few enough values that they meet, nasty enough to matter. */
final class Samples {
  private static final String[] TEXTS = {
    "",
    " ",
    "a",
    "A",
    "a ",
    " a",
    "aa",
    "\u00e4",
    "a\u0308",
    "\u00df",
    "ss",
    "i",
    "\u0131",
    "\u0130",
    "\u212b",
    "\u00c5",
    "\uff21",
    "\ud83d\ude00",
    "\ud83d\ude01",
    "\ufffd",
    "%",
    "_",
    "\\",
    "'",
    "\"",
    "a\tb",
    "a\nb",
    "null",
    "?",
    "{0}",
    ":x",
    "0",
    "00",
    "\u200d",
    "\u00e4 "
  };
  private static final Long[] NUMBERS = {
    Long.MIN_VALUE, Long.MIN_VALUE + 1, -1L, 0L, 1L, 99L, 100L, Long.MAX_VALUE - 1, Long.MAX_VALUE
  };

  private Samples() {}

  static Arbitrary<SampleRow> rows() {
    return Combinators.combine(
            maybe(texts()),
            maybe(numbers()),
            maybe(Arbitraries.of(true, false)),
            maybe(codes()),
            codes(),
            maybe(Combinators.combine(codes(), codes()).as(TreePosition::new)))
        .as(SampleRow::new);
  }

  static Arbitrary<Criterion> criteria() {
    return Arbitraries.lazyOf(
            Samples::tests,
            Samples::tests,
            () -> criteria().map(Criterion::not),
            () -> criteria().array(Criterion[].class).ofMaxSize(3).map(Criterion::all),
            () -> criteria().array(Criterion[].class).ofMaxSize(3).map(Criterion::any))
        .filter(Samples::isNotHuge);
  }

  // Nested draws may pass the limits of the language; those never become a Criterion.
  private static boolean isNotHuge(Criterion criterion) {
    return CriterionLimits.sizeOf(criterion).depth() < 12;
  }

  private static Arbitrary<Criterion> tests() {
    return Arbitraries.oneOf(textTests(), numberTests(), setTests(), flagTests(), treeTests());
  }

  private static Arbitrary<Criterion> textTests() {
    Fact.TextFact brand = Fact.text("brand");
    Arbitrary<String[]> several = texts().array(String[].class).ofMinSize(1).ofMaxSize(4);
    return Arbitraries.oneOf(
        texts().map(brand::eq),
        texts().map(brand::ne),
        several.map(brand::in),
        several.map(brand::notIn));
  }

  private static Arbitrary<Criterion> numberTests() {
    Fact.NumberFact price = Fact.number("price");
    Arbitrary<long[]> several = numbers().array(long[].class).ofMinSize(1).ofMaxSize(3);
    Arbitrary<Criterion> between = Combinators.combine(numbers(), numbers())
        .filter((from, below) -> from < below)
        .as(price::between);
    return Arbitraries.oneOf(
        numbers().map(price::eq),
        numbers().map(price::ne),
        numbers().map(price::lt),
        numbers().map(price::le),
        numbers().map(price::gt),
        numbers().map(price::ge),
        several.map(price::in),
        several.map(price::notIn),
        between);
  }

  private static Arbitrary<Criterion> setTests() {
    Arbitrary<String[]> several = texts().array(String[].class).ofMinSize(1).ofMaxSize(3);
    return Arbitraries.of("tags", "groups")
        .map(Fact::set)
        .flatMap(set -> Arbitraries.oneOf(
            texts().map(set::has),
            several.map(set::hasAny),
            several.map(set::hasAll),
            Arbitraries.of(set.isEmpty(), set.isNotEmpty())));
  }

  private static Arbitrary<Criterion> treeTests() {
    Fact.TreeFact category = Fact.tree("category");
    return Arbitraries.oneOf(texts().map(category::under), texts().map(category::at));
  }

  private static Arbitrary<Criterion> flagTests() {
    Fact.FlagFact reduced = Fact.flag("reduced");
    return Arbitraries.of(reduced.isTrue(), reduced.isFalse());
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.of(TEXTS);
  }

  private static Arbitrary<Long> numbers() {
    return Arbitraries.of(NUMBERS);
  }

  private static Arbitrary<Set<String>> codes() {
    return texts().set().ofMaxSize(3);
  }

  private static <T> Arbitrary<Optional<T>> maybe(Arbitrary<T> values) {
    return values.optional(0.7);
  }
}
