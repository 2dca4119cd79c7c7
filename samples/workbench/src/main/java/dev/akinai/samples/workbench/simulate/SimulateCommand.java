package dev.akinai.samples.workbench.simulate;

import dev.akinai.core.Akinai;
import dev.akinai.engine.Commerce;
import dev.akinai.pricing.PricingInput;
import dev.akinai.pricing.Simulation;
import dev.akinai.promotion.Draft;
import dev.akinai.promotion.Ruleset;
import dev.akinai.samples.workbench.common.Json;
import dev.akinai.samples.workbench.common.OutputOptions;
import dev.akinai.samples.workbench.common.RulesFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prices past orders by two files of offers and shows what the change would have come to. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description =
        "Prices past orders again: what would these offers have cost, and gained for whom?")
public final class SimulateCommand implements Callable<Integer> {

  @Option(
      names = "--rules",
      paramLabel = "FILE",
      required = true,
      description = "Offers in their JSON form.")
  private Path rules = Path.of("");

  @Option(
      names = "--against",
      paramLabel = "FILE",
      description = "The offers to compare with; none if not given.")
  private @Nullable Path against;

  @Option(
      names = "--used-up",
      description = "Limits and budgets are used up from order to order, by their instants.")
  private boolean usedUp;

  @Parameters(
      paramLabel = "DATA",
      description = "The folder of the Complete Journey, or the file of Online Retail.")
  private Path data = Path.of("");

  @Mixin
  private OutputOptions output = new OutputOptions();

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    try (Commerce shop = Akinai.builder().build()) {
      Ruleset second = RulesFile.read(rules, shop);
      Ruleset first = Optional.ofNullable(against)
          .map(file -> RulesFile.read(file, shop))
          .orElseGet(() -> shop.promotions().compose(Draft.of()));
      List<PricingInput> orders = DataSet.read(data);
      Simulation simulation = shop.pricing()
          .simulate(
              orders,
              first,
              second,
              usedUp ? Simulation.Budgets.USED_UP : Simulation.Budgets.AS_READ);
      show(simulation);
      return 0;
    }
  }

  private void show(Simulation simulation) {
    PrintWriter out = spec.commandLine().getOut();
    var report = new SimulationReport(simulation);
    out.print(output.json() ? Json.write(report.tree()) + "\n" : report.text());
    out.flush();
  }
}
