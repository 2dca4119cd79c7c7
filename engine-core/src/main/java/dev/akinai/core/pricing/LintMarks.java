package dev.akinai.core.pricing;

import dev.akinai.criteria.Criterion;
import dev.akinai.criteria.Criterion.Measure;
import dev.akinai.criteria.Op;
import dev.akinai.promotion.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The amounts and numbers of units at which something about an offer begins or ends. Immutable. */
record LintMarks(
    NavigableSet<Long> amounts, NavigableSet<Long> units, List<Criterion.SumTest> elsewhere) {

  /** No cart is tried with more units of one kind. */
  static final long MOST_UNITS = 1_000;

  private static final int TIMES = 3;

  static LintMarks of(CompiledOffer rule) {
    var marks = new LintMarks(new TreeSet<>(), new TreeSet<>(), new ArrayList<>());
    marks.note(rule.offer.when());
    marks.note(rule.offer.effect());
    return marks;
  }

  /** Whether the offer does anything by steps. */
  boolean isEmpty() {
    return amounts.isEmpty() && units.isEmpty();
  }

  private void note(Criterion node) {
    if (!(node instanceof Criterion.SumTest sum)) {
      node.parts().forEach(this::note);
      return;
    }
    long more = sum.op() == Op.GT || sum.op() == Op.LE ? 1 : 0;
    for (long bound : Conditions.numbers(sum.bounds())) {
      if (sum.of() == Measure.AMOUNT) {
        amounts.add(bound + more);
      } else if (sum.of() == Measure.QUANTITY) {
        units.add(bound + more);
      }
    }
    boolean asks = sum.op() == Op.GE || sum.op() == Op.GT;
    if (asks && sum.where().isPresent()) {
      elsewhere.add(sum);
    }
  }

  private void note(Effect effect) {
    if (effect instanceof Effect.Every every) {
      for (int i = 1; i <= TIMES; i++) {
        amounts.add(every.threshold().minor() * i);
      }
    } else if (effect instanceof Effect.Tiers tiers) {
      tiers
          .steps()
          .forEach(
              step -> (tiers.by() == Effect.Tiers.By.AMOUNT ? amounts : units).add(step.from()));
    } else if (effect instanceof Effect.Percent percent) {
      percent.maxUnits().ifPresent(units::add);
    } else if (effect instanceof Effect.UnitAmount unit) {
      unit.maxUnits().ifPresent(units::add);
    } else {
      int size =
          CompiledOffer.partsOf(effect).stream().mapToInt(Effect.Part::quantity).sum();
      if (size > 0) {
        units.add((long) size);
        units.add(2L * size);
      }
    }
  }

  /** The numbers of units of one kind of goods at which something begins, one unit among them. */
  NavigableSet<Long> unitsOf(LintGood good) {
    var all = new TreeSet<Long>();
    all.add(1L);
    all.addAll(units);
    amounts.forEach(amount -> all.add(good.unitsFor(amount)));
    all.removeIf(number -> number < 1 || number > MOST_UNITS);
    return all;
  }
}
