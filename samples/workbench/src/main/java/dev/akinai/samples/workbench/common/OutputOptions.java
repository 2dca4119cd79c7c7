package dev.akinai.samples.workbench.common;

import picocli.CommandLine.Option;

/** How a command shows what it does: for people or as JSON, with or without a progress line. For one thread. */
public final class OutputOptions {

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  @Option(
      names = "--progress",
      description = "Show a progress line on the error stream, even if it is no terminal.")
  private boolean progress;

  /**
   * Whether to print JSON.
   *
   * @return true for JSON, false for text
   */
  public boolean json() {
    return json;
  }

  /**
   * Begins a progress line: shown on a terminal, or if it was asked for.
   *
   * @param what what is counted
   * @param total how many there will be; 0 if nobody knows
   * @return the line, to be closed
   */
  public Progress progress(String what, long total) {
    return new Progress(progress || System.console() != null, what, total);
  }
}
