package dev.akinai.samples.benchmarks;

import dev.akinai.criteria.Criterion;
import java.util.List;

/**
 * A second, small implementation of rates and amounts off: what the baselines compute with, so that they do not lean on our engine. Sets of
 * offers are bits, in the order of application. For one thread.
 */
final class SmallEngine {

  private static final long PPM = 1_000_000;

  private final long[] list;
  private final List<SmallOffer> offers;
  private final long[] enemies;
  private final long[][] levels;
  private final long[] remainders;
  private long best;

  SmallEngine(SmallCase small) {
    list = small.amounts().stream().mapToLong(Long::longValue).toArray();
    offers = small.offers();
    enemies = new long[offers.size()];
    levels = new long[offers.size() + 1][list.length];
    remainders = new long[list.length];
    for (int i = 0; i < enemies.length; i++) {
      for (int j = 0; j < enemies.length; j++) {
        enemies[i] |= i != j && exclude(offers.get(i), offers.get(j)) ? 1L << j : 0;
      }
    }
  }

  private static boolean exclude(SmallOffer one, SmallOffer other) {
    return one.excludes().contains(other.id())
        || other.excludes().contains(one.id())
        || (one.group().isPresent()
            && one.lane().equals(other.lane())
            && one.group().equals(other.group()));
  }

  int size() {
    return enemies.length;
  }

  SmallOffer offer(int number) {
    return offers.get(number);
  }

  /** Tells whether an offer may join a set. */
  boolean fits(int offer, long set) {
    return (enemies[offer] & set) == 0;
  }

  /** What all lines of an offer come to. */
  long scope(int offer) {
    return sum(list, offers.get(offer).lines());
  }

  private static long sum(long[] amounts, long lines) {
    long sum = 0;
    for (int i = 0; i < amounts.length; i++) {
      sum += (lines & 1L << i) == 0 ? 0 : amounts[i];
    }
    return sum;
  }

  /** What a set takes off together, each working on what those before it left. */
  long saved(long set) {
    long[] nets = list.clone();
    long saved = 0;
    for (int i = 0; i < enemies.length; i++) {
      saved += (set & 1L << i) == 0 ? 0 : apply(i, nets);
    }
    return saved;
  }

  private long apply(int number, long[] nets) {
    SmallOffer offer = offers.get(number);
    long net = sum(nets, offer.lines());
    long tested = offer.basis() == Criterion.Basis.NET ? net : sum(list, offer.lines());
    if (tested < offer.from() || net == 0) {
      return 0;
    }
    long off = offer.ppm() > 0 ? (net * offer.ppm() + PPM / 2) / PPM : Math.min(offer.off(), net);
    split(off, net, offer.lines(), nets);
    return off;
  }

  /** Largest remainder; of equal remainders the first. */
  private void split(long off, long net, long lines, long[] nets) {
    long left = off;
    for (int i = 0; i < nets.length; i++) {
      boolean own = (lines & 1L << i) != 0;
      remainders[i] = own && nets[i] > 0 ? nets[i] * off % net : -1;
      long share = own ? nets[i] * off / net : 0;
      nets[i] -= share;
      left -= share;
    }
    for (; left > 0; left--) {
      int largest = 0;
      for (int i = 1; i < nets.length; i++) {
        largest = remainders[i] > remainders[largest] ? i : largest;
      }
      nets[largest]--;
      remainders[largest] = -1;
    }
  }

  /**
   * The most that any feasible set takes off, by trying all of them: 2 to the power of the number of offers, less what excludes each other. Sets
   * that begin alike share the work of their beginning.
   */
  long bruteForce() {
    best = 0;
    System.arraycopy(list, 0, levels[0], 0, list.length);
    visit(0, 0, 0);
    return best;
  }

  private void visit(int at, long set, long saved) {
    if (at == enemies.length) {
      best = Math.max(best, saved);
      return;
    }
    if (fits(at, set)) {
      System.arraycopy(levels[at], 0, levels[at + 1], 0, list.length);
      long off = apply(at, levels[at + 1]);
      if (off > 0) {
        visit(at + 1, set | 1L << at, saved + off);
      }
    }
    System.arraycopy(levels[at], 0, levels[at + 1], 0, list.length);
    visit(at + 1, set, saved);
  }
}
