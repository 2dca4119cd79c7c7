package dev.akinai.core.pricing;

import dev.akinai.criteria.Criterion;
import dev.akinai.criteria.Op;
import dev.akinai.pricing.CustomEffect;
import dev.akinai.promotion.AmountRounding;
import dev.akinai.promotion.AmountRules;
import dev.akinai.promotion.Basis;
import dev.akinai.promotion.Effect;
import dev.akinai.promotion.Lane;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.Schedule;
import dev.akinai.promotion.Stacking;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;

/** An offer with its conditions as code and its lane's defaults filled in. Thread-safe. */
final class CompiledOffer {

  private static final LineConditions LINES = new LineConditions();
  private static final CartConditions ASKED = new CartConditions(Conditions.Numbers.ASKED);
  private static final CartConditions OPEN = new CartConditions(Conditions.Numbers.LEFT_OPEN);

  /** How a condition depends on what other offers leave. */
  enum Dependence {
    /** Not at all. */
    NONE,
    /** It can turn false while nets fall, never true. */
    FALLING,
    /** It can turn either way. */
    ANY
  }

  final int index;
  final Offer offer;
  final Lane lane;
  final int laneIndex;
  final boolean anyScope;
  final Test<Band> scope;
  final boolean anyCart;
  final Test<CartView> when;
  final Test<CartView> relaxed;
  final Dependence dependence;
  final Basis base;
  final Basis threshold;
  final Basis weights;
  final AmountRounding rounding;
  final long mostOff;
  final boolean keepsSplit;
  /** Within its first and last instant it is always live, and the index holds no others. */
  final boolean allDay;

  final boolean takesCharges;
  final boolean lowersPrices;
  final boolean usesUnits;
  /** Whether it works on some units of a run and not on the others. */
  final boolean splitsRuns;

  final boolean monotone;
  final List<Test<Band>> parts;
  /** Whether it can exclude others or be excluded by them. */
  final boolean excludes;
  /** The same offer with groups formed for the buyer: no combination gives more; itself where that makes no difference. */
  final CompiledOffer generous;

  private final List<Threshold> thresholds = new ArrayList<>();

  /** A number that a condition asks for. */
  private record Threshold(Sum sum, LongPredicate holds, long need, String basis) {}

  CompiledOffer(int index, Offer offer, Lane lane, int laneIndex, Extensions extensions) {
    this.index = index;
    this.offer = offer;
    this.lane = lane;
    this.laneIndex = laneIndex;
    this.anyScope = offer.scope().equals(Criterion.always());
    this.scope = LINES.compile(offer.scope());
    this.anyCart = offer.when().equals(Criterion.always());
    this.when = ASKED.compile(offer.when());
    this.relaxed = OPEN.compile(offer.when());
    this.dependence = dependence(offer.when(), true);
    AmountRules amounts = offer.amounts();
    this.base = amounts.base().orElse(lane.base());
    this.threshold = amounts.threshold().orElse(lane.threshold());
    this.weights = amounts.weights().orElse(lane.weights());
    this.rounding = amounts.rounding().orElse(lane.rounding());
    this.mostOff = amounts.maxDiscount().map(most -> most.minor()).orElse(Long.MAX_VALUE);
    this.keepsSplit = amounts.onClamp() == AmountRules.OnClamp.CLAMP_LOSE;
    Schedule schedule = offer.schedule();
    this.allDay = schedule.days().isEmpty()
        && schedule.daily().isEmpty()
        && schedule.except().isEmpty();
    this.takesCharges =
        offer.effect() instanceof Effect.Shipping || !offer.charges().isEmpty();
    Effect effect = offer.effect();
    this.lowersPrices = lowersPrices(effect);
    this.usesUnits = effect instanceof Effect.BuyGet || effect instanceof Effect.Bundle;
    this.splitsRuns = usesUnits
        || (effect instanceof Effect.Percent percent && percent.maxUnits().isPresent())
        || (effect instanceof Effect.UnitAmount unit && unit.maxUnits().isPresent());
    this.parts =
        partsOf(effect).stream().map(part -> LINES.compile(part.where())).toList();
    this.monotone = dependence != Dependence.ANY && isMonotone(effect, extensions);
    Stacking stacking = offer.stacking();
    this.excludes = stacking.group().isPresent()
        || stacking.exclusive().isPresent()
        || !stacking.excludes().isEmpty()
        || !lane.pairs().isEmpty()
        || index < 0;
    this.generous =
        grouping(effect).orElse(Effect.Grouping.CUSTOMER_BEST) == Effect.Grouping.CUSTOMER_BEST
            ? this
            : new CompiledOffer(index, generous(offer), lane, laneIndex, extensions);
    note(offer.when());
  }

