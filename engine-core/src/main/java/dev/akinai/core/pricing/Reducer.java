package dev.akinai.core.pricing;

import dev.akinai.criteria.Truth;
import dev.akinai.money.Rounding;
import dev.akinai.money.Split;
import dev.akinai.pricing.CustomEffect;
import dev.akinai.promotion.AmountRounding;
import dev.akinai.promotion.Basis;
import dev.akinai.promotion.Benefit;
import dev.akinai.promotion.Effect;
import dev.akinai.promotion.OfferId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Lets one offer work on the amounts of a cart: its raw amount is rounded once, cut at every limit, split by largest remainder and taken
 * off, never below a floor (PRICING 2.5, 3.3, 6.1, 6.3). For one quote and thread.
 */
final class Reducer {

  /** The answer where a condition on nets does not hold. */
  static final long NOT_MET = -1;

  /** The answer where the budget is too short and the offer does not take a part. */
  static final long BUDGET_SHORT = -2;

  private final Sheet sheet;
  private final CartView view;
  private final Bounds bounds;
  private final Packer packer;
  private final Granted granted;

  // the runs of the scope and what each gets; grown once, then used again
  private int[] runs = new int[32];
  private int count;
  private final long[] noNatural = {};
  private long[] natural = noNatural;

  Reducer(Sheet sheet, CartView view, Bounds bounds, Granted granted) {
    this.granted = granted;
    this.sheet = sheet;
    this.view = view;
    this.bounds = bounds;
    this.packer = new Packer(sheet);
  }

  boolean isProven() {
    return packer.isProven();
  }

  /** Tells whether a condition that looks at nets holds now. */
  boolean holds(Candidate candidate, Nets nets) {
    if (candidate.rule.dependence == CompiledOffer.Dependence.NONE) {
      return true;
    }
    view.look(candidate, nets);
    try {
      return candidate.rule.when.of(view) == Truth.TRUE;
    } catch (Extensions.FaultException fault) {
      candidate.fault = fault.what();
      return false;
    }
  }

  /** Applies an offer; answers what it took off, or {@link #NOT_MET} or {@link #BUDGET_SHORT}, having changed nothing. */
  long apply(Candidate candidate, Nets nets, @Nullable Tape tape, int application) {
    if (!holds(candidate, nets)) {
      return NOT_MET;
    }
    if (candidate.rule.usesUnits) {
      long[] off = applyBlock(List.of(candidate), nets, tape, new int[] {application});
      return off[0];
    }
    gather(candidate, nets);
    pick(candidate, nets, tape);
    long raw = raw(candidate, nets);
    return place(candidate, raw, nets, tape, application);
  }

  /** Applies offers that use units up, all together; answers what each took off. */
  long[] applyBlock(List<Candidate> block, Nets nets, @Nullable Tape tape, int[] applications) {
    return packer.apply(this, block, nets, tape, applications);
  }

  /** Cuts an amount at every limit, splits it over the gathered runs and takes it off. */
  long place(Candidate candidate, long raw, Nets nets, @Nullable Tape tape, int application) {
    if (tape != null) {
      tape.note(application, total(candidate.rule.base, nets), raw);
    }
    long room = bounds.room(candidate, nets, runs, count);
    long wanted = Math.min(raw, candidate.rule.mostOff);
    long budget = bounds.budgetLeft(candidate, nets);
    if (budget < Math.min(wanted, room)) {
      if (bounds.skipsWhenShort(candidate)) {
        return BUDGET_SHORT;
      }
      wanted = budget;
    }
    if (wanted <= 0 || room <= 0) {
      return 0;
    }
    long[] weights = weights(candidate, nets);
    long[] shares = candidate.rule.keepsSplit && Exact.sum(weights) > 0
        ? bounds.cut(candidate, nets, runs, count, Split.largestRemainder(wanted, weights))
        : bounds.spread(candidate, nets, runs, count, Math.min(wanted, room), weights);
    return take(candidate, shares, nets, tape, application);
  }

  private long take(
      Candidate candidate, long[] shares, Nets nets, @Nullable Tape tape, int application) {
    long placed = 0;
    for (int i = 0; i < count; i++) {
      if (shares[i] > 0) {
        nets.net[runs[i]] -= shares[i];
        placed += shares[i];
        if (tape != null) {
          tape.add(application, runs[i], shares[i]);
        }
      }
    }
    bounds.spend(candidate, nets, runs, count, shares, placed);
    return placed;
  }

