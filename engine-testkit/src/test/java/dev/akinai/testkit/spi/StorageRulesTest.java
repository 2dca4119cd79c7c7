package dev.akinai.testkit.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The document and the contract speak of the same rules. */
class StorageRulesTest {

  private static final Path DOCUMENT = Path.of("..", "docs", "contracts", "storage.md");

  @Test
  void listsAllRulesInOrder() throws IOException {
    List<String> rules = rulesAtTheStartOf("| R-STO-");

    List<String> expected = new ArrayList<>();
    for (int i = 1; i <= 52; i++) {
      expected.add("R-STO-%02d".formatted(i));
    }
    assertThat(rules).isEqualTo(expected);
  }

  @Test
  void hasATestOrAWaiverForEveryRule() throws IOException {
    Set<String> waived = new TreeSet<>(rulesAtTheStartOf("* **R-STO-"));
    Set<String> covered = new TreeSet<>(waived);
    covered.addAll(testedRules());

    assertThat(covered).isEqualTo(new TreeSet<>(rulesAtTheStartOf("| R-STO-")));
    assertThat(testedRules()).doesNotContainAnyElementsOf(waived);
    assertThat(StorageContract.NOT_HELD_YET.keySet()).isEqualTo(waived);
  }

  @Test
  void namesARuleFirstInEveryTest() {
    List<String> names = displayNames();

    assertThat(names).hasSizeGreaterThan(140).doesNotHaveDuplicates();
    assertThat(names).allMatch(name -> name.matches("R-STO-\\d\\d [a-z0-9].*"));
  }

  private static Set<String> testedRules() {
    var rules = new TreeSet<String>();
    displayNames().forEach(name -> rules.addAll(StorageContract.rulesOf(name)));
    return rules;
  }

  private static List<String> displayNames() {
    return Stream.of(StorageContract.class.getMethods())
        .filter(method -> method.isAnnotationPresent(Test.class))
        .map(StorageRulesTest::displayName)
        .toList();
  }

  private static String displayName(Method method) {
    DisplayName name = method.getAnnotation(DisplayName.class);
    return name == null ? method.getName() : name.value();
  }

  private static List<String> rulesAtTheStartOf(String lineStart) throws IOException {
    try (Stream<String> lines = Files.lines(DOCUMENT)) {
      return lines
          .filter(line -> line.startsWith(lineStart))
          .map(line -> StorageContract.rulesOf(line).iterator().next())
          .toList();
    }
  }
}
