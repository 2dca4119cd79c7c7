package dev.akinai.core.pricing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parts of a search that cannot influence each other (PRICING 5.3). For one search. */
final class Components {

  private final List<Candidate> all;
  private final Conflicts conflicts;
  private final int[] root;
  private final boolean linkedByCaps;

  Components(List<Candidate> all, Conflicts conflicts, Nets entry) {
    this.all = all;
    this.conflicts = conflicts;
    this.root = new int[all.size()];
    this.linkedByCaps = entry.caps.length > 0;
    for (int i = 0; i < root.length; i++) {
      root[i] = i;
    }
    link();
  }

  /** Positions in the order of application, component by component. */
  List<int[]> list() {
    Map<Integer, List<Integer>> byRoot = new LinkedHashMap<>();
    for (int i = 0; i < root.length; i++) {
      byRoot.computeIfAbsent(find(i), each -> new ArrayList<>()).add(i);
    }
    return byRoot.values().stream()
        .map(members -> members.stream().mapToInt(Integer::intValue).toArray())
        .toList();
  }

  private void link() {
    for (int i = 0; i < root.length; i++) {
      for (int j = 0; j < i; j++) {
        if (find(i) != find(j) && influence(i, j)) {
          root[find(i)] = find(j);
        }
      }
    }
  }

  private boolean influence(int one, int other) {
    Candidate a = all.get(one);
    Candidate b = all.get(other);
    return linkedByCaps
        || (a.scope.meets(b.scope) && (a.rule.lowersPrices || b.rule.lowersPrices))
        || a.charges.meets(b.charges)
        || conflicts.areEnemies(one, other)
        || conflicts.groupOf(one) == conflicts.groupOf(other)
        || (a.budget >= 0 && a.budget == b.budget)
        || looksAt(a, b)
        || looksAt(b, a);
  }

  /** A condition on nets may look at any band. */
  private static boolean looksAt(Candidate looker, Candidate other) {
    return looker.rule.dependence != CompiledOffer.Dependence.NONE && other.rule.lowersPrices;
  }

  private int find(int index) {
    int at = index;
    while (root[at] != at) {
      root[at] = root[root[at]];
      at = root[at];
    }
    return at;
  }
}
