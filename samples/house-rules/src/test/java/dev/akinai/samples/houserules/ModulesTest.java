package dev.akinai.samples.houserules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each jar lets others see: its module-info, read as text so that a missing one is noticed. */
class ModulesTest {
  private static final Pattern EXPORT = Pattern.compile("(?m)^\\s*exports ([\\w.]+);");

  @ParameterizedTest
  @EnumSource(Part.class)
  void exportsWhatIsDocumented(Part part) {
    assertThat(exported(part))
        .as("what the module-info of %s must export, so that a host knows what it may use", part)
        .isEqualTo(documented(part));
  }

  @Test
  void readsTheExportsOfAText() {
    assertThat(exports("module a.b {\n  exports a.b;\n  // exports a.c;\n  exports a.d;\n}"))
        .containsExactly("a.b", "a.d");
  }

  /** The packages that a host may use. */
  static Set<String> documented(Part part) {
    return switch (part) {
      case API, TESTKIT ->
        part.classes().stream()
            .map(type -> type.getPackageName())
            .collect(Collectors.toCollection(TreeSet::new));
      case CORE, JDBC -> Set.of(part.root());
    };
  }

  private static Set<String> exported(Part part) {
    return Tree.find(part.module() + "/src/main/java/module-info.java")
        .map(file -> exports(file.text()))
        .orElse(Set.of());
  }

  private static Set<String> exports(String text) {
    List<String> names =
        EXPORT.matcher(text).results().map(found -> found.group(1)).toList();
    return new TreeSet<>(names);
  }
}
