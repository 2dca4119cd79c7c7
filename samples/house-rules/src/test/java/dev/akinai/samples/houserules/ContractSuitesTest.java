package dev.akinai.samples.houserules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every storage we ship runs the storage contract: a deleted suite would fail nowhere else. */
class ContractSuitesTest {
  @ParameterizedTest
  @ValueSource(strings = {"InMemory", "H2", "Postgres", "MariaDb"})
  void runsTheContract(String storage) {
    List<String> names = Tree.files().stream().map(Tree.File::path).toList();

    assertThat(runsTheContract(names, storage))
        .as("%s must run the storage contract. Maybe its suite was renamed.", storage)
        .isTrue();
  }

  @Test
  void catchesAMissingSuite() {
    assertThat(runsTheContract(List.of("a/src/test/java/H2StorageContract.java"), "H2"))
        .isFalse();
    assertThat(runsTheContract(List.of("a/src/test/java/H2StorageContractTest.java"), "H2"))
        .isTrue();
  }

  private static boolean runsTheContract(List<String> paths, String storage) {
    return paths.stream()
        .anyMatch(path -> path.matches(
            ".*/src/test/java/(.*/)?[A-Za-z]*" + storage + "StorageContractTest\\.java"));
  }
}
