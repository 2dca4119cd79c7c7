package dev.akinai.samples.workbench.retail;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the engine refused or does not keep, counted while the file is read: refunds of what was never bought here, goods that came back
 * without a refund, losses, entries of the books. For one thread.
 */
final class FileTally {

  private record Key(String invoice, String month, LineKind kind) {}

  private final Map<Key, Sum> sums = new LinkedHashMap<>();
  private long linesWithoutCustomer;
  private long movements;
  private long linesWithCustomer;
  private long fully;
  private long partly;
  private long unmatchedQuantity;
  private long unmatchedAmount;

  /** A cancellation of which the engine refunded so many units. */
  void cancelled(RetailLine line, long refunded) {
    long refused = line.units() - refunded;
    note(line, -refused, -refused * line.price());
    if (line.customer().isPresent()) {
      linesWithCustomer++;
      fully += refused == 0 ? 1 : 0;
      partly += refused > 0 && refunded > 0 ? 1 : 0;
      unmatchedQuantity += refused;
      unmatchedAmount += refused * line.price();
    }
  }

  /** A line that never was an order. */
  void other(RetailLine line) {
    note(line, line.quantity(), line.amount());
  }

  private void note(RetailLine line, long quantity, long amount) {
    sums.computeIfAbsent(new Key(line.invoice(), line.month(), line.kind()), key -> new Sum())
        .add(1, quantity, amount);
    linesWithoutCustomer += line.customer().isEmpty() ? 1 : 0;
    movements += line.isGoods() && line.kind() != LineKind.OTHER ? 1 : 0;
  }

  /** Adds everything to totals. */
  void addTo(RetailTotals totals) {
    sums.forEach((key, sum) ->
        totals.add(key.kind(), key.invoice(), key.month(), sum.lines, sum.quantity, sum.amount));
  }

  long linesWithoutCustomer() {
    return linesWithoutCustomer;
  }

  long movements() {
    return movements;
  }

  long linesWithCustomer() {
    return linesWithCustomer;
  }

  long fullyMatched() {
    return fully;
  }

  long partlyMatched() {
    return partly;
  }

  long unmatched() {
    return linesWithCustomer - fully - partly;
  }

  long unmatchedQuantity() {
    return unmatchedQuantity;
  }

  long unmatchedAmount() {
    return unmatchedAmount;
  }
}
