package dev.akinai.samples.workbench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Runs the engine from a command line. Start it with {@code java -jar target/workbench.jar --help}. */
@Command(
    name = "workbench",
    mixinStandardHelpOptions = true,
    description = "Runs the engine from a command line.")
public final class Workbench implements Runnable {
  @Override
  public void run() {
    CommandLine.usage(this, System.out);
  }

  /**
   * Runs one command and ends the program with its exit code.
   *
   * @param args the command and its options
   */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Workbench()).execute(args));
  }
}
