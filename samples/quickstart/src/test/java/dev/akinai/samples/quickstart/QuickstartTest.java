package dev.akinai.samples.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickstartTest {
  private static final Path PROGRAM =
      Path.of("src/main/java/dev/akinai/samples/quickstart/Quickstart.java");

  @Test
  void printsWhatTheReadmeSays(@TempDir Path folder) throws IOException {
    var printed = new ByteArrayOutputStream();
    try (var out = new PrintStream(printed, true, UTF_8)) {
      Quickstart.run("jdbc:h2:" + folder.resolve("shop"), out);
    }

    String output = printed.toString(UTF_8).replace("\r\n", "\n");
    assertThat(output).isEqualTo(text("expected-output.txt"));
    assertThat(output).startsWith(text("expected-first-screen.txt"));
    assertThat(text("expected-first-screen.txt")).contains("to pay", "held");
  }

  @Test
  void staysAShortProgram() throws IOException {
    assertThat(Files.readAllLines(PROGRAM, UTF_8)).hasSizeBetween(50, 120);
  }

  private static String text(String file) throws IOException {
    return Files.readString(Path.of(file), UTF_8).replace("\r\n", "\n");
  }
}
