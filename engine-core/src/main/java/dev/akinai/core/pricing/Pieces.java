package dev.akinai.core.pricing;

import dev.akinai.money.CurrencyCode;
import dev.akinai.money.Money;
import dev.akinai.pricing.CartLine;
import dev.akinai.pricing.Charge;
import dev.akinai.pricing.ExternalAdjustment;
import dev.akinai.pricing.QuoteCharge;
import dev.akinai.pricing.QuotePiece;
import dev.akinai.pricing.Share;
import dev.akinai.promotion.OfferId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Splits the runs of a cart to its lines: lines take consecutive units of their band in order of their ids, dearest run first (PRICING 6.1). For
 * one quote and thread.
 */
final class Pieces {

  private final Evaluation run;
  private final CurrencyCode currency;
  private final List<Cut> cuts = new ArrayList<>();
  private final Parties parties;

  /** Units of a run that belong to one line; the run's number is that before it was cut for lines. */
  private record Cut(Band band, int run, int at, CartLine line, long units, Band.PricedRun price) {}

  Pieces(Evaluation run) {
    this.run = run;
    this.currency = run.input.cart().currency();
    cutAll();
    this.parties = new Parties(run);
  }

  // --- cutting ---------------------------------------------------------------------------------

  private void cutAll() {
    int from = 0;
    int number = 0;
    for (Band band : run.sheet.bands) {
      int to = from;
      while (to < run.nets.size && run.nets.band[to] == band.index) {
        to++;
      }
      int before = run.nets.size;
      cut(band, from, to, number);
      number += to - from;
      from = to + run.nets.size - before;
    }
  }

  private void cut(Band band, int from, int to, int firstNumber) {
    if (band.lines.size() == 1) {
      for (int r = from; r < to; r++) {
        cuts.add(cut(band, r, r - from + firstNumber, band.lines.get(0)));
      }
      return;
    }
    Map<Integer, List<Cut>> byRun = plan(band, from, to);
    int moved = 0;
    for (int r = from; r < to; r++) {
      List<Cut> parts = byRun.getOrDefault(r, List.of());
      for (int i = 0; i < parts.size(); i++) {
        if (i + 1 < parts.size()) {
          Reducer.split(run.nets, run.tape, r + moved, parts.get(i).units());
          cuts.add(cut(band, r + moved++, r - from + firstNumber, parts.get(i).line()));
        } else {
          cuts.add(cut(band, r + moved, r - from + firstNumber, parts.get(i).line()));
        }
      }
    }
  }

  private Cut cut(Band band, int at, int number, CartLine line) {
    return new Cut(band, number, at, line, run.nets.quantity[at], priceOf(band, at));
  }

  /** Runs are only ever cut, so a run's place among the units of its band tells where it comes from. */
  private Band.PricedRun priceOf(Band band, int at) {
    if (band.runs.size() == 1) {
      return band.runs.get(0);
    }
    long before = 0;
    for (int i = at - 1; i >= 0 && run.nets.band[i] == band.index; i--) {
      before += run.nets.quantity[i];
    }
    for (Band.PricedRun price : band.runs) {
      before -= price.quantity();
      if (before < 0) {
        return price;
      }
    }
    throw new IllegalStateException("The units of band " + band.index
        + " must be those it was priced with. Maybe a run was cut wrongly.");
  }

  /** For each run its lines with their units. */
  private Map<Integer, List<Cut>> plan(Band band, int from, int to) {
    var order = new ArrayList<Integer>();
    for (int r = from; r < to; r++) {
      order.add(r);
    }
    order.sort((a, b) -> Reducer.compareUnits(run.nets, b, a));
    Map<Integer, List<Cut>> byRun = new HashMap<>();
    int line = 0;
    long open = band.lines.get(0).quantity();
    for (int r : order) {
      long left = run.nets.quantity[r];
      var parts = new ArrayList<Cut>();
      while (left > 0) {
        long units = Math.min(left, open);
        parts.add(new Cut(band, r, r, band.lines.get(line), units, band.runs.get(0)));
        left -= units;
        open -= units;
        if (open == 0 && line + 1 < band.lines.size()) {
          open = band.lines.get(++line).quantity();
        }
      }
      byRun.put(r, parts);
    }
    return byRun;
  }

