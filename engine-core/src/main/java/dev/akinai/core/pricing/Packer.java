package dev.akinai.core.pricing;

import dev.akinai.criteria.Truth;
import dev.akinai.money.Split;
import dev.akinai.promotion.Benefit;
import dev.akinai.promotion.Effect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Lets offers that use units up work on the amounts of a cart: forms their groups together, cuts the units off their runs and puts each
 * offer's saving on them (PRICING 3.3, 5.4). A unit is used once. For one quote and thread.
 */
final class Packer {

  private final Sheet sheet;
  private boolean proven = true;

  Packer(Sheet sheet) {
    this.sheet = sheet;
  }

  boolean isProven() {
    return proven;
  }

  /** Runs that are alike for all offers of a block: same price of a unit, same parts they can be used for. */
  private record Kind(long net, List<Boolean> fits) {}

  /** Units of a run that a group uses. */
  private record Cut(int group, int part, long units) {}

  /** Units that were cut: where they are now and what they are for. */
  private record Used(int group, int part, int run) {}

  long[] apply(
      Reducer reducer, List<Candidate> block, Nets nets, @Nullable Tape tape, int[] applications) {
    List<Candidate> able =
        block.stream().filter(each -> reducer.holds(each, nets)).toList();
    Map<Kind, List<Integer>> kinds = kinds(able, nets);
    long[] off = new long[block.size()];
    if (able.isEmpty() || kinds.isEmpty()) {
      return off;
    }
    List<Packing.Group> groups = form(able, kinds, nets);
    List<Used> used = cut(groups, new ArrayList<>(kinds.values()), nets, tape);
    for (int i = 0; i < block.size(); i++) {
      int former = able.indexOf(block.get(i));
      if (former >= 0) {
        off[i] = reward(reducer, block.get(i), former, groups, used, nets, tape, applications[i]);
      }
    }
    return off;
  }

  private Map<Kind, List<Integer>> kinds(List<Candidate> block, Nets nets) {
    Map<Kind, List<Integer>> kinds = new LinkedHashMap<>();
    for (int run = 0; run < nets.size && !nets.isCharge(run); run++) {
      if ((nets.flags[run] & (Nets.USED | Nets.CLOSED)) != 0) {
        continue;
      }
      List<Boolean> fits = fits(block, nets, run);
      if (fits.contains(true)) {
        Kind kind = new Kind(nets.net[run] / nets.quantity[run], fits);
        kinds.computeIfAbsent(kind, each -> new ArrayList<>()).add(run);
      }
    }
    return kinds;
  }

  private List<Boolean> fits(List<Candidate> block, Nets nets, int run) {
    var fits = new ArrayList<Boolean>();
    Band band = sheet.bands.get(nets.band[run]);
    for (Candidate candidate : block) {
      boolean inScope = candidate.takes(nets, run);
      for (Test<Band> part : candidate.rule.parts) {
        fits.add(inScope && part.of(band) == Truth.TRUE);
      }
    }
    return fits;
  }

  private List<Packing.Group> form(
      List<Candidate> block, Map<Kind, List<Integer>> kinds, Nets nets) {
    Packing.Units[] classes = new Packing.Units[kinds.size()];
    List<Kind> keys = new ArrayList<>(kinds.keySet());
    for (int c = 0; c < classes.length; c++) {
      long count = 0;
      for (int run : kinds.getOrDefault(keys.get(c), List.of())) {
        count += nets.quantity[run];
      }
      classes[c] = new Packing.Units(keys.get(c).net(), count);
    }
    var formers = new ArrayList<Packing.Former>();
    int first = 0;
    for (Candidate candidate : block) {
      formers.add(former(candidate, keys, first));
      first += candidate.rule.parts.size();
    }
    Packing.Result result = new Packing(classes, formers).best();
    proven &= result.proven();
    return result.groups();
  }

  private static Packing.Former former(Candidate candidate, List<Kind> keys, int first) {
    List<Effect.Part> parts = CompiledOffer.partsOf(candidate.rule.offer.effect());
    boolean[][] fits = new boolean[parts.size()][keys.size()];
    int[] sizes = new int[parts.size()];
    for (int p = 0; p < sizes.length; p++) {
      sizes[p] = parts.get(p).quantity();
      for (int c = 0; c < keys.size(); c++) {
        fits[p][c] = keys.get(c).fits().get(first + p);
      }
    }
    return new Packing.Former(candidate.rule.offer.effect(), sizes, fits);
  }

  /** Cuts the units of all groups off their runs, in canonical order, and marks them as used. */
  private static List<Used> cut(
      List<Packing.Group> groups, List<List<Integer>> runsOf, Nets nets, @Nullable Tape tape) {
    Map<Integer, List<Cut>> cuts = plan(groups, runsOf, nets);
    var used = new ArrayList<Used>();
    int moved = 0;
    for (Map.Entry<Integer, List<Cut>> entry : cuts.entrySet()) {
      int run = entry.getKey() + moved;
      for (Cut cut : entry.getValue()) {
        if (cut.units() < nets.quantity[run]) {
          Reducer.split(nets, tape, run, cut.units());
          moved++;
        }
        nets.flags[run] |= Nets.USED;
        used.add(new Used(cut.group(), cut.part(), run));
        run++;
      }
    }
    return used;
  }

