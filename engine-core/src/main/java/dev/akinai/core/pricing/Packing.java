package dev.akinai.core.pricing;

import dev.akinai.promotion.Benefit;
import dev.akinai.promotion.Effect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Forms groups of units for buy X get Y and for bundles, so that the buyer saves most (PRICING 5.4).
 *
 * <p>This is weighted set packing over a multiset of units, which is NP-hard from sets of three (Karp 1972). So units of equal price and
 * eligibility are merged into classes, and three ways are tried: (i) one offer whose parts ask for the same units, or for units that no other
 * part can use: groups of consecutive units in the order of price are best, by an exchange argument, and cost nothing per unit; (ii) dynamic
 * programming over vectors of counts, exact, if states times patterns stay below {@value #MOST_WORK}; (iii) offers in turn, each by (i) on the
 * units that the parts of others leave: not proven. No method looks at single units, so quantities cost nothing. For one call.
 */
final class Packing {

  static final int MOST_WORK = 400_000;
  static final int MOST_PATTERNS = 4_000;

  /** Units that are alike: the price of one, how many there are. */
  record Units(long net, long count) {}

  /**
   * One offer that forms groups.
   *
   * @param effect a {@link Effect.BuyGet} or {@link Effect.Bundle}
   * @param sizes how many units each part needs
   * @param fits for each part and class, whether its units can be used
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Former(Effect effect, int[] sizes, boolean[][] fits) {}

  /**
   * Groups that are alike.
   *
   * @param former which offer
   * @param times how many of them
   * @param taken for each part and class, how many units one group takes
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Group(int former, long times, long[][] taken) {}

  /** What was formed, and whether nothing saves more. */
  record Result(List<Group> groups, boolean proven) {}

  private final Units[] classes;
  private final List<Former> formers;

  Packing(Units[] classes, List<Former> formers) {
    this.classes = classes;
    this.formers = formers;
  }

  Result best() {
    if (formers.size() == 1 && hasClosedForm(0)) {
      return new Result(closedForm(0, counts()), true);
    }
    return new CountVectors(classes, formers).solve().orElseGet(this::inTurn);
  }

  /** One after the other, each on what is left. */
  private Result inTurn() {
    var groups = new ArrayList<Group>();
    long[] left = counts();
    for (int f = 0; f < formers.size(); f++) {
      for (Group group : closedForm(f, left)) {
        groups.add(group);
        for (long[] part : group.taken()) {
          for (int c = 0; c < left.length; c++) {
            left[c] -= part[c] * group.times();
          }
        }
      }
    }
    return new Result(groups, false);
  }

  private long[] counts() {
    return Arrays.stream(classes).mapToLong(Units::count).toArray();
  }

  /** Parts that ask for the same units, or for units that no other part can use. */
  private boolean hasClosedForm(int index) {
    Former former = formers.get(index);
    boolean[][] fits = former.fits();
    boolean same = true;
    boolean apart = true;
    for (int p = 1; p < fits.length; p++) {
      same &= Arrays.equals(fits[0], fits[p]);
      for (int q = 0; q < p; q++) {
        apart &= areApart(fits[p], fits[q]);
      }
    }
    return same || apart;
  }

  static boolean areApart(boolean[] one, boolean[] other) {
    for (int c = 0; c < one.length; c++) {
      if (one[c] && other[c]) {
        return false;
      }
    }
    return true;
  }

  // --- closed forms ------------------------------------------------------------------------------

  private List<Group> closedForm(int index, long[] left) {
    Former former = formers.get(index);
    boolean same = former.fits().length > 1
        && Arrays.stream(former.fits())
            .allMatch(fits -> Arrays.equals(fits, former.fits()[0]));
    return same && former.effect() instanceof Effect.BuyGet buyGet
        ? alike(index, buyGet, left.clone())
        : apart(index, left.clone());
  }

  /** Units of one kind: sorted by price, cut into groups; who is in favour decides from which end. */
  private List<Group> alike(int index, Effect.BuyGet rule, long[] left) {
    boolean customer = rule.grouping() == Effect.Grouping.CUSTOMER_BEST;
    boolean cheapest = rule.pick() == Effect.Pick.CHEAPEST;
    int buy = rule.buy().quantity();
    int get = rule.get().quantity();
    long units = total(formers.get(index).fits()[0], left);
    long times = Math.min(units / (buy + get), rule.maxTimes().orElse(Long.MAX_VALUE));
    long over = units - times * (buy + get);
    boolean more = rule.lastGroup() == Effect.LastGroup.PARTIAL_TOO
        && times < rule.maxTimes().orElse(Long.MAX_VALUE)
        && over > buy;
    if (customer == cheapest) {
      return consecutive(index, left, times, more ? over - buy : 0, cheapest);
    }
    long rewarded = times * get + (more ? over - buy : 0);
    long paid = times * buy + (more ? buy : 0);
    return oneGroup(index, left, paid, rewarded, !cheapest);
  }

  /**
   * Groups of units that follow each other: dearest first with the cheapest of each group rewarded, or cheapest first with the dearest
   * rewarded.
   */
  private List<Group> consecutive(
      int index, long[] left, long times, long partial, boolean dearestFirst) {
    Former former = formers.get(index);
    int[] order = order(former.fits()[0], dearestFirst);
    var groups = new ArrayList<Group>();
    int buy = former.sizes()[0];
    int get = former.sizes()[1];
    long open = times;
    while (open > 0) {
      long[][] taken = emptyTaken(former);
      take(order, left.clone(), buy, get, taken);
      long alike = Math.min(open, repeats(taken, left));
      subtract(left, taken, alike);
      groups.add(new Group(index, alike, taken));
      open -= alike;
    }
    if (partial > 0) {
      long[][] taken = emptyTaken(former);
      take(order, left, buy, partial, taken);
      groups.add(new Group(index, 1, taken));
    }
    return groups;
  }

  private void take(int[] order, long[] left, long buy, long get, long[][] taken) {
    takeSome(order, left, buy, taken[0]);
    takeSome(order, left, get, taken[1]);
  }

  /** How often the same group can be formed: it keeps its shape as long as its only class lasts. */
  private static long repeats(long[][] taken, long[] left) {
    long repeats = Long.MAX_VALUE;
    int used = 0;
    for (int c = 0; c < left.length; c++) {
      long each = 0;
      for (long[] part : taken) {
        each += part[c];
      }
      if (each > 0) {
        repeats = Math.min(repeats, left[c] / each);
        used++;
      }
    }
    return used == 1 ? repeats : 1;
  }

  /** All groups as one: the rewarded units are the ones of lowest price (or of highest), the paid ones from the other end. */
  private List<Group> oneGroup(
      int index, long[] left, long paid, long rewarded, boolean dearestRewarded) {
    Former former = formers.get(index);
    long[][] taken = emptyTaken(former);
    takeSome(order(former.fits()[0], dearestRewarded), left, rewarded, taken[1]);
    takeSome(order(former.fits()[0], !dearestRewarded), left, paid, taken[0]);
    return rewarded == 0 ? List.of() : List.of(new Group(index, 1, taken));
  }

  /** Parts of different kinds: the dearest of each go together, or the cheapest where the merchant is in favour. */
  private List<Group> apart(int index, long[] left) {
    Former former = formers.get(index);
    boolean dearest =
        CompiledOffer.grouping(former.effect()).orElseThrow() == Effect.Grouping.CUSTOMER_BEST;
    var groups = new ArrayList<Group>();
    long open = maxTimes(former.effect());
    while (open > 0) {
      long[][] taken = emptyTaken(former);
      long[] rest = left.clone();
      boolean full = true;
      for (int p = 0; p < taken.length; p++) {
        boolean fromTop = dearest && !(former.effect() instanceof Effect.BuyGet && p == 0);
        long got = takeSome(order(former.fits()[p], fromTop), rest, former.sizes()[p], taken[p]);
        full &= got == former.sizes()[p];
      }
      if (!full) {
        return groups;
      }
      long alike = Math.max(1, Math.min(open, timesOf(taken, left)));
      subtract(left, taken, alike);
      groups.add(new Group(index, alike, taken));
      open -= alike;
    }
    return groups;
  }

  /** How often a group can be repeated before a class of it ends. */
  private static long timesOf(long[][] taken, long[] left) {
    long times = Long.MAX_VALUE;
    for (int c = 0; c < left.length; c++) {
      long each = 0;
      for (long[] part : taken) {
        each += part[c];
      }
      times = each > 0 ? Math.min(times, left[c] / each) : times;
    }
    return times;
  }

  static long maxTimes(Effect effect) {
    return effect instanceof Effect.BuyGet buyGet
        ? buyGet.maxTimes().orElse(Long.MAX_VALUE)
        : ((Effect.Bundle) effect).maxTimes().orElse(Long.MAX_VALUE);
  }

  private static void subtract(long[] left, long[][] taken, long times) {
    for (long[] part : taken) {
      for (int c = 0; c < left.length; c++) {
        left[c] -= part[c] * times;
      }
    }
  }

  private static long takeSome(int[] order, long[] left, long units, long[] into) {
    long open = units;
    for (int c : order) {
      long some = Math.min(open, left[c]);
      left[c] -= some;
      into[c] += some;
      open -= some;
    }
    return units - open;
  }

  private int[] order(boolean[] fits, boolean dearestFirst) {
    Integer[] order = new Integer[classes.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        (a, b) -> dearestFirst
            ? Long.compare(classes[b].net(), classes[a].net())
            : Long.compare(classes[a].net(), classes[b].net()));
    return Arrays.stream(order).filter(c -> fits[c]).mapToInt(c -> c).toArray();
  }

  private static long total(boolean[] fits, long[] left) {
    long total = 0;
    for (int c = 0; c < left.length; c++) {
      total += fits[c] ? left[c] : 0;
    }
    return total;
  }

  private static long[][] emptyTaken(Former former) {
    return new long[former.sizes().length][former.fits()[0].length];
  }

  // --- what a group saves ------------------------------------------------------------------------

  /** What one group saves, at the prices of its units. */
  static long saving(Effect effect, long[][] taken, Units[] classes) {
    if (effect instanceof Effect.BuyGet buyGet) {
      return savingOnEach(buyGet.benefit(), taken[1], classes);
    }
    long sum = 0;
    for (long[] part : taken) {
      for (int c = 0; c < part.length; c++) {
        sum += part[c] * classes[c].net();
      }
    }
    return savingOnSet(((Effect.Bundle) effect).benefit(), sum, 1);
  }

  private static long savingOnEach(Benefit benefit, long[] get, Units[] classes) {
    long sum = 0;
    for (int c = 0; c < get.length; c++) {
      sum += get[c] * savingOnSet(benefit, classes[c].net(), 1);
    }
    return sum;
  }

  static long savingOnSet(Benefit benefit, long net, long times) {
    if (benefit instanceof Benefit.PercentOff percent) {
      return Exact.floor(net, percent.ppm(), Exact.PPM);
    }
    return benefit instanceof Benefit.AmountOff off
        ? Math.min(off.off().minor() * times, net)
        : Math.max(0, net - ((Benefit.FixedPrice) benefit).price().minor() * times);
  }
}
