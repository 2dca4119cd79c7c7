package dev.akinai.testkit.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of the pricing contract says what the code says. */
class PricingPageTest {

  private static final Path PAGE = Path.of("..", "docs", "contracts", "pricing.md");

  @Test
  void listsEveryLaw() throws IOException {
    assertThat(rows("| L-PRI-"))
        .isEqualTo(Law.all().stream()
            .map(law -> "| %s | %s |".formatted(law.id(), law.text()))
            .toList());
  }

  @Test
  void listsEveryKnownBadEngine() throws IOException {
    assertThat(rows("| `"))
        .isEqualTo(Stream.of(KnownBadEngine.values())
            .map(bad ->
                "| `%s` | %s | %s |".formatted(bad, bad.defect(), bad.law().id()))
            .toList());
  }

  private static List<String> rows(String start) throws IOException {
    try (Stream<String> lines = Files.lines(PAGE)) {
      return lines.filter(line -> line.startsWith(start)).toList();
    }
  }
}