  private long[] weights(Candidate candidate, Nets nets) {
    if (natural.length > 0) {
      return natural;
    }
    long[] amounts = candidate.rule.weights == Basis.LIST ? nets.list : nets.net;
    long[] weights = new long[count];
    for (int i = 0; i < count; i++) {
      weights[i] = amounts[runs[i]];
    }
    return weights;
  }

  private long total(Basis basis, Nets nets) {
    long[] amounts = basis == Basis.LIST ? nets.list : nets.net;
    long total = 0;
    for (int i = 0; i < count; i++) {
      total += amounts[runs[i]];
    }
    return total;
  }

  private void gather(Candidate candidate, Nets nets) {
    count = 0;
    natural = noNatural;
    if (runs.length < nets.size + 8) {
      runs = new int[nets.size * 2 + 8];
    }
    for (int i = 0; i < nets.size; i++) {
      if (candidate.takes(nets, i)) {
        runs[count++] = i;
      }
    }
  }

  /** Puts given runs with given weights in the place of the gathered ones. */
  void gather(int[] chosen, int chosenCount, long[] weights) {
    if (runs.length < chosenCount) {
      runs = new int[chosenCount * 2];
    }
    System.arraycopy(chosen, 0, runs, 0, chosenCount);
    count = chosenCount;
    natural = weights;
  }

  // --- which units ---------------------------------------------------------------------------

  private void pick(Candidate candidate, Nets nets, @Nullable Tape tape) {
    Effect effect = candidate.rule.offer.effect();
    if (effect instanceof Effect.Percent percent && percent.maxUnits().isPresent()) {
      pick(percent.maxUnits(), percent.pick(), Effect.Per.CART, nets, tape);
    } else if (effect instanceof Effect.UnitAmount unit && unit.maxUnits().isPresent()) {
      pick(unit.maxUnits(), unit.pick(), unit.per(), nets, tape);
    }
  }

  private void pick(
      OptionalLong most, Effect.Pick pick, Effect.Per per, Nets nets, @Nullable Tape tape) {
    long[] taken = unitsToTake(most.getAsLong(), pick, per, nets);
    int kept = 0;
    int moved = 0;
    for (int i = 0; i < count; i++) {
      int run = runs[i] + moved;
      if (taken[i] == 0) {
        continue;
      }
      if (taken[i] < nets.quantity[run]) {
        split(nets, tape, run, taken[i]);
        moved++;
      }
      runs[kept++] = run;
    }
    count = kept;
  }

  static void split(Nets nets, @Nullable Tape tape, int run, long units) {
    nets.split(run, units);
    if (tape != null) {
      tape.split(nets, run);
    }
  }

  private long[] unitsToTake(long most, Effect.Pick pick, Effect.Per per, Nets nets) {
    Integer[] order = new Integer[count];
    Arrays.setAll(order, i -> i);
    int sign = pick == Effect.Pick.CHEAPEST ? 1 : -1;
    Arrays.sort(order, (a, b) -> sign * compareUnits(nets, runs[a], runs[b]));
    long[] taken = new long[count];
    long left = most;
    long[] perBand = new long[per == Effect.Per.BAND ? sheet.bands.size() : 0];
    Arrays.fill(perBand, most);
    for (int i : order) {
      int run = runs[i];
      if (per == Effect.Per.BAND && !nets.isCharge(run)) {
        taken[i] = Math.min(nets.quantity[run], perBand[nets.band[run]]);
        perBand[nets.band[run]] -= taken[i];
      } else {
        taken[i] = Math.min(nets.quantity[run], left);
        left -= taken[i];
      }
    }
    return taken;
  }

  static int compareUnits(Nets nets, int one, int other) {
    return Exact.compareRatios(
        nets.net[one], nets.quantity[one], nets.net[other], nets.quantity[other]);
  }

  // --- how much ------------------------------------------------------------------------------

