package dev.akinai.core.pricing;

import dev.akinai.money.CurrencyCode;
import dev.akinai.money.Money;
import dev.akinai.money.Split;
import dev.akinai.pricing.Quote;
import dev.akinai.pricing.QuoteCharge;
import dev.akinai.pricing.QuotePiece;
import dev.akinai.pricing.RefundPlan;
import dev.akinai.pricing.Share;
import dev.akinai.pricing.TaxLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A piece or a charge of a frozen quote, and what its first units carry: net and tax rounded down, reductions rounded up (PRICING 6.2, 11). A
 * charge counts its minor units as units, and is one unit where nothing was paid for it. Immutable.
 *
 * @param onTop true if tax comes on top of the net
 */
record RefundItem(
    String id,
    int run,
    String merchant,
    long quantity,
    long net,
    List<Share> shares,
    List<TaxLine> tax,
    boolean onTop) {

  /** Sums of amounts; the base is summed over the tax lines. */
  record Sums(long net, long discount, long tax, long base) {
    static final Sums ZERO = new Sums(0, 0, 0, 0);

    Sums plus(Sums more) {
      return new Sums(net + more.net, discount + more.discount, tax + more.tax, base + more.base);
    }

    Sums minus(Sums less) {
      return new Sums(net - less.net, discount - less.discount, tax - less.tax, base - less.base);
    }

    Sums max(Sums other) {
      return new Sums(
          Math.max(net, other.net),
          Math.max(discount, other.discount),
          Math.max(tax, other.tax),
          Math.max(base, other.base));
    }

    /** What the tenders cover. */
    long total(boolean onTop) {
      return onTop ? net + tax : net;
    }
  }

  static List<RefundItem> goods(Quote quote) {
    var items = new ArrayList<RefundItem>(quote.pieces().size());
    for (QuotePiece piece : quote.pieces()) {
      items.add(new RefundItem(
          piece.line(),
          piece.run(),
          piece.merchant().orElse(""),
          piece.quantity(),
          piece.net().minor(),
          piece.shares(),
          taxOf(quote, piece.line(), piece.run()),
          onTop(quote)));
    }
    return items;
  }

  static List<RefundItem> charges(Quote quote) {
    var items = new ArrayList<RefundItem>(quote.charges().size());
    for (QuoteCharge charge : quote.charges()) {
      items.add(new RefundItem(
          charge.charge().id(),
          -1,
          charge.charge().merchant().orElse(""),
          Math.max(1, charge.net().minor()),
          charge.net().minor(),
          charge.shares(),
          taxOf(quote, charge.charge().id(), -1),
          onTop(quote)));
    }
    return items;
  }

  static boolean onTop(Quote quote) {
    return quote.tax().included().isZero();
  }

  private static List<TaxLine> taxOf(Quote quote, String id, int run) {
    return quote.tax().lines().stream()
        .filter(line -> line.run() == run && line.line().equals(id))
        .toList();
  }

  boolean is(RefundPlan.Back back) {
    return back.run() == run && back.id().equals(id);
  }

  Sums all() {
    return upTo(quantity);
  }

  /** What the first units carry. */
  Sums upTo(long units) {
    return new Sums(
        Split.cumulativeFloor(net, quantity, units),
        Split.cumulativeCeiling(sum(discounts(this)), quantity, units),
        taxUpTo(units),
        sum(basesUpTo(units)));
  }

  private long taxUpTo(long units) {
    return Split.cumulativeFloor(sum(taxes(this)), quantity, units);
  }

  /** A base of the whole net follows the net, so that a credit note adds up; a base of its own, as some places have, is rounded by itself. */
  private long[] basesUpTo(long units) {
    long included = onTop ? 0 : sum(taxes(this));
    long[] bases = bases(this);
    for (int i = 0; i < bases.length; i++) {
      bases[i] = bases[i] == net - included
          ? Split.cumulativeFloor(net, quantity, units) - (onTop ? 0 : taxUpTo(units))
          : Split.cumulativeFloor(bases[i], quantity, units);
    }
    return bases;
  }

  /** What the units between two positions carry, over the parts by cumulative Sainte-Laguë. */
  RefundPlan.Back between(CurrencyCode currency, long from, long to) {
    Sums before = upTo(from);
    Sums after = upTo(to);
    long[] bases = basesUpTo(to);
    long[] basesBefore = basesUpTo(from);
    Arrays.setAll(bases, i -> bases[i] - basesBefore[i]);
    return back(
        currency,
        from,
        to,
        Split.step(discounts(this), before.discount(), after.discount()),
        Split.step(taxes(this), before.tax(), after.tax()),
        bases);
  }

  /** The plan's entry: what was paid for the units, and the parts as they were decided; without parts of nothing. */
  RefundPlan.Back back(
      CurrencyCode currency, long from, long to, long[] offs, long[] taxes, long[] bases) {
    var reversed = new ArrayList<Share>(offs.length);
    for (int i = 0; i < offs.length; i++) {
      if (offs[i] > 0) {
        Share share = shares.get(i);
        reversed.add(
            new Share(share.offer(), share.version(), share.party(), Money.of(currency, offs[i])));
      }
    }
    var lines = new ArrayList<TaxLine>(taxes.length);
    for (int i = 0; i < taxes.length; i++) {
      if (taxes[i] != 0 || bases[i] != 0) {
        TaxLine line = tax.get(i);
        lines.add(new TaxLine(
            id,
            run,
            line.invoice(),
            line.rate(),
            Money.of(currency, bases[i]),
            Money.of(currency, taxes[i])));
      }
    }
    long worth = Split.between(net, quantity, from, to);
    return new RefundPlan.Back(
        id, run, from, to - from, Money.of(currency, worth), reversed, lines);
  }

  // --- parts -----------------------------------------------------------------------------------

  static long[] discounts(RefundItem item) {
    return item.shares.stream().mapToLong(share -> share.amount().minor()).toArray();
  }

  static long[] taxes(RefundItem item) {
    return item.tax.stream().mapToLong(line -> line.amount().minor()).toArray();
  }

  static long[] bases(RefundItem item) {
    return item.tax.stream().mapToLong(line -> line.base().minor()).toArray();
  }

  static long sum(long[] amounts) {
    long sum = 0;
    for (long amount : amounts) {
      sum += amount;
    }
    return sum;
  }
}
