package dev.akinai.samples.workbench.common;

import java.io.Console;
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
    return new Progress(progress || isTerminal(), what, total);
  }

  /** Before Java 22 a console is there only on a terminal; since then it must be asked. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
    } catch (NoSuchMethodException olderJava) {
      return true;
    } catch (ReflectiveOperationException unknown) {
      return false;
    }
  }
}
