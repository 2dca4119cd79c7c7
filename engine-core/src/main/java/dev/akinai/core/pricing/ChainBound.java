package dev.akinai.core.pricing;

import dev.akinai.promotion.AmountRounding;
import dev.akinai.promotion.Basis;
import dev.akinai.promotion.Benefit;
import dev.akinai.promotion.Effect;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * How much stackable offers can still gain together, counting that each lowers what the next one works on.
 *
 * <p>Bands that lie in the same scopes form an atom. For each atom a number is kept that is certainly not above its net, whatever subset of
 * the offers is taken: its net at first. A rate r on nets leaves at least {@code (1 - r)} of it; an amount a over a scope of which at least L
 * is left leaves at least {@code (1 - a / L)} of it. One unit is given away for the rounding of the reduction and, where a scope has several
 * atoms, one for each run by which largest remainder may favour the atom. Both maps grow with the net, so skipping an offer cannot leave less.
 * The gain is at most the nets now less these numbers at the end.
 *
 * <p>Offers that are no such maps, or that exclude others, are added with what they take alone. They only lower nets, and a lower net of s
 * lowers what is left at the end by at most s, but for one unit of rounding for each atom and map. Only used where no floor or cap is near, and
 * behind the last offer that splits runs. For one search.
 */
final class ChainBound {

  /** More than any gain. */
  private static final long UNKNOWN = Long.MAX_VALUE / 4;

  private final List<Candidate> candidates;
  private final boolean[] inChain;
  private final long[] othersFrom;
  private int usableFrom;
  private int[] atomOf = {};
  private int atoms;
  private boolean[][] covers = {};
  private int bands;

  // for the node at hand
  private long[] least = {};
  private int[] runsOf = {};

  ChainBound(List<Candidate> candidates, boolean[] inChain, long[] othersFrom, Nets entry) {
    this.candidates = candidates;
    this.inChain = inChain;
    this.othersFrom = othersFrom;
    this.usableFrom = usableFrom(entry);
    if (usableFrom < candidates.size()) {
      findAtoms(entry);
    }
  }

  /** Tells which candidates form the chain: those that can be combined with all others, and whose map is known. */
  static boolean[] members(List<Candidate> candidates, IntPredicate isFree) {
    boolean[] inChain = new boolean[candidates.size()];
    for (int i = 0; i < inChain.length; i++) {
      inChain[i] = isFree.test(i) && isLink(candidates.get(i).rule);
    }
    return inChain;
  }

  private static boolean isLink(CompiledOffer rule) {
    if (rule.weights != Basis.NET || rule.keepsSplit || rule.usesUnits) {
      return false;
    }
    Effect effect = rule.offer.effect();
    if (effect instanceof Effect.Percent percent) {
      return percent.maxUnits().isEmpty() && isRateOnce(rule);
    }
    if (effect instanceof Effect.Tiers tiers) {
      boolean rates = tiers.steps().get(0).benefit() instanceof Benefit.PercentOff;
      return tiers.mode() == Effect.Tiers.Mode.ALL_UNITS && (!rates || isRateOnce(rule));
    }
    return effect instanceof Effect.Amount
        || (effect instanceof Effect.Every && rule.threshold == Basis.LIST);
  }

  private static boolean isRateOnce(CompiledOffer rule) {
    return rule.base == Basis.NET && rule.rounding.level() == AmountRounding.Level.SCOPE;
  }

  private int usableFrom(Nets entry) {
    int never = candidates.size() + 1;
    for (int i = 0; i < entry.size; i++) {
      if (entry.floor[i] > 0 || entry.caps.length > 0) {
        return never;
      }
    }
    int from = 0;
    int links = 0;
    for (int i = 0; i < inChain.length; i++) {
      from = candidates.get(i).rule.splitsRuns ? i + 1 : from;
      links += inChain[i] ? 1 : 0;
    }
    return links > 1 ? from : never;
  }

