package dev.akinai.samples.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VectorsSharedDataTest {

  @ParameterizedTest
  @ValueSource(strings = {"vectors/price-vectors.json", "vectors/stock-vectors.json"})
  void noCaseThatTheEngineCanDoFails(String name) {
    Path file = SharedData.find(name);
    Assumptions.assumeTrue(Files.isRegularFile(file), () -> SharedData.skipped(file));

    Cli run = Cli.run("vectors", file);

    assertThat(run.out()).containsPattern("\\n[1-9]\\d* passed, 0 failed, \\d+ not supported\\n$");
    assertThat(run.err()).isEmpty();
  }
}
