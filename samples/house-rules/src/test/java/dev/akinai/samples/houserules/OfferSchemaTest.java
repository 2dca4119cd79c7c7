package dev.akinai.samples.houserules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akinai.core.Akinai;
import dev.akinai.engine.Commerce;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The published JSON Schema of offers is the one that the engine makes of its own tables. */
class OfferSchemaTest {
  private static final String UPDATE = "akinai.update-snapshots";

  @Test
  void isThePublishedOne() throws IOException {
    Path file = Tree.root().resolve("docs/reference/offer.schema.json");
    try (Commerce shop = Akinai.builder().build()) {
      String now = shop.promotions().schema() + "\n";
      if (Boolean.getBoolean(UPDATE)) {
        Files.writeString(file, now);
      }
      assertThat(Files.readString(file).replace("\r\n", "\n"))
          .as("the schema of offers. Maybe write it down with -D%s=true.", UPDATE)
          .isEqualTo(now);
    }
  }
}
