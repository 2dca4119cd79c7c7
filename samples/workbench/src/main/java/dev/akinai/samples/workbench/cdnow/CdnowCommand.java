package dev.akinai.samples.workbench.cdnow;

import com.fasterxml.jackson.databind.JsonNode;
import dev.akinai.core.Akinai;
import dev.akinai.engine.Commerce;
import dev.akinai.samples.workbench.common.Callers;
import dev.akinai.samples.workbench.common.Check.Source;
import dev.akinai.samples.workbench.common.Checks;
import dev.akinai.samples.workbench.common.Expected;
import dev.akinai.samples.workbench.common.HandClock;
import dev.akinai.samples.workbench.common.InputFile;
import dev.akinai.samples.workbench.common.Measures;
import dev.akinai.samples.workbench.common.OutputOptions;
import dev.akinai.samples.workbench.common.Progress;
import dev.akinai.samples.workbench.common.Result;
import dev.akinai.samples.workbench.common.Store;
import dev.akinai.samples.workbench.common.StoreOptions;
import dev.akinai.samples.workbench.common.Upkeep;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Replays purchases as points that are earned, spent first expiry first, and expire; then compares every total. */
@Command(
    name = "cdnow",
    mixinStandardHelpOptions = true,
    description = "Replays the purchases of CDNOW as a points ledger and compares every total.")
public final class CdnowCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "The purchases: text, packed by gzip or plain.")
  private Path path = Path.of("");

  @Option(
      names = "--shop",
      paramLabel = "NAME",
      defaultValue = "cdnow",
      description = "The shop's name. Default: ${DEFAULT-VALUE}.")
  private String name = "";

  @Mixin
  private StoreOptions stores = new StoreOptions();

  @Mixin
  private OutputOptions output = new OutputOptions();

  @Mixin
  private Expected expected = new Expected();

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    var file = new InputFile(path);
    Optional<JsonNode> figures = expected.read(file);
    List<Purchase> purchases = new PurchaseFile(file).byDate();
    var clock = new HandClock(Instant.EPOCH);
    try (Store store = stores.open(clock);
        Commerce shop = Akinai.builder().storage(store.storage()).clock(clock).build()) {
      Result result = replay(store, shop, clock, purchases, figures);
      spec.commandLine().getOut().print(result.show(output.json()));
      spec.commandLine().getOut().flush();
      return result.holds() ? 0 : 1;
    }
  }

  private Result replay(
      Store store,
      Commerce shop,
      HandClock clock,
      List<Purchase> purchases,
      Optional<JsonNode> figures) {
    var callers = Callers.of(name);
    var measures = new Measures(store);
    measures.begin();
    long commands =
        buy(new PointsReplay(shop.points(), clock, callers, store.url()), purchases, measures);
    new Upkeep(shop.maintenance(), Integer.MAX_VALUE).finish();
    measures.end("replay", "points commands", commands);
    measures.begin();
    Checks checks = readBack(shop, callers, purchases);
    measures.end("reading back");
    var compared = figures.map(checks::against).orElseGet(checks::alone);
    Set<String> rest = figures.map(checks::notCompared).orElse(Set.of());
    measures.begin();
    var audit = shop.audit().run(callers.shop());
    measures.end("audit");
    return new Result(compared, rest, audit, measures.all());
  }

  private long buy(PointsReplay replay, List<Purchase> purchases, Measures measures) {
    try (Progress progress = output.progress("purchases", purchases.size())) {
      long done = 0;
      for (Purchase purchase : purchases) {
        replay.buy(purchase);
        done++;
        progress.at(done);
        measures.sample();
      }
    }
    replay.startOf(lastDay(purchases));
    return replay.commands();
  }

  private static LocalDate lastDay(List<Purchase> purchases) {
    return purchases.get(purchases.size() - 1).day();
  }

  private static Checks readBack(Commerce shop, Callers callers, List<Purchase> purchases) {
    var totals = new PurchaseTotals(purchases);
    var ledger = new LedgerReader(shop.points(), callers.shop());
    ledger.read(totals.customers());
    var checks = new Checks();
    totals.report(checks);
    checks.add("first_date", purchases.get(0).day(), Source.FILE);
    checks.add("last_date", lastDay(purchases), Source.FILE);
    ledger.report(checks);
    checks.add(
        "points_ledger.cash_paid",
        PurchaseTotals.dollars(ledger.cashPaid(totals.cents())),
        Source.BOTH);
    return checks;
  }
}
