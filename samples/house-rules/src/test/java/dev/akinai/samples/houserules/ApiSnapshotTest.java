package dev.akinai.samples.houserules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akinai.samples.houserules.bad.Shape;
import dev.akinai.samples.houserules.bad.Threads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The public face of each jar equals the text in docs/reference/api, so a change shows in review. */
class ApiSnapshotTest {
  private static final String UPDATE = "akinai.update-snapshots";

  @ParameterizedTest
  @EnumSource(Part.class)
  void isTheDocumentedOne(Part part) throws IOException {
    Path file = Tree.root().resolve("docs/reference/api/" + part.module() + ".txt");
    String now = Signatures.of(part);
    if (Boolean.getBoolean(UPDATE)) {
      Files.createDirectories(Optional.ofNullable(file.getParent()).orElseThrow());
      Files.writeString(file, now);
    }
    String before = Files.exists(file) ? Files.readString(file).replace("\r\n", "\n") : "";

    assertThat(difference(before, now))
        .as(
            "the public API of %s (- documented, + found). Maybe write it down with -D%s=true, and in CHANGELOG.md.",
            part.module(), UPDATE)
        .isEmpty();
  }

  @Test
  void seesTheWholeApi() {
    assertThat(Signatures.of(Part.API).lines().count()).isGreaterThan(500);
    assertThat(Signatures.of(Part.CORE)).contains("class dev.akinai.core.Akinai\n");
  }

  @Test
  void writesEachKindOfSignature() {
    assertThat(
            Signatures.of(List.of(Shape.class, Shape.Kind.class, Shape.Pair.class, Shape.hidden())))
        .isEqualTo("""
            abstract class dev.akinai.samples.houserules.bad.Shape<T extends Comparable<T>> implements AutoCloseable
              abstract <R> Optional<R> find(List<? extends T>, String...) throws java.io.IOException
              new()
              protected Pair pair()
              static Class<?> hidden()
              static int MOST = 3

            enum dev.akinai.samples.houserules.bad.Shape$Kind
              ONE

            record dev.akinai.samples.houserules.bad.Shape$Pair(String left, List<Integer> right)
              Pair withLeft(String)
            """);
  }

  @Test
  void catchesADifference() {
    String before = Signatures.of(List.of(Threads.class));

    assertThat(difference(before, ""))
        .containsExactly("- final class " + Threads.class.getName(), "-   new()");
    assertThat(difference(before, before + "  void added()\n")).containsExactly("+   void added()");
  }

  /** Lines of the longest common part are left out; both are sorted within a type. */
  static List<String> difference(String before, String now) {
    List<String> left = before.lines().toList();
    List<String> right = now.lines().toList();
    int[][] common = new int[left.size() + 1][right.size() + 1];
    for (int i = left.size() - 1; i >= 0; i--) {
      for (int j = right.size() - 1; j >= 0; j--) {
        common[i][j] = left.get(i).equals(right.get(j))
            ? common[i + 1][j + 1] + 1
            : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    var lines = new ArrayList<String>();
    int i = 0;
    int j = 0;
    while (i < left.size() || j < right.size()) {
      if (i < left.size() && j < right.size() && left.get(i).equals(right.get(j))) {
        i++;
        j++;
      } else if (j == right.size() || i < left.size() && common[i + 1][j] >= common[i][j + 1]) {
        lines.add("- " + left.get(i++));
      } else {
        lines.add("+ " + right.get(j++));
      }
    }
    return lines;
  }
}
