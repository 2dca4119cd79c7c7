package dev.akinai.samples.workbench.retail;

import dev.akinai.samples.workbench.common.HandClock;
import dev.akinai.samples.workbench.common.Upkeep;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Hands each line of the file to the desk that deals with it, in the time of the file; holds one invoice's lines at most. For one thread. */
final class RetailReplay implements Consumer<RetailLine> {

  private final HandClock clock;
  private final SalesDesk sales;
  private final ReturnsDesk returns;
  private final FileTally tally;
  private final Upkeep upkeep;
  private final List<RetailLine> run = new ArrayList<>();

  RetailReplay(
      HandClock clock, SalesDesk sales, ReturnsDesk returns, FileTally tally, Upkeep upkeep) {
    this.clock = clock;
    this.sales = sales;
    this.returns = returns;
    this.tally = tally;
    this.upkeep = upkeep;
  }

  @Override
  public void accept(RetailLine line) {
    if (!run.isEmpty() && !belongs(line, run.get(0))) {
      sell();
    }
    if (line.kind().isOrdered()) {
      run.add(line);
      return;
    }
    clock.moveTo(line.at());
    switch (line.kind()) {
      case CANCELLATION -> tally.cancelled(line, returns.takeBack(line));
      case STOCK_ADJUSTMENT -> {
        returns.writeOff(line);
        tally.other(line);
      }
      default -> tally.other(line);
    }
  }

  /** Places the last order and lets the engine do what is due. */
  void finish() {
    if (!run.isEmpty()) {
      sell();
    }
    upkeep.finish();
  }

  private void sell() {
    clock.moveTo(run.get(0).at());
    sales.sell(run);
    run.clear();
    upkeep.step();
  }

  /** An order is a run of lines of one invoice, date and customer; invoices may interleave. */
  private static boolean belongs(RetailLine line, RetailLine first) {
    return line.kind().isOrdered()
        && line.invoice().equals(first.invoice())
        && line.at().equals(first.at())
        && line.customer().equals(first.customer());
  }
}
