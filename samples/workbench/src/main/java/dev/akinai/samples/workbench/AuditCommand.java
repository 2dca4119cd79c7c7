package dev.akinai.samples.workbench;

import dev.akinai.base.ShopId;
import dev.akinai.core.Akinai;
import dev.akinai.engine.AuditReport;
import dev.akinai.engine.Commerce;
import dev.akinai.samples.workbench.common.Audits;
import dev.akinai.samples.workbench.common.BadInputException;
import dev.akinai.samples.workbench.common.Json;
import dev.akinai.samples.workbench.common.OutputOptions;
import dev.akinai.samples.workbench.common.Store;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Audits a live database: recomputes every counter, balance and total from the facts behind it. It changes nothing and makes no tables. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = "Checks every invariant of a shop on a live database.")
final class AuditCommand implements Callable<Integer> {

  @Option(
      names = "--jdbc",
      paramLabel = "URL",
      required = true,
      description = "The database, with user and password in the address.")
  private String url = "";

  @Option(
      names = "--shop",
      paramLabel = "NAME",
      description = "The shop. Default: the shops of the replays, online-retail and cdnow.")
  private List<String> shops = List.of();

  @Mixin
  private OutputOptions output = new OutputOptions();

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    List<String> named = shops.isEmpty() ? List.of("online-retail", "cdnow") : shops;
    try (Store store = Store.openExisting(url);
        Commerce engine = Akinai.builder().storage(store.storage()).build()) {
      Map<String, AuditReport> reports = reports(engine, named);
      requireFound(reports, named, store.url());
      PrintWriter out = spec.commandLine().getOut();
      out.print(output.json() ? json(reports) : text(reports));
      out.flush();
      return reports.values().stream().allMatch(AuditReport::isClean) ? 0 : 1;
    }
  }

  private static Map<String, AuditReport> reports(Commerce engine, List<String> named) {
    Map<String, AuditReport> reports = new LinkedHashMap<>();
    for (String name : named) {
      AuditReport report = engine.audit().run(ShopId.of(name));
      if (report.checked().values().stream().anyMatch(count -> count > 0)) {
        reports.put(name, report);
      }
    }
    return reports;
  }

  private void requireFound(Map<String, AuditReport> reports, List<String> named, String shown) {
    List<String> missing =
        named.stream().filter(name -> !reports.containsKey(name)).toList();
    if (reports.isEmpty() || (!shops.isEmpty() && !missing.isEmpty())) {
      throw new BadInputException(
          "The shop (%s) must be in the database %s, which holds nothing of it. Maybe name another with --shop."
              .formatted(String.join(", ", missing), shown));
    }
  }

  private static String json(Map<String, AuditReport> reports) {
    Map<String, Object> tree = new LinkedHashMap<>();
    reports.forEach((name, report) -> tree.put(name, Audits.tree(report)));
    return Json.write(tree) + "\n";
  }

  private static String text(Map<String, AuditReport> reports) {
    return reports.entrySet().stream()
        .map(each -> "shop " + each.getKey() + "\n" + Audits.text(each.getValue())
            + (each.getValue().isClean()
                ? "every invariant holds\n"
                : each.getValue().violations().size() + " violations\n"))
        .collect(Collectors.joining("\n"));
  }
}
