package dev.akinai.core.pricing;

import dev.akinai.money.Split;
import dev.akinai.price.ListedPrice;
import dev.akinai.pricing.Charge;
import dev.akinai.promotion.Effect;
import dev.akinai.promotion.Lane;
import dev.akinai.promotion.Offer;
import dev.akinai.quota.Demand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A cart brought into canonical order: its merchants, bands and charges with their prices (PRICING 2.2, 2.3). For one quote and thread. */
final class Sheet {

  final List<String> merchants = new ArrayList<>();
  final List<Band> bands = new ArrayList<>();
  final List<Charge> charges = new ArrayList<>();
  final List<Rival> rivals = new ArrayList<>();
  /** What prices of a limited number of units take of their allotments. */
  final List<Demand> allotments = new ArrayList<>();

  /** A price that competes with the offers of some runs of a band (stance COMPETE); its demands are taken if it wins. */
  record Rival(int number, int band, ListedPrice price, List<Demand> demands) {

    Candidate candidate(Sheet sheet, Lane lane, int laneIndex) {
      Bits scope = new Bits(sheet.bands.size());
      scope.set(band);
      Offer offer = Offer.of(
              price.list().id().value(), new Effect.UnitPrice(price.entry().price()))
          .lane(lane.id())
          .build();
      var rule = new CompiledOffer(-1, offer, lane, laneIndex, Extensions.NONE);
      return new Candidate(rule, -1, scope, scope, Bits.EMPTY, Optional.empty(), Optional.of(this));
    }

    /** What so many units cost by it. */
    long amount(long units) {
      return Selection.amount(
          price.entry().price().minor(), units, price.entry().per());
    }
  }

  /** The number of a price that competes in a band; its demands grow with each run. */
  int rival(Band band, ListedPrice price, List<Demand> demands) {
    for (Rival each : rivals) {
      if (each.band() == band.index && each.price().equals(price)) {
        each.demands().addAll(demands);
        return each.number();
      }
    }
    rivals.add(new Rival(rivals.size(), band.index, price, new ArrayList<>(demands)));
    return rivals.size() - 1;
  }

  /** The amounts before any offer. */
  Nets entry(int budgets, int caps) {
    Nets nets = new Nets(runs() + charges.size(), budgets, caps);
    for (Band band : bands) {
      for (Band.PricedRun run : band.runs) {
        nets.add(band.index, run.flags(), run.quantity(), run.list(), run.floor());
      }
      takeExternal(band, nets);
    }
    for (int i = 0; i < charges.size(); i++) {
      nets.add(Nets.FIRST_CHARGE - i, 0, 1, charges.get(i).amount().minor(), 0);
    }
    return nets;
  }

  private static void takeExternal(Band band, Nets nets) {
    if (band.externalOff() == 0) {
      return;
    }
    long[] lists = band.runs.stream().mapToLong(Band.PricedRun::list).toArray();
    long[] shares = Split.largestRemainder(band.externalOff(), lists);
    for (int i = 0; i < shares.length; i++) {
      nets.net[nets.size - shares.length + i] -= shares[i];
    }
  }

  /** The band's lines of a merchant. */
  Bits bandsOf(int merchant) {
    Bits bits = new Bits(bands.size());
    for (Band band : bands) {
      if (band.merchantIndex == merchant) {
        bits.set(band.index);
      }
    }
    return bits;
  }

  private int runs() {
    int runs = 0;
    for (Band band : bands) {
      runs += band.runs.size();
    }
    return runs;
  }
}
