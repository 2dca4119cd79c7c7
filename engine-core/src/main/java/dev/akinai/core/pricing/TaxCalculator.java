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
import java.util.HashMap;
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

  /** One rate on one item, and what one million of base comes to with all tax that the item's net includes. */
  private record Taxed(Item item, TaxRate rate, long whole) {}

  /** What is rounded together. */
  private record Together(String invoice, TaxRate rate, long whole, String part) {}

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
    return new QuoteTax(
        lines(taxed, amounts), isIncluded() ? none : sum, isIncluded() ? sum : none);
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
      long included = isIncluded() ? rates.stream().mapToLong(TaxRate::ppm).sum() : 0;
      rates.forEach(rate -> taxed.add(new Taxed(item, rate, Exact.PPM + included)));
    }
    RefusedInside.ifAny(refusals);
    return taxed;
  }

  private long[] amounts(List<Taxed> taxed) {
    Map<Together, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < taxed.size(); i++) {
      Taxed each = taxed.get(i);
      var key = new Together(invoice(each.item()), each.rate(), each.whole(), part(each.item()));
      groups.computeIfAbsent(key, any -> new ArrayList<>()).add(i);
    }
    long[] amounts = new long[taxed.size()];
    Map<Item, Long> included = new HashMap<>();
    for (List<Integer> group : groups.values()) {
      round(taxed, group, included, amounts);
    }
    return amounts;
  }

  private String invoice(Item item) {
    return table.invoices() == TaxTable.Invoices.PER_MERCHANT ? item.merchant() : "";
  }

  private String part(Item item) {
    if (table.level() == TaxTable.Level.RATE) {
      return "";
    }
    if (item.band() < 0) {
      return "charge " + item.line();
    }
    return table.level() == TaxTable.Level.UNIT ? "run " + item.run() : "band " + item.band();
  }

  /** Of included taxes, the next rate is split over what the first ones left, so that an item never includes more tax than it costs. */
  private void round(
      List<Taxed> taxed, List<Integer> group, Map<Item, Long> included, long[] amounts) {
    Taxed first = taxed.get(group.get(0));
    long[] left = new long[group.size()];
    long base = 0;
    long most = 0;
    long units = 0;
    for (int i = 0; i < left.length; i++) {
      Item item = taxed.get(group.get(i)).item();
      left[i] = item.net() - included.getOrDefault(item, 0L);
      base += item.net();
      most += left[i];
      units += item.quantity();
    }
    if (most == 0) {
      return;
    }
    units = table.level() == TaxTable.Level.UNIT ? units : 1;
    long tax = units * table.mode().mulDiv(base, first.rate().ppm(), first.whole() * units);
    long[] shares = Split.largestRemainder(isIncluded() ? Math.min(tax, most) : tax, left);
    for (int i = 0; i < shares.length; i++) {
      amounts[group.get(i)] = shares[i];
      if (isIncluded()) {
        included.merge(taxed.get(group.get(i)).item(), shares[i], Long::sum);
      }
    }
  }

  private boolean isIncluded() {
    return table.inclusion() == TaxTable.Inclusion.INCLUSIVE;
  }

  private List<TaxLine> lines(List<Taxed> taxed, long[] amounts) {
    Map<Item, Long> included = new LinkedHashMap<>();
    if (isIncluded()) {
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