  private long raw(Candidate candidate, Nets nets) {
    if (candidate.rival.isPresent()) {
      return unitPrice(candidate.rival.get(), nets);
    }
    if (granted.has(candidate.rule.offer.id())) {
      return granted(candidate.rule.offer.id(), nets);
    }
    Effect effect = candidate.rule.offer.effect();
    if (effect instanceof Effect.Percent percent) {
      return share(candidate, percent.ppm(), nets);
    }
    if (effect instanceof Effect.Amount amount) {
      return amount(candidate, amount.off().minor());
    }
    if (effect instanceof Effect.UnitAmount unit) {
      return unitAmount(amount(candidate, unit.off().minor()), nets);
    }
    if (effect instanceof Effect.UnitPrice price) {
      return unitPrice(amount(candidate, price.price().minor()), nets);
    }
    if (effect instanceof Effect.Every every) {
      long times = total(candidate.rule.threshold, nets)
          / amount(candidate, every.threshold().minor());
      return Exact.product(
          Math.min(times, every.maxTimes().orElse(Long.MAX_VALUE)),
          amount(candidate, every.off().minor()));
    }
    if (effect instanceof Effect.Tiers tiers) {
      return tiers(candidate, tiers, nets);
    }
    if (effect instanceof Effect.Shipping shipping) {
      return shipping(candidate, shipping.benefit(), nets);
    }
    if (effect instanceof Effect.DepositExpand deposit) {
      return expansion(candidate, deposit, nets);
    }
    return custom(candidate, (Effect.Ext) effect, nets);
  }

  /** What the deposit counts for beyond what was paid, as far as anything is left to pay (PRICING 9.4). */
  private long expansion(Candidate candidate, Effect.DepositExpand effect, Nets nets) {
    long deposit = amount(candidate, effect.deposit().minor());
    long worth = amount(candidate, effect.worth().minor());
    return Math.max(0, Math.min(worth, total(Basis.NET, nets)) - deposit);
  }

  private long custom(Candidate candidate, Effect.Ext ext, Nets nets) {
    try {
      return view.extensions.raw(ext.id(), lines(nets), ext.args(), total(Basis.NET, nets));
    } catch (Extensions.FaultException fault) {
      candidate.fault = fault.what();
      return 0;
    }
  }

  /** An amount of the offer in the currency of the cart. */
  long amount(Candidate candidate, long minor) {
    return bounds.inCartCurrency(candidate, minor);
  }

  private long share(Candidate candidate, long ppm, Nets nets) {
    CompiledOffer rule = candidate.rule;
    Rounding mode = rule.rounding.mode();
    if (rule.rounding.level() == AmountRounding.Level.SCOPE) {
      return mode.mulDiv(total(rule.base, nets), ppm, Exact.PPM);
    }
    natural = new long[count];
    long[] amounts = rule.base == Basis.LIST ? nets.list : nets.net;
    if (rule.rounding.level() == AmountRounding.Level.UNIT) {
      for (int i = 0; i < count; i++) {
        int run = runs[i];
        long perUnit = mode.mulDiv(amounts[run], ppm, Exact.PPM * nets.quantity[run]);
        natural[i] = Math.multiplyExact(perUnit, nets.quantity[run]);
      }
      return Exact.sum(natural);
    }
    for (int i = 0; i < count; ) {
      i = shareOfBand(i, ppm, mode, amounts, nets);
    }
    return Exact.sum(natural);
  }

  /** Rounds once for all runs of a band; answers where the next band begins. */
  private int shareOfBand(int from, long ppm, Rounding mode, long[] amounts, Nets nets) {
    int to = from;
    long base = 0;
    while (to < count && nets.band[runs[to]] == nets.band[runs[from]]) {
      base += amounts[runs[to++]];
    }
    if (base == 0) {
      return to;
    }
    long[] weights = new long[to - from];
    for (int i = from; i < to; i++) {
      weights[i - from] = amounts[runs[i]];
    }
    long[] parts = Split.largestRemainder(mode.mulDiv(base, ppm, Exact.PPM), weights);
    System.arraycopy(parts, 0, natural, from, parts.length);
    return to;
  }

  private long unitAmount(long off, Nets nets) {
    natural = new long[count];
    for (int i = 0; i < count; i++) {
      int run = runs[i];
      natural[i] = Math.min(Exact.product(off, nets.quantity[run]), nets.room(run));
    }
    return Exact.sum(natural);
  }

  private long unitPrice(long price, Nets nets) {
    return below(units -> Exact.product(price, units), nets);
  }

  private long unitPrice(Sheet.Rival rival, Nets nets) {
    return below(rival::amount, nets);
  }

  private long below(LongUnaryOperator price, Nets nets) {
    natural = new long[count];
    for (int i = 0; i < count; i++) {
      int run = runs[i];
      natural[i] = Math.max(0, nets.net[run] - price.applyAsLong(nets.quantity[run]));
    }
    return Exact.sum(natural);
  }

