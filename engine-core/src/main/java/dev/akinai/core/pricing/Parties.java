package dev.akinai.core.pricing;

import dev.akinai.money.CurrencyCode;
import dev.akinai.money.Money;
import dev.akinai.money.Split;
import dev.akinai.pricing.Share;
import dev.akinai.promotion.Funding;
import dev.akinai.promotion.Offer;
import java.util.ArrayList;
import java.util.List;

/**
 * Who bears how much of each reduction on each run: exact for each run and for each party (PRICING 6.5). Made when no run is cut any more. For
 * one quote and thread.
 */
final class Parties {

  private final Evaluation run;
  private final CurrencyCode currency;
  /** By application: for each party a row of amounts by run; empty where one party bears all. */
  private final List<long[][]> tables = new ArrayList<>();

  Parties(Evaluation run) {
    this.run = run;
    this.currency = run.input.cart().currency();
    for (int i = 0; i < run.applied.size(); i++) {
      Funding funding = run.applied.get(i).candidate().rule.offer.funding();
      tables.add(funding.shares().isEmpty() ? new long[0][] : table(funding, i));
    }
  }

  private long[][] table(Funding funding, int application) {
    long[] left = new long[run.nets.size];
    long total = 0;
    for (int r = 0; r < left.length; r++) {
      left[r] = amount(r, application);
      total += left[r];
    }
    int parties = funding.shares().size();
    long[] rates = new long[parties + 1];
    rates[parties] = Exact.PPM;
    for (int p = 0; p < parties; p++) {
      rates[p] = funding.shares().get(p).ppm();
      rates[parties] -= rates[p];
    }
    long[] totals = Split.largestRemainder(total, rates);
    long[][] table = new long[parties + 1][];
    for (int p = 0; p < parties; p++) {
      table[p] = Split.largestRemainder(totals[p], left);
      for (int r = 0; r < left.length; r++) {
        left[r] -= table[p][r];
      }
    }
    table[parties] = left;
    return table;
  }

  private long amount(int runIndex, int application) {
    long[] row = run.tape.of(runIndex);
    return application < row.length ? row[application] : 0;
  }

  /** The shares of one run, in the order of the applications. */
  List<Share> of(int runIndex) {
    var shares = new ArrayList<Share>(tables.size());
    for (int i = 0; i < tables.size(); i++) {
      if (amount(runIndex, i) > 0) {
        add(shares, runIndex, i);
      }
    }
    return shares;
  }

  private void add(List<Share> shares, int runIndex, int application) {
    Offer offer = run.applied.get(application).candidate().rule.offer;
    Funding funding = offer.funding();
    long[][] table = tables.get(application);
    if (table.length == 0) {
      shares.add(share(offer, funding.rest(), amount(runIndex, application)));
      return;
    }
    for (int p = 0; p < table.length; p++) {
      if (table[p][runIndex] > 0) {
        boolean last = p == funding.shares().size();
        String party = last ? funding.rest() : funding.shares().get(p).party();
        shares.add(share(offer, party, table[p][runIndex]));
      }
    }
  }

  private Share share(Offer offer, String party, long minor) {
    return new Share(offer.id(), offer.version(), party, Money.of(currency, minor));
  }
}
