package dev.akinai.samples.workbench.common;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a replay keeps its shop. For one thread. */
public final class StoreOptions {

  @Option(
      names = "--jdbc",
      paramLabel = "URL",
      description =
          "The database, with user and password in the address. Default: a new H2 file in a temporary folder.")
  private @Nullable String url;

  @Option(names = "--memory", hidden = true, description = "Keep the shop in memory.")
  private boolean memory;

  /**
   * Opens the store.
   *
   * @param clock of deadlines, in memory
   * @return the store, to be closed
   */
  public Store open(Clock clock) {
    if (!memory) {
      return Store.open(Optional.ofNullable(url).orElseGet(Store::freshUrl));
    }
    if (url != null) {
      throw new BadInputException(
          "The options --memory and --jdbc must not be given together. Maybe leave --memory out.");
    }
    return Store.inMemory(clock);
  }
}
