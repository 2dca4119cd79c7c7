package dev.akinai.core.pricing;

import dev.akinai.money.Money;
import dev.akinai.pricing.Certificate;
import dev.akinai.pricing.Verdict;
import dev.akinai.promotion.Effect;
import dev.akinai.promotion.Lane;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;

/**
 * One lane, or lanes that are searched together: chooses among the candidates as the lane's mode says, and lets the chosen work (PRICING 2.4,
 * 5). For one quote and thread.
 */
final class Stage {

  private static final Comparator<Candidate> APPLICATION = Comparator.comparingInt(
          (Candidate each) -> each.rule.laneIndex)
      .thenComparing(each -> !each.rule.packsWithOthers())
      .thenComparingInt(each -> each.rule.packsWithOthers() ? each.merchant : 0)
      .thenComparingInt(each -> each.rule.index)
      .thenComparingInt(each -> each.merchant)
      .thenComparingInt(each -> each.scope.next(0));

  private final Evaluation run;
  private final Lane.Mode mode;
  private List<Candidate> candidates = List.of();
  private Conflicts conflicts = new Conflicts(List.of());
  private boolean[] forced = {};

  Stage(Evaluation run, Lane.Mode mode) {
    this.run = run;
    this.mode = mode;
  }

  /** Chooses and applies; answers how well the choice is proven. */
  Certificate apply(List<Candidate> matched) {
    candidates = new ArrayList<>(matched.size());
    for (Candidate candidate : matched) {
      if (hasEffectAlone(candidate)) {
        candidates.add(candidate);
      }
    }
    if (candidates.isEmpty()) {
      return Certificate.TRIVIAL;
    }
    candidates.sort(APPLICATION);
    conflicts = new Conflicts(candidates);
    force();
    return switch (mode) {
      case OPTIMAL -> search();
      case ALL -> inTurn((index, taken) -> true);
      case FIRST -> inTurn((index, taken) -> !hasSibling(index, taken));
      case BEST_ONE, BEST_PER_ITEM -> bestOfEachPart();
    };
  }

  // --- what a candidate is worth alone ---------------------------------------------------------

  private boolean hasEffectAlone(Candidate candidate) {
    CompiledOffer rule = candidate.rule;
    if (!rule.lowersPrices) {
      return true;
    }
    long alone = run.reducer.apply(candidate, run.trial(), null, 0);
    if (rule.monotone) {
      candidate.bound = alone <= 0 ? 0 : generous(candidate, alone) + slack(candidate);
    } else {
      candidate.bound = room(candidate);
    }
    if (candidate.bound <= 0) {
      ineffective(candidate, alone);
    }
    return candidate.bound > 0;
  }

  /** No combination gives more than groups formed for the buyer do. */
  private long generous(Candidate candidate, long alone) {
    if (candidate.rule.generous == candidate.rule) {
      return alone;
    }
    Candidate best = candidate.with(candidate.rule.generous, candidate.scope);
    return Math.max(alone, run.reducer.apply(best, run.trial(), null, 0));
  }

  /** Units of a run that does not divide evenly may be worth one minor unit more once the run is split. */
  private long slack(Candidate candidate) {
    boolean splits =
        candidate.rule.splitsRuns || candidate.rule.offer.effect() instanceof Effect.UnitPrice;
    long slack = 0;
    for (int i = 0; splits && i < run.nets.size; i++) {
      boolean uneven = run.nets.net[i] % run.nets.quantity[i] != 0;
      slack += uneven && candidate.takes(run.nets, i) ? run.nets.quantity[i] : 0;
    }
    return Math.min(slack, splits ? Math.max(0, room(candidate) - 1) : 0);
  }

  private long room(Candidate candidate) {
    long room = 0;
    for (int i = 0; i < run.nets.size; i++) {
      room += candidate.takes(run.nets, i) ? run.nets.room(i) : 0;
    }
    return room;
  }

  private void ineffective(Candidate candidate, long alone) {
    String subject = candidate.subject(run.sheet);
    if (!candidate.fault.isEmpty()) {
      run.verdicts.not(subject, Verdict.Code.FAULT, candidate.fault);
    } else if (alone == Reducer.NOT_MET) {
      run.verdicts.not(subject, Verdict.Code.THRESHOLD_NOT_MET, shortfall(candidate));
    } else if (alone == Reducer.BUDGET_SHORT) {
      run.verdicts.not(
          subject, Verdict.Code.BUDGET_SHORT, money(run.nets.budgets[candidate.budget]));
    } else {
      boolean closed = isClosed(candidate);
      run.verdicts.not(subject, closed ? Verdict.Code.CLOSED_PRICE : Verdict.Code.NO_EFFECT, "");
    }
  }

