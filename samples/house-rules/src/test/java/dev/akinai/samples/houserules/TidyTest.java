package dev.akinai.samples.houserules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akinai.samples.houserules.Sources.Declared;
import dev.akinai.samples.houserules.Sources.Sort;
import dev.akinai.samples.houserules.Tree.File;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TidyTest {
  private static final List<TextRule> RULES = TextRules.all();
  private static final Exceptions EXCEPTIONS = Exceptions.load();
  private static final Map<TextRule, List<String>> FINDINGS = new ConcurrentHashMap<>();

  static Stream<TextRule> rules() {
    return RULES.stream();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void holds(TextRule rule) {
    assertThat(findings(rule)).as("%s, because %s", rule.name(), rule.because()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void catchesTheBadExample(TextRule rule) {
    File bad = rule.badExample();

    assertThat(rule.scope().test(bad)).as("the scope of %s", rule.name()).isTrue();
    assertThat(rule.look().at(bad)).as(rule.name()).hasSize(1);
  }

  @Test
  void needsEveryException() {
    Set<String> names = rules().map(TextRule::name).collect(Collectors.toSet());
    RULES.forEach(TidyTest::findings);

    assertThat(EXCEPTIONS.unused(names))
        .as("rows that may go from exceptions.txt")
        .isEmpty();
  }

  @Test
  void knowsTheRuleOfEveryException() {
    Set<String> names = Stream.of(
            rules().map(TextRule::name),
            ClassRules.all().stream().map(ClassRule::name),
            Stream.of(DocsTest.DOCS))
        .flatMap(all -> all)
        .collect(Collectors.toSet());

    assertThat(Exceptions.load().rows()).extracting(Exceptions.Row::rule).isSubsetOf(names);
  }

  @Test
  void printsHowLongMethodsAre() {
    List<File> main = Tree.files().stream()
        .filter(File::isMain)
        .filter(file -> file.path().startsWith("engine-"))
        .toList();
    long[] lengths = main.stream()
        .flatMap(file -> Sources.in(file).stream())
        .filter(one -> one.sort() == Sort.METHOD)
        .mapToLong(Declared::lines)
        .sorted()
        .toArray();

    assertThat(lengths.length).isGreaterThan(1_000);
    System.out.printf(
        "Method length in lines: 90th percentile %d, 99th %d, longest %d, of %d methods%n",
        percentile(lengths, 90),
        percentile(lengths, 99),
        lengths[lengths.length - 1],
        lengths.length);
    System.out.printf("File length in lines: median of engine-api %d%n", median(main));
    assertThat(percentile(new long[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 90)).isEqualTo(9);
  }

  private static long percentile(long[] sorted, int percent) {
    return sorted[(sorted.length * percent + 99) / 100 - 1];
  }

  private static long median(List<File> files) {
    long[] lengths = files.stream()
        .filter(file -> file.path().startsWith("engine-api/"))
        .mapToLong(file -> file.text().lines().count())
        .sorted()
        .toArray();
    assertThat(Arrays.stream(lengths).count()).isGreaterThan(80);
    return percentile(lengths, 50);
  }

  /** Looked for once, whichever test asks first. */
  private static List<String> findings(TextRule rule) {
    return FINDINGS.computeIfAbsent(rule, one -> one.findings(Tree.files(), EXCEPTIONS));
  }
}
