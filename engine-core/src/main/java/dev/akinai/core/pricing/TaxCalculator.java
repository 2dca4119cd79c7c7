package dev.akinai.core.pricing;

import dev.akinai.core.base.RefusedInside;
import dev.akinai.money.CurrencyCode;
import dev.akinai.money.Money;
import dev.akinai.money.Split;
import dev.akinai.pricing.PricingRefusal;
import dev.akinai.pricing.QuoteTax;
import dev.akinai.pricing.TaxLine;
import dev.akinai.pricing.TaxRate;
import dev.akinai.pricing.TaxTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Taxes what is left after all reductions: sums, rounds once at the table's level, and splits the rounded tax back by largest remainder
 * (PRICING 10). Pure; for one quote and thread.
 */
final class TaxCalculator {

  private final TaxTable table;
  private final CurrencyCode currency;

  /** A piece or a charge; charges have band and run -1. */
  record Item(
      String line,
      int run,
      int band,
      String merchant,
      Optional<String> taxClass,
      long quantity,
      long net) {}

  /** One rate on one item; all rates of an item are taken from the same base. */
  private record Taxed(Item item, TaxRate rate, long allRates) {}

  /** What is rounded together. */
  private record Together(String invoice, TaxRate rate, long allRates, String part) {}

  TaxCalculator(TaxTable table, CurrencyCode currency) {
    this.table = table;
    this.currency = currency;
  }

  /** The tax on items in canonical order. */
  QuoteTax tax(List<Item> items) {
    if (table.rates().isEmpty()) {
      return QuoteTax.none(currency);
    }
    List<Taxed> taxed = taxed(items);
    long[] amounts = amounts(taxed);
    long total = 0;
    for (long amount : amounts) {
      total += amount;
    }
    Money sum = Money.of(currency, total);
    Money none = Money.zero(currency);
    boolean on = table.inclusion() == TaxTable.Inclusion.EXCLUSIVE;
    return new QuoteTax(lines(taxed, amounts), on ? sum : none, on ? none : sum);
  }

  private List<Taxed> taxed(List<Item> items) {
    var taxed = new ArrayList<Taxed>();
    var refusals = new ArrayList<PricingRefusal>();
    for (Item item : items) {
      String name = item.taxClass().orElse(table.usualClass());
      List<TaxRate> rates = table.rates().getOrDefault(name, List.of());
      if (rates.isEmpty()) {
        refusals.add(new PricingRefusal.NoTaxRate(item.line(), name));
      }
      long all = rates.stream().mapToLong(TaxRate::ppm).sum();
      rates.forEach(rate -> taxed.add(new Taxed(item, rate, all)));
    }
    RefusedInside.ifAny(refusals);
    return taxed;
  }

  private long[] amounts(List<Taxed> taxed) {
    Map<Together, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < taxed.size(); i++) {
      Taxed each = taxed.get(i);
      var key = new Together(invoice(each.item()), each.rate(), each.allRates(), part(each.item()));
      groups.computeIfAbsent(key, any -> new ArrayList<>()).add(i);
    }
    long[] amounts = new long[taxed.size()];
    groups.values().forEach(group -> round(taxed, group, amounts));
    return amounts;
  }

  private String invoice(Item item) {
    return table.invoices() == TaxTable.Invoices.PER_MERCHANT ? item.merchant() : "";
  }

  private String part(Item item) {
    if (table.level() == TaxTable.Level.RATE) {
      return "";
    }
    boolean perUnit = table.level() == TaxTable.Level.UNIT || item.band() < 0;
    return perUnit ? item.line() + " " + item.run() : Integer.toString(item.band());
  }

  private void round(List<Taxed> taxed, List<Integer> group, long[] amounts) {
    Taxed first = taxed.get(group.get(0));
    long units = table.level() == TaxTable.Level.UNIT ? first.item().quantity() : 1;
    long[] nets = group.stream().mapToLong(i -> taxed.get(i).item().net()).toArray();
    long base = 0;
    for (long net : nets) {
      base += net;
    }
    if (base == 0) {
      return;
    }
    boolean included = table.inclusion() == TaxTable.Inclusion.INCLUSIVE;
    long whole = included ? Exact.PPM + first.allRates() : Exact.PPM;
    long tax = units * table.mode().mulDiv(base, first.rate().ppm(), whole * units);
    long[] shares = Split.largestRemainder(tax, nets);
    for (int i = 0; i < shares.length; i++) {
      amounts[group.get(i)] = shares[i];
    }
  }

  private List<TaxLine> lines(List<Taxed> taxed, long[] amounts) {
    Map<Item, Long> included = new LinkedHashMap<>();
    if (table.inclusion() == TaxTable.Inclusion.INCLUSIVE) {
      for (int i = 0; i < amounts.length; i++) {
        included.merge(taxed.get(i).item(), amounts[i], Long::sum);
      }
    }
    var lines = new ArrayList<TaxLine>(amounts.length);
    for (int i = 0; i < amounts.length; i++) {
      Item item = taxed.get(i).item();
      lines.add(new TaxLine(
          item.line(),
          item.run(),
          invoice(item),
          taxed.get(i).rate(),
          Money.of(currency, item.net() - included.getOrDefault(item, 0L)),
          Money.of(currency, amounts[i])));
    }
    return lines;
  }
}
