package dev.akinai.core.pricing;

import dev.akinai.pricing.Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the combination of offers with which the buyer pays least, and says whether that is proven (PRICING 5).
 *
 * <p><b>Problem.</b> Candidates are applied in a fixed order; each works on the nets that those before it left. A set is feasible if groups,
 * pairs and exclusives allow it. Wanted is the feasible set with the greatest total reduction; ties go to the later keys of the objective
 * ({@link Objective}).
 *
 * <p><b>Decomposition.</b> Candidates that share no run, group, exclusion, budget or cap cannot influence each other; such components are
 * searched apart and their answers added.
 *
 * <p><b>Branch and bound</b> (Land and Doig 1960), depth first in the order of application, taking before skipping. A node is cut if even its
 * upper bound is less than what is known already; equal nodes are kept, since a tie may be decided by a later key. Two upper bounds, the
 * smaller counts:
 *
 * <ul>
 *   <li><i>Alone.</i> A monotone offer takes in no combination more than it takes alone at the start (PRICING 5.2). So what is left to gain is
 *       at most the sum over groups of their best members, as many as the capacity, and of the ungrouped ones.
 *   <li><i>Chain.</i> {@link ChainBound}: percentages and fixed amounts on nets get less from each other, and what is certainly left after all
 *       of them is computed in whole numbers with every rounding error on the safe side. This is what proves that skipping one of many
 *       stackable offers cannot help.
 * </ul>
 *
 * <p>The search counts nodes, never time: equal inputs give equal answers. If the node budget is spent, the best set found is returned with
 * the gap to the greatest open bound. For one quote and thread.
 */
final class Search {

  /** A chosen set, with how well it is proven. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Answer(boolean[] chosen, Certificate certificate) {}

  private final List<Candidate> all;
  private final Conflicts conflicts;
  private final Reducer reducer;
  private final Nets entry;
  private final Objective objective;
  private final boolean[] forced;

  // the component being searched: positions in `all`, in the order of application
  private int[] part = {};
  private Nets[] levels = {};
  private long[] off = {};
  private boolean[] path = {};
  private boolean[] inBlock = {};
  private boolean[] blockEnd = {};
  private @Nullable ChainBound chain;
  private long[] aloneFrom = {};
  private long best;
  private boolean[] bestPath = {};
  private long nodes;
  private long nodeBudget;
  private long openBound;

  Search(
      List<Candidate> all,
      Conflicts conflicts,
      boolean[] forced,
      Reducer reducer,
      Nets entry,
      Objective objective) {
    this.all = all;
    this.conflicts = conflicts;
    this.forced = forced;
    this.reducer = reducer;
    this.entry = entry;
    this.objective = objective;
  }

  Answer solve(int nodesAllowed) {
    boolean[] chosen = new boolean[all.size()];
    List<int[]> components = new Components(all, conflicts, entry).list();
    long gap = 0;
    long used = 0;
    boolean proven = true;
    int left = components.size();
    for (int[] component : components) {
      if (component.length == 1 && isPlain(component[0])) {
        chosen[component[0]] = true; // alone, and worth something
      } else {
        nodeBudget = (nodesAllowed - used) / left;
        search(component);
        for (int i = 0; i < component.length; i++) {
          chosen[component[i]] = bestPath[i];
        }
        used += nodes;
        proven &= openBound < 0;
        gap += openBound < 0 ? 0 : Math.max(0, openBound - best);
      }
      left--;
    }
    return new Answer(
        chosen,
        new Certificate(proven ? Certificate.Proof.PROVEN : Certificate.Proof.BOUNDED, gap, used));
  }

  private boolean isPlain(int index) {
    return all.get(index).bound > 0 && all.get(index).rule.lowersPrices;
  }

  private void search(int[] component) {
    part = component;
    int n = part.length;
    path = new boolean[n];
    off = new long[n];
    inBlock = new boolean[n];
    blockEnd = new boolean[n];
    levels = new Nets[n + 1];
    for (int i = 0; i <= n; i++) {
      levels[i] = new Nets(entry.size + 4, entry.budgets.length, entry.caps.length);
    }
    levels[0].copyFrom(entry);
    markBlocks();
    bound();
    best = -1;
    bestPath = new boolean[n];
    nodes = 0;
    openBound = -1;
    seedGreedily();
    visit(0, 0);
  }

  private void bound() {
    List<Candidate> candidates = candidates();
    var alone = new AloneBound(part, all, conflicts);
    boolean[] others = new boolean[part.length];
    Arrays.fill(others, true);
    aloneFrom = alone.fromEach(others);
    boolean[] inChain = ChainBound.members(candidates, this::isFree);
    for (int i = 0; i < others.length; i++) {
      others[i] = !inChain[i];
    }
    chain = new ChainBound(candidates, inChain, alone.fromEach(others), entry);
  }

  private List<Candidate> candidates() {
    var list = new ArrayList<Candidate>(part.length);
    for (int index : part) {
      list.add(all.get(index));
    }
    return list;
  }

  /** Free candidates can be combined with every other one. */
  private boolean isFree(int position) {
    int index = part[position];
    return !conflicts.hasEnemies(index) && conflicts.capacityOf(index) == Integer.MAX_VALUE;
  }

  private void markBlocks() {
    for (int i = 0; i < part.length; i++) {
      Candidate own = all.get(part[i]);
      inBlock[i] = own.rule.packsWithOthers();
      boolean goesOn = i + 1 < part.length && own.packsWith(all.get(part[i + 1]));
      blockEnd[i] = inBlock[i] && !goesOn;
    }
  }

  // --- branch and bound ------------------------------------------------------------------------

