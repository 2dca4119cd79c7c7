package dev.akinai.samples.workbench.retail;

import dev.akinai.samples.workbench.common.Check.Source;
import dev.akinai.samples.workbench.common.Checks;
import java.util.List;
import java.util.Map;

/** Names every figure of a replay as the file of expected figures does, and says where it comes from. Stateless. */
final class RetailFigures {

  private static final int TOP = 10;

  private RetailFigures() {}

  static Checks of(
      RetailTotals totals,
      OrderReader orders,
      FileTally tally,
      StockCount opening,
      StockCount closing) {
    var checks = new Checks();
    totals.report(checks);
    checks.add("stock_codes", closing.articles(), Source.ENGINE);
    checks.add(
        "lines_without_customer", orders.guestPieces() + tally.linesWithoutCustomer(), Source.BOTH);
    matching(checks, orders, tally);
    stock(checks, orders, tally, opening, closing);
    return checks;
  }

  private static void matching(Checks checks, OrderReader orders, FileTally tally) {
    String name = "cancellation_matching.";
    checks.add(name + "lines_with_customer", tally.linesWithCustomer(), Source.FILE);
    checks.add(name + "fully_matched_lines", tally.fullyMatched(), Source.BOTH);
    checks.add(name + "partly_matched_lines", tally.partlyMatched(), Source.BOTH);
    checks.add(name + "unmatched_lines", tally.unmatched(), Source.BOTH);
    checks.add(name + "matched_quantity", orders.refundedUnits(), Source.ENGINE);
    checks.add(name + "matched_amount", Amounts.text(orders.refundedAmount()), Source.ENGINE);
    checks.add(name + "unmatched_quantity", tally.unmatchedQuantity(), Source.FILE);
    checks.add(name + "unmatched_amount", Amounts.text(tally.unmatchedAmount()), Source.FILE);
  }

  private static void stock(
      Checks checks, OrderReader orders, FileTally tally, StockCount opening, StockCount closing) {
    checks.add("stock.physical_stock_codes", closing.byCode().size(), Source.ENGINE);
    checks.add("stock.movements", orders.goodsMoved() + tally.movements(), Source.BOTH);
    checks.add("stock.minimal_opening_stock_total", opening.total(), Source.ENGINE);
    checks.add("stock.closing_stock_total", closing.total(), Source.ENGINE);
    checks.add("stock.opening_sha256", opening.sha256(), Source.ENGINE);
    checks.add("stock.closing_sha256", closing.sha256(), Source.ENGINE);
    List<Map.Entry<String, Long>> top = opening.largest(TOP);
    for (int i = 0; i < top.size(); i++) {
      checks.add(
          "stock.top10_opening[" + i + "]",
          top.get(i).getKey() + " " + top.get(i).getValue(),
          Source.ENGINE);
    }
  }
}
