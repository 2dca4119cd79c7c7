package dev.akinai.testkit.pricing;

import dev.akinai.base.CallContext;
import dev.akinai.base.Outcome;
import dev.akinai.criteria.Criterion;
import dev.akinai.criteria.Op;
import dev.akinai.engine.Commerce;
import dev.akinai.promotion.AmountRounding;
import dev.akinai.promotion.Basis;
import dev.akinai.promotion.Draft;
import dev.akinai.promotion.Effect;
import dev.akinai.promotion.Lane;
import dev.akinai.promotion.Limits;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.Ruleset;
import dev.akinai.promotion.Schedule;
import dev.akinai.promotion.Stacking;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/** Engines that read rules wrongly. Stateless. */
final class RuleSlips {

  private RuleSlips() {}

  private static Commerce each(Commerce engine, UnaryOperator<Offer> slip) {
    return Slips.ofRules(engine, rules -> with(rules, map(rules.offers(), slip)));
  }

  private static List<Offer> map(List<Offer> offers, UnaryOperator<Offer> slip) {
    return offers.stream().map(slip).toList();
  }

  private static Ruleset with(Ruleset rules, List<Offer> offers) {
    return new Ruleset(rules.version(), rules.hash(), rules.lanes(), rules.policy(), offers);
  }

  static Commerce ignoresScopes(Commerce engine) {
    return each(engine, offer -> offer.toBuilder().scope(Criterion.always()).build());
  }

  static Commerce oneShot(Commerce engine) {
    return each(
        engine,
        offer -> offer.effect() instanceof Effect.BuyGet all
            ? offer.toBuilder()
                .effect(new Effect.BuyGet(
                    all.buy(),
                    all.get(),
                    all.benefit(),
                    all.pick(),
                    all.grouping(),
                    all.lastGroup(),
                    OptionalLong.of(1),
                    all.spread()))
                .build()
            : offer);
  }

  static Commerce roundsBands(Commerce engine) {
    return each(
        engine,
        offer -> offer.effect() instanceof Effect.Percent
            ? offer.toBuilder()
                .amounts(offer.amounts().rounded(AmountRounding.PER_BAND))
                .build()
            : offer);
  }

  static Commerce fromList(Commerce engine) {
    return each(
        engine,
        offer -> offer.effect() instanceof Effect.Percent
            ? offer.toBuilder().amounts(offer.amounts().base(Basis.LIST)).build()
            : offer);
  }

  static Commerce stacksAll(Commerce engine) {
    return each(
        engine,
        offer -> offer.toBuilder()
            .stacking(Stacking.FREE.withPriority(offer.stacking().priority()))
            .build());
  }

  static Commerce utc(Commerce engine) {
    return each(engine, offer -> {
      Schedule old = offer.schedule();
      return offer.toBuilder()
          .schedule(new Schedule(
              ZoneOffset.UTC, old.from(), old.to(), old.days(), old.daily(), old.except()))
          .build();
    });
  }

  static Commerce inTheirOrder(Commerce engine) {
    return lanes(engine, Lane.Mode.ALL);
  }

  static Commerce onlyLargest(Commerce engine) {
    return lanes(engine, Lane.Mode.BEST_ONE);
  }

  private static Commerce lanes(Commerce engine, Lane.Mode mode) {
    return Slips.ofRules(
        engine,
        rules -> new Ruleset(
            rules.version(),
            rules.hash(),
            rules.lanes().stream()
                .map(lane -> lane.mode() == Lane.Mode.OPTIMAL ? lane.withMode(mode) : lane)
                .toList(),
            rules.policy(),
            rules.offers()));
  }

  /** An offer whose scope lists several SKUs is found by the first only. */
  static Commerce filesOnce(Commerce engine) {
    return each(
        engine,
        offer -> offer.scope() instanceof Criterion.Test test
                && test.op() == Op.IN
                && test.fact().value().equals("sku")
            ? offer.toBuilder()
                .scope(new Criterion.Test(test.fact(), Op.IN, test.values().subList(0, 1)))
                .build()
            : offer);
  }

  static Commerce forgetsBudgets(Commerce engine) {
    return Slips.promotions(engine, new ForwardingPromotions(engine.promotions()) {
      @Override
      public Outcome<Ruleset> publish(Draft draft, CallContext call) {
        return inner.publish(
            new Draft(map(draft.offers(), RuleSlips::unlimited), draft.lanes(), draft.policy()),
            call);
      }
    });
  }

  static Commerce forgetsLimits(Commerce engine) {
    return Slips.promotions(engine, new ForwardingPromotions(engine.promotions()) {
      @Override
      public String render(Ruleset ruleset) {
        return inner.render(with(ruleset, map(ruleset.offers(), RuleSlips::unlimited)));
      }
    });
  }

  private static Offer unlimited(Offer offer) {
    return offer.toBuilder().limits(Limits.NONE).build();
  }

  static Commerce unsorted(Commerce engine) {
    return Slips.promotions(engine, new ForwardingPromotions(engine.promotions()) {
      @Override
      public Ruleset compose(Draft draft) {
        return with(inner.compose(draft), draft.offers());
      }
    });
  }
}
