package dev.akinai.samples.workbench.cdnow;

import dev.akinai.samples.workbench.common.Check.Source;
import dev.akinai.samples.workbench.common.Checks;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Adds purchases up: the points ledger does not keep them. For one thread. */
final class PurchaseTotals {

  private static final class Sum {
    long transactions;
    long cds;
    long cents;

    void add(Purchase purchase) {
      transactions++;
      cds += purchase.cds();
      cents = Math.addExact(cents, purchase.cents());
    }
  }

  private final Sum all = new Sum();
  private final Map<String, Sum> byMonth = new TreeMap<>();
  private final SortedSet<String> customers = new TreeSet<>();
  private final Set<String> customerDays = new HashSet<>();
  private long free;

  PurchaseTotals(List<Purchase> purchases) {
    for (Purchase purchase : purchases) {
      all.add(purchase);
      byMonth.computeIfAbsent(purchase.month(), month -> new Sum()).add(purchase);
      customers.add(purchase.customer());
      customerDays.add(purchase.customer() + purchase.day());
      free += purchase.cents() == 0 ? 1 : 0;
    }
  }

  SortedSet<String> customers() {
    return customers;
  }

  long cents() {
    return all.cents;
  }

  void report(Checks checks) {
    checks.add("transactions", all.transactions, Source.FILE);
    checks.add("customers", customers.size(), Source.FILE);
    checks.add("cds", all.cds, Source.FILE);
    checks.add("dollars", dollars(all.cents), Source.FILE);
    checks.add("zero_dollar_transactions", free, Source.FILE);
    checks.add("same_customer_same_day_again", all.transactions - customerDays.size(), Source.FILE);
    byMonth.forEach((month, sum) -> {
      checks.add("by_month." + month + ".transactions", sum.transactions, Source.FILE);
      checks.add("by_month." + month + ".cds", sum.cds, Source.FILE);
      checks.add("by_month." + month + ".dollars", dollars(sum.cents), Source.FILE);
    });
  }

  static String dollars(long cents) {
    return "%d.%02d".formatted(cents / 100, cents % 100);
  }
}