  private String shortfall(Candidate candidate) {
    run.view.look(candidate, run.nets);
    return candidate.rule.shortfall(run.view);
  }

  private boolean isClosed(Candidate candidate) {
    boolean any = false;
    for (int i = 0; i < run.nets.size; i++) {
      boolean own = !run.nets.isCharge(i) && candidate.scope.get(run.nets.band[i]);
      if (own && (run.nets.flags[i] & Nets.CLOSED) == 0) {
        return false;
      }
      any |= own;
    }
    return any;
  }

  // --- mandatory offers ------------------------------------------------------------------------

  /** Mandatory offers come first, by priority and id; what they exclude is out. */
  private void force() {
    forced = new boolean[candidates.size()];
    Integer[] order = new Integer[forced.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        Comparator.comparingInt(
                (Integer i) -> -candidates.get(i).rule.offer.stacking().priority())
            .thenComparingInt(i -> candidates.get(i).rule.index));
    boolean any = false;
    for (int i : order) {
      if (candidates.get(i).rule.isMandatory() && conflicts.fits(i, forced, forced.length)) {
        forced[i] = true;
        any = true;
      }
    }
    if (any) {
      keepWhatFits();
    }
  }

  private void keepWhatFits() {
    var kept = new ArrayList<Candidate>();
    for (int i = 0; i < forced.length; i++) {
      if (forced[i] || conflicts.fits(i, forced, forced.length)) {
        kept.add(candidates.get(i));
      } else {
        excluded(i, forced);
      }
    }
    boolean[] before = forced;
    List<Candidate> all = candidates;
    candidates = kept;
    conflicts = new Conflicts(kept);
    forced = new boolean[kept.size()];
    for (int i = 0; i < before.length; i++) {
      if (before[i]) {
        forced[kept.indexOf(all.get(i))] = true;
      }
    }
  }

  private void excluded(int index, boolean[] taken) {
    run.verdicts.not(
        candidates.get(index).subject(run.sheet), Verdict.Code.EXCLUDED_BY, rivals(index, taken));
  }

  /** Those of the taken that stand in the way, with the group if it is one. */
  private String rivals(int index, boolean[] taken) {
    List<String> names = names(taken, i -> i != index && conflicts.areRivals(index, i));
    Optional<String> group = candidates.get(index).rule.offer.stacking().group();
    group.filter(name -> !names.isEmpty()).ifPresent(name -> names.add("group " + name));
    return String.join(", ", names);
  }

  /** Those of the taken that a test lets through. */
  private List<String> names(boolean[] taken, IntPredicate which) {
    var names = new ArrayList<String>();
    for (int i = 0; i < taken.length; i++) {
      if (taken[i] && which.test(i)) {
        names.add(candidates.get(i).subject(run.sheet));
      }
    }
    return names;
  }

  // --- modes -----------------------------------------------------------------------------------

  private Certificate search() {
    var search = new Search(candidates, conflicts, forced, run.reducer, run.nets, new Objective());
    Search.Answer answer = search.solve(run.rules.ruleset.policy().searchNodes());
    boolean[] chosen = answer.chosen();
    for (int i = 0; i < chosen.length; ) {
      i = candidates.get(i).rule.packsWithOthers() ? applyBlock(i, chosen) : applyOne(i, chosen);
    }
    for (int i = 0; i < chosen.length; i++) {
      if (!chosen[i]) {
        lost(i, chosen);
      }
    }
    return answer.certificate();
  }

  private int applyOne(int index, boolean[] chosen) {
    if (chosen[index]) {
      apply(candidates.get(index));
    }
    return index + 1;
  }

  private int applyBlock(int from, boolean[] chosen) {
    int to = from;
    var block = new ArrayList<Candidate>();
    while (to < chosen.length && candidates.get(to).packsWith(candidates.get(from))) {
      if (chosen[to]) {
        block.add(candidates.get(to));
      }
      to++;
    }
    if (!block.isEmpty()) {
      applyTogether(block);
    }
    return to;
  }

  private void lost(int index, boolean[] chosen) {
    Candidate candidate = candidates.get(index);
    String winners = rivals(index, chosen);
    if (!candidate.fault.isEmpty()) {
      run.verdicts.not(candidate.subject(run.sheet), Verdict.Code.FAULT, candidate.fault);
    } else {
      lostTo(index, winners.isEmpty() ? others(index, chosen) : winners);
    }
  }

  private void lostTo(int index, String winners) {
    run.verdicts.not(candidates.get(index).subject(run.sheet), Verdict.Code.LOST_TO, winners);
  }

  /** Without a rival, it lost to those that were worth more without it. */
  private String others(int index, boolean[] chosen) {
    Bits scope = candidates.get(index).scope;
    return String.join(
        ", ", names(chosen, i -> i > index || candidates.get(i).scope.meets(scope)));
  }

