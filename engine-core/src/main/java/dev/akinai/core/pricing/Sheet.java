package dev.akinai.core.pricing;

import dev.akinai.money.CurrencyCode;
import dev.akinai.money.Money;
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

  /** A price that competes with the offers of a band (stance COMPETE). */
  record Rival(int band, String list, CurrencyCode currency, long unitPrice) {

    Candidate candidate(Evaluation run, Lane lane, int laneIndex) {
      Bits scope = new Bits(run.sheet.bands.size());
      scope.set(band);
      Offer offer = Offer.of(list, new Effect.UnitPrice(Money.of(currency, unitPrice)))
          .lane(lane.id())
          .build();
      var rule = new CompiledOffer(-1, offer, lane, laneIndex, Extensions.NONE);
      return new Candidate(rule, -1, scope, scope, Bits.EMPTY, Optional.empty());
    }
  }

  /** The amounts before any offer. */
  Nets entry(int budgets, int caps) {
    Nets nets = new Nets(runs() + charges.size(), budgets, caps);
    for (Band band : bands) {
      for (Band.PricedRun run : band.runs) {
        nets.add(band.index, Nets.flagsOf(run.standing()), run.quantity(), run.list(), run.floor());
      }
      nets.net[nets.size - 1] -= band.externalOff();
    }
    for (int i = 0; i < charges.size(); i++) {
      nets.add(Nets.FIRST_CHARGE - i, 0, 1, charges.get(i).amount().minor(), 0);
    }
    return nets;
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
