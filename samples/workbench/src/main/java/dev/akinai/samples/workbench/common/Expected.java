package dev.akinai.samples.workbench.common;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The file of expected figures that stands beside a data file. For one thread. */
public final class Expected {

  private static final String NAME = "expected.json";

  @Option(
      names = "--expected",
      paramLabel = "FILE",
      description = "The expected figures. Default: expected.json beside FILE.")
  private @Nullable Path path;

  /**
   * Reads the figures.
   *
   * @param data the data file
   * @return an object of figures, or empty if there is no such file and none was named
   */
  public Optional<JsonNode> read(InputFile data) {
    return Optional.ofNullable(path)
        .or(() -> data.beside(NAME))
        .map(found -> Json.read(new InputFile(found)));
  }
}
