package dev.akinai.core.pricing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What a suffix of the candidates can gain at most if each takes what it takes alone: of each group its best members, as many as its
 * capacity, and all ungrouped ones (PRICING 5.2, 5.3). Computed once for a search.
 */
final class AloneBound {

  private final int[] part;
  private final List<Candidate> all;
  private final Conflicts conflicts;

  AloneBound(int[] part, List<Candidate> all, Conflicts conflicts) {
    this.part = part;
    this.all = all;
    this.conflicts = conflicts;
  }

  /** The bound of the candidates from each position to the end; {@code counts} says which are added at all. */
  long[] fromEach(boolean[] counts) {
    long[] from = new long[part.length + 1];
    int[] group = cliques();
    Map<Integer, NavigableMap<Long, Integer>> seen = new HashMap<>();
    for (int i = part.length - 1; i >= 0; i--) {
      from[i] = from[i + 1] + (counts[i] ? growth(group[i], part[i], seen) : 0);
    }
    return from;
  }

  /** How much the sum of the best members of its group grows by one more. */
  private long growth(int group, int index, Map<Integer, NavigableMap<Long, Integer>> seen) {
    long bound = all.get(index).bound;
    int capacity = Math.max(1, capacity(index));
    NavigableMap<Long, Integer> best = seen.computeIfAbsent(group, each -> new TreeMap<>());
    int size = best.values().stream().mapToInt(Integer::intValue).sum();
    if (size < capacity) {
      best.merge(bound, 1, Integer::sum);
      return bound;
    }
    long least = best.firstKey();
    if (bound <= least) {
      return 0;
    }
    best.merge(bound, 1, Integer::sum);
    best.compute(least, (key, number) -> number == 1 ? null : number - 1);
    return bound - least;
  }

  private int capacity(int index) {
    int capacity = conflicts.capacityOf(index);
    return capacity == Integer.MAX_VALUE ? 1 : capacity;
  }

  /** Cliques of enemies, greedily: of a clique only one can be chosen. Groups of a larger capacity stay as they are. */
  private int[] cliques() {
    int[] clique = new int[part.length];
    for (int i = 0; i < part.length; i++) {
      clique[i] = -1 - i;
      if (capacity(part[i]) > 1) {
        clique[i] = part.length + conflicts.groupOf(part[i]);
        continue;
      }
      for (int j = 0; j < i && clique[i] < 0; j++) {
        if (clique[j] == j && hatesAll(i, j, clique)) {
          clique[i] = j;
        }
      }
      if (clique[i] < 0) {
        clique[i] = i;
      }
    }
    return clique;
  }

  private boolean hatesAll(int position, int leader, int[] clique) {
    for (int i = 0; i < position; i++) {
      if (clique[i] == leader && !conflicts.areEnemies(part[position], part[i])) {
        return false;
      }
    }
    return true;
  }
}
