package dev.akinai.samples.workbench.retail;

import dev.akinai.samples.workbench.common.Check.Source;
import dev.akinai.samples.workbench.common.Checks;
import dev.akinai.samples.workbench.common.Hashing;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Adds up lines by kind, month, country and invoice. Needs about 100 bytes for each invoice. For one thread. */
final class RetailTotals {

  private static final class Group {
    final Sum sum = new Sum();
    final Set<String> invoices = new HashSet<>();
  }

  private final UnaryOperator<String> countryOf;
  private final Map<LineKind, Group> byKind = new EnumMap<>(LineKind.class);
  private final Map<String, Group> byMonth = new TreeMap<>();
  private final Map<String, Map<LineKind, Sum>> kindsByMonth = new HashMap<>();
  private final Map<String, Sum> byCountry = new TreeMap<>();
  private final Map<String, Sum> byInvoice = new HashMap<>();
  private final Sum all = new Sum();

  RetailTotals(UnaryOperator<String> countryOf) {
    this.countryOf = countryOf;
  }

  void add(LineKind kind, String invoice, String month, long lines, long quantity, long amount) {
    all.add(lines, quantity, amount);
    add(byKind.computeIfAbsent(kind, key -> new Group()), invoice, lines, quantity, amount);
    add(byMonth.computeIfAbsent(month, key -> new Group()), invoice, lines, quantity, amount);
    kindsByMonth
        .computeIfAbsent(month, key -> new EnumMap<>(LineKind.class))
        .computeIfAbsent(kind, key -> new Sum())
        .add(lines, quantity, amount);
    byCountry
        .computeIfAbsent(countryOf.apply(invoice), key -> new Sum())
        .add(lines, quantity, amount);
    byInvoice.computeIfAbsent(invoice, key -> new Sum()).add(lines, quantity, amount);
  }

  private static void add(Group group, String invoice, long lines, long quantity, long amount) {
    group.sum.add(lines, quantity, amount);
    group.invoices.add(invoice);
  }

  void report(Checks checks) {
    checks.add("lines", all.lines, Source.BOTH);
    checks.add("sum_amount", Amounts.text(all.amount), Source.BOTH);
    checks.add("sum_quantity", all.quantity, Source.BOTH);
    checks.add("invoices", byInvoice.size(), Source.BOTH);
    checks.add("countries", byCountry.size(), Source.FILE);
    byKind.forEach((kind, group) -> reportKind(checks, kind, group));
    byMonth.forEach((month, group) -> reportMonth(checks, month, group));
    byCountry.forEach((country, sum) ->
        checks.add("net_by_country." + country, Amounts.text(sum.amount), Source.BOTH));
    reportInvoices(checks);
  }

  private static void reportKind(Checks checks, LineKind kind, Group group) {
    String name = "by_kind." + kind.key() + ".";
    Source counted = kind.isOrdered() ? Source.ENGINE : Source.FILE;
    Source valued = kind == LineKind.CANCELLATION ? Source.BOTH : counted;
    checks.add(name + "lines", group.sum.lines, counted);
    checks.add(name + "invoices", group.invoices.size(), counted);
    checks.add(name + "quantity", group.sum.quantity, valued);
    checks.add(name + "amount", Amounts.text(group.sum.amount), valued);
  }

  private void reportMonth(Checks checks, String month, Group group) {
    String name = "by_month." + month + ".";
    long sales = amount(month, LineKind.SALE);
    long cancellations = amount(month, LineKind.CANCELLATION);
    checks.add(name + "lines", group.sum.lines, Source.BOTH);
    checks.add(name + "invoices", group.invoices.size(), Source.BOTH);
    checks.add(name + "sales", Amounts.text(sales), Source.ENGINE);
    checks.add(name + "cancellations", Amounts.text(cancellations), Source.BOTH);
    checks.add(name + "other", Amounts.text(group.sum.amount - sales - cancellations), Source.BOTH);
    checks.add(name + "net", Amounts.text(group.sum.amount), Source.BOTH);
  }

  private long amount(String month, LineKind kind) {
    Sum sum = kindsByMonth.getOrDefault(month, Map.of()).get(kind);
    return sum == null ? 0 : sum.amount;
  }

  private void reportInvoices(Checks checks) {
    var hash = new Hashing();
    var sorted = new TreeMap<>(byInvoice);
    String largest = Checks.MISSING;
    long lines = 0;
    for (var each : sorted.entrySet()) {
      Sum sum = each.getValue();
      hash.line("%s,%d,%d,%s"
          .formatted(each.getKey(), sum.lines, sum.quantity, Amounts.text(sum.amount)));
      if (sum.lines > lines) {
        lines = sum.lines;
        largest = each.getKey();
      }
    }
    checks.add("invoice_totals_sha256", hash.hex(), Source.BOTH);
    checks.add("largest_invoice_by_lines", largest + " " + lines, Source.ENGINE);
  }
}
