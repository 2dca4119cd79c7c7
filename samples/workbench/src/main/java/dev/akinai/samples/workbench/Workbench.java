package dev.akinai.samples.workbench;

import dev.akinai.base.RefusedException;
import dev.akinai.samples.workbench.common.BadInputException;
import dev.akinai.samples.workbench.lint.LintCommand;
import dev.akinai.samples.workbench.simulate.SimulateCommand;
import dev.akinai.samples.workbench.vectors.VectorsCommand;
import dev.akinai.spi.StorageException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs the engine from a command line. Start it with {@code java -jar target/workbench.jar --help}. */
@Command(
    name = "workbench",
    mixinStandardHelpOptions = true,
    subcommands = {
      ReplayCommand.class,
      AuditCommand.class,
      PriceCommand.class,
      LintCommand.class,
      SimulateCommand.class,
      VectorsCommand.class
    },
    description = "Runs the engine from a command line.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:everything holds",
      "1:something does not hold",
      "2:the input cannot be used",
      "3:the program itself failed"
    })
public final class Workbench implements Runnable {

  private static final int DOES_NOT_HOLD = 1;
  private static final int BAD_INPUT = 2;
  private static final int FAILED = 3;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(),
        "The command () must be named. Maybe one of " + spec.subcommands().keySet() + ".");
  }

  /**
   * Runs one command and ends the program with its exit code.
   *
   * @param args the command and its options
   */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /** The whole command line, with errors as exit codes. */
  static CommandLine commandLine() {
    return new CommandLine(new Workbench())
        .setExecutionExceptionHandler((failure, line, parsed) -> tell(failure, line.getErr()))
        .setExpandAtFiles(false);
  }

  /** What was handed in is told in one sentence; only a fault of the program itself shows where it happened. */
  private static int tell(Exception failure, PrintWriter err) {
    if (failure instanceof BadInputException || failure instanceof IllegalArgumentException) {
      err.println(failure.getMessage());
      return BAD_INPUT;
    }
    if (failure instanceof StorageException broken) {
      err.println("The database must keep working, but: " + broken.getMessage());
      return BAD_INPUT;
    }
    if (failure instanceof RefusedException refused) {
      err.println("The engine refused what the file says has happened: " + refused.reasons());
      return DOES_NOT_HOLD;
    }
    failure.printStackTrace(err);
    return FAILED;
  }
}