  private static Map<Integer, List<Cut>> plan(
      List<Packing.Group> groups, List<List<Integer>> runsOf, Nets nets) {
    Map<Integer, List<Cut>> cuts = new TreeMap<>();
    long[] left = Arrays.copyOf(nets.quantity, nets.size);
    for (int g = 0; g < groups.size(); g++) {
      Packing.Group group = groups.get(g);
      for (int part = 0; part < group.taken().length; part++) {
        for (int c = 0; c < runsOf.size(); c++) {
          long open = group.taken()[part][c] * group.times();
          for (int run : runsOf.get(c)) {
            long some = Math.min(open, left[run]);
            if (some > 0) {
              left[run] -= some;
              open -= some;
              cuts.computeIfAbsent(run, each -> new ArrayList<>()).add(new Cut(g, part, some));
            }
          }
        }
      }
    }
    return cuts;
  }

  private static long reward(
      Reducer reducer,
      Candidate candidate,
      int former,
      List<Packing.Group> groups,
      List<Used> used,
      Nets nets,
      @Nullable Tape tape,
      int application) {
    List<Used> own = used.stream()
        .filter(each -> groups.get(each.group()).former() == former)
        .toList();
    if (own.isEmpty()) {
      return 0;
    }
    int[] runs = own.stream().mapToInt(Used::run).toArray();
    long[] weights = new Reward(candidate, groups, nets).over(own, runs);
    reducer.gather(runs, runs.length, weights);
    long off = reducer.place(candidate, Exact.sum(weights), nets, tape, application);
    if (off <= 0) {
      for (int run : runs) {
        nets.flags[run] &= ~Nets.USED;
      }
    }
    return off;
  }

  /** What the groups of one offer save, and on which of their units that is put. */
  private record Reward(Candidate candidate, List<Packing.Group> groups, Nets nets) {

    long[] over(List<Used> own, int[] runs) {
      int count = groups.size();
      long[] savings = new long[count];
      for (int g = 0; g < count; g++) {
        savings[g] = saving(g, own, runs);
      }
      long raw = rate() < 0
          ? Exact.sum(savings)
          : candidate.rule.rounding.mode().mulDiv(Exact.sum(savings), rate(), Exact.PPM);
      long[] byGroup = Exact.sum(savings) == 0 ? savings : Split.largestRemainder(raw, savings);
      long[] shares = new long[runs.length];
      for (int g = 0; g < count; g++) {
        spread(g, byGroup[g], own, runs, shares);
      }
      return shares;
    }

    /** For a rate the amount it is taken from: all groups are rounded together, once. */
    private long saving(int g, List<Used> own, int[] runs) {
      Effect effect = candidate.rule.offer.effect();
      long times = groups.get(g).times();
      boolean onEach = effect instanceof Effect.BuyGet;
      long net = 0;
      long each = 0;
      for (int i = 0; i < runs.length; i++) {
        if (own.get(i).group() == g && (!onEach || own.get(i).part() == 1)) {
          net += nets.net[runs[i]];
          each += Packing.savingOnSet(benefit(), nets.net[runs[i]], nets.quantity[runs[i]]);
        }
      }
      return rate() >= 0 ? net : onEach ? each : Packing.savingOnSet(benefit(), net, times);
    }

    private Benefit benefit() {
      Effect effect = candidate.rule.offer.effect();
      return effect instanceof Effect.BuyGet buyGet
          ? buyGet.benefit()
          : ((Effect.Bundle) effect).benefit();
    }

    private long rate() {
      return benefit() instanceof Benefit.PercentOff percent ? percent.ppm() : -1;
    }

    private void spread(int g, long amount, List<Used> own, int[] runs, long[] shares) {
      boolean onTarget = spreadOf(candidate.rule.offer.effect()) == Effect.Spread.TARGET
          && candidate.rule.offer.effect() instanceof Effect.BuyGet;
      long[] weights = new long[runs.length];
      for (int i = 0; i < runs.length; i++) {
        boolean counts = own.get(i).group() == g && (!onTarget || own.get(i).part() == 1);
        weights[i] = counts ? nets.net[runs[i]] : 0;
      }
      if (amount > 0) {
        long[] parts = Split.largestRemainder(amount, weights);
        for (int i = 0; i < parts.length; i++) {
          shares[i] += parts[i];
        }
      }
    }

    private static Effect.Spread spreadOf(Effect effect) {
      return effect instanceof Effect.BuyGet buyGet
          ? buyGet.spread()
          : ((Effect.Bundle) effect).spread();
    }
  }
}
