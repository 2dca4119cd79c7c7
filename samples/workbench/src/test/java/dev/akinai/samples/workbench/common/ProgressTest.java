package dev.akinai.samples.workbench.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressTest {

  @Test
  void tellsRateAndTimeLeft() {
    assertThat(Progress.line("lines", 250, 1_000, Duration.ofSeconds(50)))
        .isEqualTo("250 of 1,000 lines (25 %), 5/s, 2:30 left");
    assertThat(Progress.line("lines", 250, 0, Duration.ofSeconds(50))).isEqualTo("250 lines, 5/s");
    assertThat(Progress.line("lines", 0, 1_000, Duration.ZERO)).isEqualTo("0 lines, 0/s");
  }

  @Test
  void printsNothingUnlessShown() {
    var bytes = new ByteArrayOutputStream();
    try (var progress =
        new Progress(new PrintStream(bytes, true, StandardCharsets.UTF_8), false, "lines", 10)) {
      progress.at(5);
    }
    assertThat(bytes.size()).isZero();
  }
}