  // --- writing ---------------------------------------------------------------------------------

  /** What is taxed, in canonical order; nothing without rates. */
  List<TaxCalculator.Item> taxed() {
    if (run.input.tax().rates().isEmpty()) {
      return List.of();
    }
    var items = new ArrayList<TaxCalculator.Item>(cuts.size());
    for (Cut cut : cuts) {
      items.add(new TaxCalculator.Item(
          cut.line().id(),
          cut.run(),
          cut.band().index,
          cut.band().merchant,
          cut.line().taxClass(),
          cut.units(),
          run.nets.net[cut.at()]));
    }
    for (int i = 0; i < run.nets.size; i++) {
      if (run.nets.isCharge(i)) {
        Charge charge = run.sheet.charges.get(Nets.FIRST_CHARGE - run.nets.band[i]);
        items.add(new TaxCalculator.Item(
            charge.id(),
            -1,
            -1,
            charge.merchant().orElse(""),
            charge.taxClass(),
            1,
            run.nets.net[i]));
      }
    }
    return items;
  }

  /** In the order of the cart's lines. */
  List<QuotePiece> goods() {
    Map<String, Integer> lineOrder = new HashMap<>();
    run.input.cart().lines().forEach(line -> lineOrder.put(line.id(), lineOrder.size()));
    long[] order = new long[cuts.size()]; // line, then cut: cuts are in the order of runs
    for (int i = 0; i < order.length; i++) {
      order[i] = (long) lineOrder.getOrDefault(cuts.get(i).line().id(), 0) << Integer.SIZE | i;
    }
    Arrays.sort(order);
    var pieces = new ArrayList<QuotePiece>(order.length);
    for (long each : order) {
      pieces.add(piece(cuts.get((int) each)));
    }
    return pieces;
  }

  private QuotePiece piece(Cut cut) {
    Nets nets = run.nets;
    Band.PricedRun price = cut.price();
    return new QuotePiece(
        cut.line().id(),
        cut.band().index,
        cut.run(),
        cut.line().sku(),
        cut.band().item.sku().title(),
        cut.band().item.sku().tracked(),
        cut.line().merchant(),
        cut.units(),
        money(price.unitPrice()),
        price.source(),
        money(Exact.floor(price.regular(), cut.units(), price.quantity())),
        money(nets.gross[cut.at()]),
        money(nets.net[cut.at()]),
        money(nets.floor[cut.at()]),
        shares(cut));
  }

  private List<Share> shares(Cut cut) {
    List<Share> shares = parties.of(cut.at());
    if (cut.line().adjustments().isEmpty()) {
      return shares;
    }
    var all = new ArrayList<Share>();
    for (ExternalAdjustment each : cut.line().adjustments()) {
      all.add(new Share(new OfferId(each.code()), 1, each.party(), each.amount()));
    }
    all.addAll(shares);
    return all;
  }

  /** In the order of the cart's charges. */
  List<QuoteCharge> charges() {
    if (run.sheet.charges.isEmpty()) {
      return List.of();
    }
    Map<String, QuoteCharge> byId = new HashMap<>();
    for (int i = 0; i < run.nets.size; i++) {
      if (run.nets.isCharge(i)) {
        var charge = run.sheet.charges.get(Nets.FIRST_CHARGE - run.nets.band[i]);
        byId.put(charge.id(), new QuoteCharge(charge, money(run.nets.net[i]), parties.of(i)));
      }
    }
    return run.input.cart().charges().stream()
        .map(charge -> byId.get(charge.id()))
        .toList();
  }

  private Money money(long minor) {
    return Money.of(currency, minor);
  }
}
