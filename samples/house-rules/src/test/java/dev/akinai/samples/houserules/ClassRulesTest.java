package dev.akinai.samples.houserules;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.akinai.samples.houserules.bad.Clocks;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ClassRulesTest {
  private static final JavaClasses BAD = new ClassFileImporter().importPackagesOf(Clocks.class);
  private static final List<ClassRule> RULES = ClassRules.all();
  private static final Exceptions EXCEPTIONS = Exceptions.load();
  private static final Map<ClassRule, List<String>> FINDINGS = new ConcurrentHashMap<>();

  static Stream<ClassRule> rules() {
    return RULES.stream();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void holds(ClassRule rule) {
    assertThat(findings(rule)).as("%s, because %s", rule.name(), rule.because()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void catchesTheBadExample(ClassRule rule) {
    assertThat(rule.look().at(BAD.get(rule.bad()))).as(rule.name()).isNotEmpty();
  }

  @Test
  void needsEveryException() {
    Set<String> names = rules().map(ClassRule::name).collect(Collectors.toSet());
    RULES.forEach(ClassRulesTest::findings);

    assertThat(EXCEPTIONS.unused(names))
        .as("rows that may go from exceptions.txt")
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Part.class)
  void seesEveryPart(Part part) {
    assertThat(part.classes().size()).isGreaterThanOrEqualTo(part.atLeast());
  }

  @ParameterizedTest
  @EnumSource(
      value = Part.class,
      names = {"API", "CORE", "JDBC"})
  void hasNoCycleOfPackages(Part part) {
    assertThat(cycles(part.root(), part.classes()))
        .as("cycles of packages in %s, because a circle cannot be read or tested in parts", part)
        .isEmpty();
  }

  @Test
  void catchesACycle() {
    assertThat(cycles("dev.akinai.samples.houserules.bad.cycle", BAD)).isNotEmpty();
  }

  @Test
  void catchesAContextWithoutARow() {
    assertThat(Levels.look(BAD.get("dev.akinai.samples.houserules.bad.levels.unheard.Unheard")))
        .singleElement()
        .asString()
        .contains("must be in the table");
  }

  private static List<String> cycles(String root, JavaClasses classes) {
    return slices()
        .matching(root + ".(*)..")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .evaluate(classes)
        .getFailureReport()
        .getDetails();
  }

  /** Looked for once, whichever test asks first. */
  private static List<String> findings(ClassRule rule) {
    return FINDINGS.computeIfAbsent(rule, one -> one.findings(EXCEPTIONS));
  }
}