  private void findAtoms(Nets entry) {
    for (int i = 0; i < entry.size; i++) {
      bands = Math.max(bands, entry.band[i] + 1);
    }
    int places = place(entry, entry.size - 1) + 1;
    for (int i = 0; i < entry.size; i++) {
      places = Math.max(places, place(entry, i) + 1);
    }
    atomOf = new int[places];
    boolean[][] signatures = new boolean[places][];
    for (int run = 0; run < entry.size; run++) {
      int place = place(entry, run);
      if (signatures[place] == null) {
        signatures[place] = signature(entry, run);
        atomOf[place] = atomLike(signatures, place);
      }
    }
    covers = new boolean[candidates.size()][atoms];
    for (int place = 0; place < places; place++) {
      for (int i = 0; signatures[place] != null && i < covers.length; i++) {
        covers[i][atomOf[place]] |= signatures[place][i];
      }
    }
    least = new long[atoms];
    runsOf = new int[atoms];
  }

  private int atomLike(boolean[][] signatures, int place) {
    for (int other = 0; other < signatures.length; other++) {
      if (other != place && Arrays.equals(signatures[other], signatures[place])) {
        return atomOf[other];
      }
    }
    return atoms++;
  }

  /** Open runs, closed runs and charges of a band have a place each. */
  private int place(Nets nets, int run) {
    int band = nets.band[run];
    return band >= 0
        ? 2 * band + (nets.flags[run] & Nets.CLOSED)
        : 2 * bands + Nets.FIRST_CHARGE - band;
  }

  private boolean[] signature(Nets nets, int run) {
    boolean[] signature = new boolean[candidates.size()];
    for (int i = 0; i < signature.length; i++) {
      signature[i] = inChain[i] && candidates.get(i).takes(nets, run);
    }
    return signature;
  }

  /** The most that candidates from a position on can gain, at the nets of a node; a large number if nothing is known. */
  long left(int at, Nets nets) {
    if (at < usableFrom || at >= candidates.size()) {
      return at >= candidates.size() ? 0 : UNKNOWN;
    }
    Arrays.fill(least, 0);
    Arrays.fill(runsOf, 0);
    for (int run = 0; run < nets.size; run++) {
      int atom = atomOf[place(nets, run)];
      least[atom] += nets.net[run];
      runsOf[atom]++;
    }
    long before = Exact.sum(least);
    long slack = 0;
    for (int i = at; i < candidates.size(); i++) {
      slack += inChain[i] ? lower(candidates.get(i), covers[i]) : 0;
    }
    return before - Exact.sum(least) + othersFrom[at] + (othersFrom[at] > 0 ? slack : 0);
  }

  /** Lowers what is certainly left of each atom in the scope; answers how many there are. */
  private int lower(Candidate candidate, boolean[] covered) {
    long base = 0;
    int number = 0;
    int runs = 0;
    for (int a = 0; a < atoms; a++) {
      base += covered[a] ? least[a] : 0;
      number += covered[a] ? 1 : 0;
      runs += covered[a] ? runsOf[a] : 0;
    }
    long rate = ratePpm(candidate.rule.offer.effect());
    for (int a = 0; a < atoms; a++) {
      if (covered[a]) {
        long byAmount =
            candidate.bound >= base ? 0 : Exact.floor(least[a], base - candidate.bound, base);
        long byRate = rate < 0 ? 0 : Exact.floor(least[a], Exact.PPM - rate, Exact.PPM);
        long favour = Math.min(runsOf[a], runs - runsOf[a]);
        least[a] = Math.max(0, Math.max(byAmount, byRate) - 1 - favour);
      }
    }
    return number;
  }

  /** The greatest rate, or -1 for an amount. */
  private static long ratePpm(Effect effect) {
    if (effect instanceof Effect.Percent percent) {
      return percent.ppm();
    }
    if (effect instanceof Effect.Tiers tiers
        && tiers.steps().get(tiers.steps().size() - 1).benefit()
            instanceof Benefit.PercentOff percent) {
      return percent.ppm();
    }
    return -1;
  }
}