  /** What was granted on each band and charge, as far as it still costs that much, over its runs. */
  private long granted(OfferId offer, Nets nets) {
    natural = new long[count];
    for (int from = 0, to; from < count; from = to) {
      to = from;
      long left = 0;
      while (to < count && nets.band[runs[to]] == nets.band[runs[from]]) {
        left += nets.net[runs[to++]];
      }
      long[] weights = new long[to - from];
      for (int i = from; i < to; i++) {
        weights[i - from] = nets.net[runs[i]];
      }
      long off = Math.min(left, granted.of(offer, nets.band[runs[from]]));
      System.arraycopy(Split.largestRemainder(off, weights), 0, natural, from, weights.length);
    }
    return Exact.sum(natural);
  }

  private long shipping(Candidate candidate, Benefit benefit, Nets nets) {
    if (benefit instanceof Benefit.PercentOff percent) {
      return share(candidate, percent.ppm(), nets);
    }
    return benefit instanceof Benefit.AmountOff off
        ? unitAmount(amount(candidate, off.off().minor()), nets)
        : unitPrice(amount(candidate, ((Benefit.FixedPrice) benefit).price().minor()), nets);
  }

  private long tiers(Candidate candidate, Effect.Tiers tiers, Nets nets) {
    boolean byAmount = tiers.by() == Effect.Tiers.By.AMOUNT;
    long measure = byAmount ? total(candidate.rule.threshold, nets) : units(nets);
    return tiers.mode() == Effect.Tiers.Mode.ALL_UNITS
        ? reached(candidate, tiers, measure, nets)
        : graduated(candidate, tiers, measure);
  }

  private long reached(Candidate candidate, Effect.Tiers tiers, long measure, Nets nets) {
    Benefit benefit = null;
    for (Effect.Tiers.Step step : tiers.steps()) {
      if (measure >= start(candidate, tiers, step)) {
        benefit = step.benefit();
      }
    }
    if (benefit == null) {
      return 0;
    }
    return benefit instanceof Benefit.PercentOff percent
        ? share(candidate, percent.ppm(), nets)
        : amount(candidate, ((Benefit.AmountOff) benefit).off().minor());
  }

  private long start(Candidate candidate, Effect.Tiers tiers, Effect.Tiers.Step step) {
    return tiers.by() == Effect.Tiers.By.AMOUNT ? amount(candidate, step.from()) : step.from();
  }

  /** Whole parts and remainders are summed apart, so that the sum is rounded once. */
  private long graduated(Candidate candidate, Effect.Tiers tiers, long measure) {
    long whole = 0;
    long rest = 0;
    // the step from unit 6 begins behind the fifth unit; the step from 6.00 begins at 6.00
    long before = tiers.by() == Effect.Tiers.By.QUANTITY ? 1 : 0;
    List<Effect.Tiers.Step> steps = tiers.steps();
    for (int i = 0; i < steps.size(); i++) {
      long from = start(candidate, tiers, steps.get(i)) - before;
      long to = i + 1 < steps.size() ? start(candidate, tiers, steps.get(i + 1)) - before : measure;
      long part = Math.max(0, Math.min(measure, to) - from);
      if (steps.get(i).benefit() instanceof Benefit.PercentOff percent) {
        whole += Exact.floor(part, percent.ppm(), Exact.PPM);
        rest += part % Exact.PPM * percent.ppm() % Exact.PPM;
      } else {
        long off =
            amount(candidate, ((Benefit.AmountOff) steps.get(i).benefit()).off().minor());
        whole += Exact.product(part, off);
      }
    }
    return whole + candidate.rule.rounding.mode().mulDiv(rest, 1, Exact.PPM);
  }

  private long units(Nets nets) {
    long units = 0;
    for (int i = 0; i < count; i++) {
      units += nets.isCharge(runs[i]) ? 0 : nets.quantity[runs[i]];
    }
    return units;
  }

  private List<CustomEffect.Line> lines(Nets nets) {
    var lines = new ArrayList<CustomEffect.Line>();
    for (int i = 0; i < count; i++) {
      int run = runs[i];
      if (!nets.isCharge(run)) {
        Band band = sheet.bands.get(nets.band[run]);
        lines.add(new CustomEffect.Line(
            band.item.sku().id(),
            band.merchant,
            nets.quantity[run],
            nets.list[run],
            nets.net[run]));
      }
    }
    return lines;
  }
}
