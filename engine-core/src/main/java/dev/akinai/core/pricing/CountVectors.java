package dev.akinai.core.pricing;

import dev.akinai.promotion.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The exact way to form groups: for every vector of "how many units of each class are left, how often each offer may still be used" the most
 * that can be saved, from the small vectors to the whole cart. For one call.
 */
final class CountVectors {

  private final Packing.Units[] classes;
  private final List<Packing.Former> formers;
  private final List<Pattern> patterns = new ArrayList<>();
  private final long[] radix;
  private boolean tooMany;

  /** One way to form a group, with the step it is in the numbering of vectors. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Pattern(int former, long[][] taken, long[] used, long saving, int step) {}

  CountVectors(Packing.Units[] classes, List<Packing.Former> formers) {
    this.classes = classes;
    this.formers = formers;
    this.radix = new long[classes.length + formers.size()];
  }

  /** The best groups, or empty if that would be too much work. */
  Optional<Packing.Result> solve() {
    long states = 1;
    for (int i = 0; i < radix.length; i++) {
      radix[i] = (i < classes.length ? classes[i].count() : limit(i - classes.length)) + 1;
      if (radix[i] > Packing.MOST_WORK || states * radix[i] > Packing.MOST_WORK) {
        return Optional.empty();
      }
      states *= radix[i];
    }
    for (int f = 0; f < formers.size() && !tooMany; f++) {
      Packing.Former former = formers.get(f);
      choose(f, former, 0, 0, former.sizes()[0], new long[former.sizes().length][classes.length]);
    }
    return tooMany || states * patterns.size() > Packing.MOST_WORK
        ? Optional.empty()
        : Optional.of(fill((int) states));
  }

  /** Offers that may be used as often as units allow need no count. */
  private long limit(int former) {
    long most = Packing.maxTimes(formers.get(former).effect());
    long units = 0;
    for (Packing.Units each : classes) {
      units += each.count();
    }
    return most >= units ? 0 : most;
  }

  private boolean isLimited(int former) {
    return radix[classes.length + former] > 1;
  }

  /** All ways to fill the parts of a group with units, classes in order. */
  private void choose(int f, Packing.Former former, int part, int from, long open, long[][] taken) {
    if (open == 0) {
      if (part + 1 == taken.length) {
        add(f, former, taken);
      } else {
        choose(f, former, part + 1, 0, former.sizes()[part + 1], taken);
      }
      return;
    }
    for (int c = from; c < classes.length && !tooMany; c++) {
      if (former.fits()[part][c] && used(taken, c) < classes[c].count()) {
        taken[part][c]++;
        choose(f, former, part, c, open - 1, taken);
        taken[part][c]--;
      }
    }
  }

  private static long used(long[][] taken, int c) {
    long used = 0;
    for (long[] part : taken) {
      used += part[c];
    }
    return used;
  }

  private void add(int f, Packing.Former former, long[][] taken) {
    long saving = Packing.saving(former.effect(), taken, classes);
    if (saving <= 0 || !isPicked(former, taken)) {
      return;
    }
    long[] used = new long[classes.length];
    long step = 0;
    long weight = 1;
    for (int c = 0; c < classes.length; c++) {
      used[c] = used(taken, c);
      step += used[c] * weight;
      weight *= radix[c];
    }
    for (int g = 0; g < formers.size(); g++) {
      step += g == f && isLimited(g) ? weight : 0;
      weight *= radix[classes.length + g];
    }
    long[][] copy = new long[taken.length][];
    for (int p = 0; p < taken.length; p++) {
      copy[p] = taken[p].clone();
    }
    patterns.add(new Pattern(f, copy, used, saving, (int) step));
    tooMany |= patterns.size() > Packing.MOST_PATTERNS;
  }

  /** No rewarded unit is dearer than a paid one that it could stand for, or the other way round. */
  private boolean isPicked(Packing.Former former, long[][] taken) {
    if (!(former.effect() instanceof Effect.BuyGet rule)) {
      return true;
    }
    boolean[] buy = former.fits()[0];
    boolean[] get = former.fits()[1];
    for (int b = 0; b < classes.length; b++) {
      for (int g = 0; g < classes.length; g++) {
        if (taken[0][b] > 0 && taken[1][g] > 0 && get[b] && buy[g]) {
          long more = classes[g].net() - classes[b].net();
          if (rule.pick() == Effect.Pick.CHEAPEST ? more > 0 : more < 0) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private Packing.Result fill(int states) {
    long[] best = new long[states];
    int[] choice = new int[states];
    long[] digits = new long[radix.length];
    for (int state = 0; state < states; state++) {
      choose(state, digits, best, choice);
      for (int i = 0; i < digits.length && ++digits[i] == radix[i]; i++) {
        digits[i] = 0;
      }
    }
    return new Packing.Result(read(states - 1, best, choice), true);
  }

  private void choose(int state, long[] digits, long[] best, int[] choice) {
    int weight = 1;
    choice[state] = -1;
    for (int i = 0; i < radix.length; i++) {
      if (digits[i] > 0 && best[state - weight] > best[state]) {
        best[state] = best[state - weight];
        choice[state] = -2 - i;
      }
      weight *= (int) radix[i];
    }
    for (int p = 0; p < patterns.size(); p++) {
      Pattern pattern = patterns.get(p);
      if (fits(pattern, digits) && best[state - pattern.step] + pattern.saving > best[state]) {
        best[state] = best[state - pattern.step] + pattern.saving;
        choice[state] = p;
      }
    }
  }

  private boolean fits(Pattern pattern, long[] digits) {
    for (int c = 0; c < classes.length; c++) {
      if (pattern.used[c] > digits[c]) {
        return false;
      }
    }
    return !isLimited(pattern.former) || digits[classes.length + pattern.former] > 0;
  }

  private List<Packing.Group> read(int last, long[] best, int[] choice) {
    long[] times = new long[patterns.size()];
    int state = last;
    while (best[state] > 0) {
      if (choice[state] >= 0) {
        times[choice[state]]++;
        state -= patterns.get(choice[state]).step;
      } else {
        state -= weight(-2 - choice[state]);
      }
    }
    var groups = new ArrayList<Packing.Group>();
    for (int p = 0; p < times.length; p++) {
      if (times[p] > 0) {
        groups.add(new Packing.Group(patterns.get(p).former, times[p], patterns.get(p).taken));
      }
    }
    return groups;
  }

  private int weight(int digit) {
    int weight = 1;
    for (int i = 0; i < digit; i++) {
      weight *= (int) radix[i];
    }
    return weight;
  }
}
