package dev.akinai.samples.workbench.retail;

/** Lines, units and thousandths, added up. For one thread. */
final class Sum {

  long lines;
  long quantity;
  long amount;

  void add(long moreLines, long moreQuantity, long moreAmount) {
    lines += moreLines;
    quantity = Math.addExact(quantity, moreQuantity);
    amount = Math.addExact(amount, moreAmount);
  }
}