  /** In canonical order; of two that exclude each other the earlier wins. */
  private Certificate inTurn(BiPredicate<Integer, boolean[]> more) {
    boolean[] taken = forced.clone();
    for (int i = 0; i < taken.length; i++) {
      if (!forced[i] && !more.test(i, taken)) {
        lostTo(i, siblings(i, taken));
      } else if (!conflicts.fits(i, taken, taken.length)) {
        excluded(i, taken);
        taken[i] = false;
      } else {
        taken[i] = apply(candidates.get(i));
      }
    }
    return Certificate.TRIVIAL;
  }

  private boolean hasSibling(int index, boolean[] taken) {
    for (int i = 0; i < taken.length; i++) {
      if (taken[i] && i != index && areSiblings(candidates.get(i), candidates.get(index))) {
        return true;
      }
    }
    return false;
  }

  /** Two candidates on the same part of the cart. */
  private boolean areSiblings(Candidate one, Candidate other) {
    boolean perBand =
        mode == Lane.Mode.BEST_PER_ITEM || one.rule.lane.partition() == Lane.Partition.BAND;
    return one.merchant == other.merchant && (!perBand || one.scope.meets(other.scope));
  }

  /** On each part of the cart the one that takes most off, as it stands when the lane begins. */
  private Certificate bestOfEachPart() {
    int n = candidates.size();
    boolean[] taken = forced.clone();
    Integer[] order = new Integer[n];
    Arrays.setAll(order, i -> i);
    long[] off = new long[n];
    Arrays.setAll(off, this::offAlone); // once for each, not once for each comparison
    Arrays.sort(order, Comparator.comparingLong((Integer i) -> -off[i]));
    for (int i : order) {
      if (!taken[i]) {
        taken[i] = !hasSibling(i, taken) && conflicts.fits(i, taken, n);
      }
    }
    for (int i = 0; i < n; i++) {
      if (!taken[i]) {
        lostTo(i, siblings(i, taken));
      }
    }
    applyMerged(taken);
    return Certificate.TRIVIAL;
  }

  private long offAlone(int index) {
    return Math.max(0, run.reducer.apply(candidates.get(index), run.trial(), null, 0));
  }

  private String siblings(int index, boolean[] taken) {
    return String.join(
        ", ", names(taken, i -> areSiblings(candidates.get(i), candidates.get(index))));
  }

  /** What one offer won on several bands is one application: effects of such lanes are separable. */
  private void applyMerged(boolean[] taken) {
    for (int i = 0; i < taken.length; i++) {
      if (!taken[i]) {
        continue;
      }
      Candidate first = candidates.get(i);
      Bits scope = new Bits(run.sheet.bands.size());
      scope.addAll(first.scope);
      for (int j = i + 1; j < taken.length && mode == Lane.Mode.BEST_PER_ITEM; j++) {
        if (taken[j] && candidates.get(j).rule == first.rule) {
          scope.addAll(candidates.get(j).scope);
          taken[j] = false;
        }
      }
      apply(first.with(first.rule, scope));
    }
  }

  // --- at work ---------------------------------------------------------------------------------

  private boolean apply(Candidate candidate) {
    int number = run.applied.size();
    if (!candidate.rule.lowersPrices) {
      boolean holds = run.reducer.holds(candidate, run.nets);
      if (holds) {
        run.applied.add(new Evaluation.Applied(candidate, 0, 0, 0));
        run.verdicts.applied(candidate.subject(run.sheet), Verdict.Code.APPLIED, "");
      } else {
        ineffective(candidate, Reducer.NOT_MET);
      }
      return holds;
    }
    long off = run.reducer.apply(candidate, run.nets, run.tape, number);
    record(candidate, number, off);
    return off > 0;
  }

  private void applyTogether(List<Candidate> block) {
    int[] numbers = new int[block.size()];
    Arrays.setAll(numbers, i -> run.applied.size() + i);
    long[] off = run.reducer.applyBlock(block, run.nets, run.tape, numbers);
    for (int i = 0; i < off.length; i++) {
      record(block.get(i), numbers[i], off[i]);
    }
  }

  private void record(Candidate candidate, int number, long off) {
    long raw = run.tape.raw(number);
    run.applied.add(
        new Evaluation.Applied(candidate, run.tape.base(number), raw, Math.max(0, off)));
    if (off > 0) {
      boolean cut = off < raw;
      run.verdicts.applied(
          candidate.subject(run.sheet),
          cut ? Verdict.Code.CLAMPED : Verdict.Code.APPLIED,
          money(cut ? raw - off : off));
    } else {
      ineffective(candidate, off);
    }
  }

  private String money(long minor) {
    return Money.of(run.input.cart().currency(), minor).toString();
  }
}
