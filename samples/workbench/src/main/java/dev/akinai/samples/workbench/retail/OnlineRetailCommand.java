package dev.akinai.samples.workbench.retail;

import com.fasterxml.jackson.databind.JsonNode;
import dev.akinai.core.Akinai;
import dev.akinai.engine.Commerce;
import dev.akinai.samples.workbench.common.BadInputException;
import dev.akinai.samples.workbench.common.Callers;
import dev.akinai.samples.workbench.common.Check;
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

/** Replays the invoices of a shop: opening stock, orders, cancellations and losses; then compares every total. */
@Command(
    name = "online-retail",
    mixinStandardHelpOptions = true,
    description = "Replays the invoices of UCI Online Retail and compares every total.")
public final class OnlineRetailCommand implements Callable<Integer> {

  private static final int ORDERS_PER_ROUND = 300;

  @Parameters(
      paramLabel = "FILE",
      description = "The invoices' lines: CSV, packed by gzip or plain.")
  private Path path = Path.of("");

  @Option(
      names = "--shop",
      paramLabel = "NAME",
      defaultValue = "online-retail",
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
    Optional<JsonNode> figures = expected.read(file).map(OnlineRetailCommand::figures);
    var callers = Callers.of(name);
    Assortment assortment = learn(file);
    var clock = new HandClock(Instant.EPOCH);
    try (Store store = stores.open(clock);
        Commerce shop = Akinai.builder()
            .storage(store.storage())
            .clock(clock)
            .payments(SalesDesk.PROVIDER, Akinai.inMemoryPayments(clock))
            .build()) {
      Result result = new Run(file, store, shop, clock, callers, assortment).replay(figures);
      spec.commandLine().getOut().print(result.show(output.json()));
      spec.commandLine().getOut().flush();
      return result.holds() ? 0 : 1;
    }
  }

  /** The figures of the file's only part; further parts would be of other files. */
  private static JsonNode figures(JsonNode root) {
    return root.size() == 1 && root.elements().next().isObject()
        ? root.elements().next()
        : root;
  }

  private Assortment learn(InputFile file) {
    var assortment = new Assortment();
    try (Progress progress = output.progress("lines read", 0)) {
      new RetailFile(file).forEach(line -> {
        assortment.learn(line);
        progress.at(assortment.lines());
      });
    }
    if (assortment.lines() == 0) {
      throw new BadInputException("The file (" + file.path()
          + ") must hold lines, but has a heading only. Maybe it was cut off.");
    }
    return assortment;
  }

  /** One replay on an open shop. */
  private final class Run {
    private final InputFile file;
    private final Commerce shop;
    private final Callers callers;
    private final Assortment assortment;
    private final Measures measures;
    private final FileTally tally = new FileTally();
    private final SalesDesk sales;
    private final RetailReplay replay;
    private final String url;

    Run(
        InputFile file,
        Store store,
        Commerce shop,
        HandClock clock,
        Callers callers,
        Assortment assortment) {
      this.file = file;
      this.shop = shop;
      this.callers = callers;
      this.assortment = assortment;
      this.measures = new Measures(store);
      this.sales = new SalesDesk(shop, callers);
      this.url = store.url();
      var upkeep = new Upkeep(shop.maintenance(), ORDERS_PER_ROUND);
      this.replay = new RetailReplay(clock, sales, new ReturnsDesk(shop, callers), tally, upkeep);
    }

    Result replay(Optional<JsonNode> figures) {
      var setup = new ShopSetup(shop, callers);
      setup.requireEmpty(url);
      measures.begin();
      setup.fill(assortment);
      StockCount opening = count();
      measures.end("import");
      measures.begin();
      replayLines();
      measures.end("replay", "orders", sales.orders());
      measures.begin();
      Checks checks = readBack(opening);
      measures.end("reading back");
      List<Check> compared = figures.map(checks::against).orElseGet(checks::alone);
      Set<String> rest = figures.map(checks::notCompared).orElse(Set.of());
      measures.begin();
      var audit = shop.audit().run(callers.shop());
      measures.end("audit");
      return new Result(compared, rest, audit, measures.all());
    }

    private void replayLines() {
      long[] done = {0};
      try (Progress progress = output.progress("lines", assortment.lines())) {
        new RetailFile(file).forEach(line -> {
          replay.accept(line);
          done[0]++;
          progress.at(done[0]);
          measures.sample();
        });
        replay.finish();
      }
    }

    private StockCount count() {
      return StockCount.of(shop, callers.shop(), assortment::code);
    }

    private Checks readBack(StockCount opening) {
      var totals = new RetailTotals(assortment::country);
      tally.addTo(totals);
      var orders = new OrderReader(totals);
      orders.read(shop, callers.shop());
      return RetailFigures.of(totals, orders, tally, opening, count());
    }
  }
}