  private void visit(int at, long gained) {
    if (at == part.length) {
      offer(gained);
      return;
    }
    long bound = gained + restBound(at);
    if (bound < best) {
      return;
    }
    if (nodes >= nodeBudget) {
      openBound = Math.max(openBound, bound);
      return;
    }
    nodes++;
    boolean effective = fits(at) && take(at, gained);
    if (!effective || !forced[part[at]]) {
      skip(at, gained);
    }
  }

  private boolean fits(int at) {
    for (int i = 0; i < at; i++) {
      if (path[i] && conflicts.areEnemies(part[at], part[i])) {
        return false;
      }
    }
    return conflicts.capacityOf(part[at]) == Integer.MAX_VALUE
        || conflicts.fits(part[at], chosenSoFar(at), all.size());
  }

  private boolean[] chosenSoFar(int at) {
    boolean[] chosen = new boolean[all.size()];
    for (int i = 0; i < at; i++) {
      chosen[part[i]] = path[i];
    }
    return chosen;
  }

  private boolean take(int at, long gained) {
    Candidate candidate = all.get(part[at]);
    Nets next = levels[at + 1];
    next.copyFrom(levels[at]);
    path[at] = true;
    off[at] = 0;
    boolean effective = true;
    if (inBlock[at]) {
      visit(at + 1, blockEnd[at] ? gained + closeBlock(at, next) : gained);
    } else if (candidate.rule.lowersPrices) {
      off[at] = Math.max(0, reducer.apply(candidate, next, null, 0));
      effective = off[at] > 0;
      if (effective) {
        visit(at + 1, gained + off[at]);
      }
    } else {
      effective = reducer.holds(candidate, next);
      if (effective) {
        visit(at + 1, gained);
      }
    }
    path[at] = false;
    return effective;
  }

  private void skip(int at, long gained) {
    Nets next = levels[at + 1];
    next.copyFrom(levels[at]);
    path[at] = false;
    off[at] = 0;
    visit(at + 1, blockEnd[at] ? gained + closeBlock(at, next) : gained);
  }

  /** All members of a block are decided: they form their groups together. */
  private long closeBlock(int at, Nets nets) {
    var members = new ArrayList<Candidate>();
    var positions = new ArrayList<Integer>();
    for (int i = at; i >= 0 && inBlock[i] && all.get(part[i]).packsWith(all.get(part[at])); i--) {
      if (path[i]) {
        members.add(0, all.get(part[i]));
        positions.add(0, i);
      }
    }
    if (members.isEmpty()) {
      return 0;
    }
    long[] each = reducer.applyBlock(members, nets, null, new int[members.size()]);
    long sum = 0;
    for (int i = 0; i < each.length; i++) {
      off[positions.get(i)] = each[i];
      sum += each[i];
    }
    return sum;
  }

  private long restBound(int at) {
    long alone = aloneFrom[at];
    long rest = chain == null ? alone : Math.min(alone, chain.left(at, levels[at]));
    return rest + openBlock(at);
  }

  /** Members of a block that is not closed yet were taken, but have gained nothing so far. */
  private long openBlock(int at) {
    long open = 0;
    for (int i = at - 1; i >= 0 && inBlock[i] && !blockEnd[i]; i--) {
      open += path[i] ? bound(i) : 0;
    }
    return open;
  }

  private void offer(long gained) {
    boolean[] found = effective();
    if (gained > best || (gained == best && objective.prefers(all, part, found, bestPath, off))) {
      best = gained;
      bestPath = found;
      objective.keep(off);
    }
  }

  /** Members without effect are dropped; those without money are kept for what they give. */
  private boolean[] effective() {
    boolean[] found = path.clone();
    for (int i = 0; i < found.length; i++) {
      found[i] &= off[i] > 0 || !all.get(part[i]).rule.lowersPrices;
    }
    return found;
  }

  // --- a good start ----------------------------------------------------------------------------

  /** The greatest reductions first; depth first search finds the order of priority by itself. */
  private void seedGreedily() {
    if (part.length < 4) {
      return;
    }
    Integer[] order = new Integer[part.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Long.compare(bound(b), bound(a)));
    boolean[] wanted = new boolean[part.length];
    for (int position : order) {
      wanted[position] = joins(position, wanted);
    }
    for (int i = 0; i < part.length; i++) {
      if (forced[part[i]] && !wanted[i]) {
        return; // the plain search keeps what is mandatory
      }
    }
    runAlong(wanted);
  }

  private long bound(int position) {
    return all.get(part[position]).bound;
  }

  private boolean joins(int position, boolean[] wanted) {
    boolean[] chosen = new boolean[all.size()];
    for (int i = 0; i < part.length; i++) {
      chosen[part[i]] = wanted[i];
    }
    return conflicts.fits(part[position], chosen, all.size());
  }

  private void runAlong(boolean[] wanted) {
    long gained = 0;
    for (int at = 0; at < part.length; at++) {
      levels[at + 1].copyFrom(levels[at]);
      path[at] = wanted[at];
      off[at] = 0;
      Candidate candidate = all.get(part[at]);
      if (inBlock[at]) {
        gained += blockEnd[at] ? closeBlock(at, levels[at + 1]) : 0;
      } else if (path[at] && candidate.rule.lowersPrices) {
        off[at] = Math.max(0, reducer.apply(candidate, levels[at + 1], null, 0));
        gained += off[at];
      } else if (path[at]) {
        path[at] = reducer.holds(candidate, levels[at + 1]);
      }
    }
    offer(gained);
    Arrays.fill(path, false);
    Arrays.fill(off, 0);
  }
}
