package dev.akinai.samples.workbench;

import dev.akinai.samples.workbench.cdnow.CdnowCommand;
import dev.akinai.samples.workbench.retail.OnlineRetailCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Groups the replays of data that a shop left behind. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    subcommands = {OnlineRetailCommand.class, CdnowCommand.class},
    description = "Replays real data through the engine and compares every total.")
final class ReplayCommand implements Runnable {

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(),
        "The data set () must be named. Maybe one of " + spec.subcommands().keySet() + ".");
  }
}
