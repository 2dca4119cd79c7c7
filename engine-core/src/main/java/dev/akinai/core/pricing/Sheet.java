package dev.akinai.core.pricing;

import dev.akinai.pricing.Charge;
import java.util.ArrayList;
import java.util.List;

/** A cart brought into canonical order: its merchants, bands and charges with their prices (PRICING 2.2, 2.3). For one quote and thread. */
final class Sheet {

  final List<String> merchants = new ArrayList<>();
  final List<Band> bands = new ArrayList<>();
  final List<Charge> charges = new ArrayList<>();
  final List<Rival> rivals = new ArrayList<>();

  /** A price that competes with the offers of a band (stance COMPETE). */
  record Rival(int band, String list, int version, long unitPrice) {}

  /** The amounts before any offer. */
  Nets entry(int budgets, int caps) {
    Nets nets = new Nets(runs() + charges.size(), budgets, caps);
    for (Band band : bands) {
      for (Band.PricedRun run : band.runs) {
        nets.add(
            band.index, Nets.flagsOf(run.standing()), run.quantity(), run.list(), run.floor());
      }
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