  private static Offer generous(Offer offer) {
    Effect.Grouping best = Effect.Grouping.CUSTOMER_BEST;
    Effect effect = offer.effect() instanceof Effect.BuyGet rule
        ? new Effect.BuyGet(
            rule.buy(),
            rule.get(),
            rule.benefit(),
            rule.pick(),
            best,
            rule.lastGroup(),
            rule.maxTimes(),
            rule.spread())
        : new Effect.Bundle(
            ((Effect.Bundle) offer.effect()).parts(),
            ((Effect.Bundle) offer.effect()).benefit(),
            best,
            ((Effect.Bundle) offer.effect()).maxTimes(),
            ((Effect.Bundle) offer.effect()).spread());
    return offer.toBuilder().effect(effect).build();
  }

  private void note(Criterion node) {
    if (node instanceof Criterion.SumTest sum) {
      long[] bounds = Conditions.numbers(sum.bounds());
      LongPredicate holds = have -> Conditions.holds(have, sum.op(), bounds);
      thresholds.add(new Threshold(Sum.of(sum, LINES), holds, bounds[0], basis(sum)));
    } else {
      node.parts().forEach(this::note);
    }
  }

  private static String basis(Criterion.SumTest sum) {
    return sum.of() == Criterion.Measure.AMOUNT ? sum.basis().name() : sum.of().name();
  }

  /** The first number that is not there yet: what is needed, what there is, and how it is counted. */
  String shortfall(CartView view) {
    for (Threshold threshold : thresholds) {
      long have = threshold.sum().over(view);
      if (!threshold.holds().test(have)) {
        return "need " + threshold.need() + ", have " + have + ", " + threshold.basis();
      }
    }
    return "";
  }

  boolean isMandatory() {
    return offer.stacking().duty() == Stacking.Duty.MANDATORY;
  }

  boolean packsWithOthers() {
    return grouping(offer.effect())
        .map(each -> each == Effect.Grouping.CUSTOMER_BEST)
        .orElse(false);
  }

  static Optional<Effect.Grouping> grouping(Effect effect) {
    if (effect instanceof Effect.BuyGet buyGet) {
      return Optional.of(buyGet.grouping());
    }
    return effect instanceof Effect.Bundle bundle
        ? Optional.of(bundle.grouping())
        : Optional.empty();
  }

  static List<Effect.Part> partsOf(Effect effect) {
    if (effect instanceof Effect.BuyGet buyGet) {
      return List.of(buyGet.buy(), buyGet.get());
    }
    return effect instanceof Effect.Bundle bundle ? bundle.parts() : List.of();
  }

  private static boolean lowersPrices(Effect effect) {
    return !(effect instanceof Effect.Gift
        || effect instanceof Effect.Points
        || effect instanceof Effect.IssueCoupon
        || effect instanceof Effect.PayPoints
        || effect instanceof Effect.DepositExpand);
  }

  private boolean isMonotone(Effect effect, Extensions extensions) {
    if (keepsSplit && weights == Basis.NET) {
      return false;
    }
    return !(effect instanceof Effect.Ext ext)
        || extensions.traits(ext.id()).contains(CustomEffect.Trait.MONOTONE);
  }

  private static Dependence dependence(Criterion node, boolean positive) {
    if (node instanceof Criterion.SumTest sum) {
      return dependence(sum, positive);
    }
    Dependence all = Dependence.NONE;
    boolean same = positive != node instanceof Criterion.Not;
    for (Criterion part : node.parts()) {
      Dependence one = dependence(part, same);
      all = one.compareTo(all) > 0 ? one : all;
    }
    return all;
  }

  private static Dependence dependence(Criterion.SumTest sum, boolean positive) {
    if (sum.of() != Criterion.Measure.AMOUNT || sum.basis() != Criterion.Basis.NET) {
      return Dependence.NONE;
    }
    boolean lower = sum.op() == Op.GE || sum.op() == Op.GT;
    boolean upper = sum.op() == Op.LE || sum.op() == Op.LT;
    return (positive ? lower : upper) ? Dependence.FALLING : Dependence.ANY;
  }
}
