package dev.akinai.testkit.pricing;

import dev.akinai.engine.Commerce;
import dev.akinai.money.Money;
import dev.akinai.money.Rounding;
import dev.akinai.pricing.PricingInput;
import dev.akinai.pricing.Quote;
import dev.akinai.pricing.QuotePiece;
import dev.akinai.pricing.RefundPlan;
import dev.akinai.pricing.RefundRequest;
import dev.akinai.promotion.Ruleset;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Engines that give the wrong amount back. Stateless. */
final class Refunding {

  private Refunding() {}

  /** Gives back what is on the price tag. */
  static Commerce list(Commerce engine) {
    return byUnit(engine, QuotePiece::list);
  }

  static Commerce rounded(Commerce engine) {
    return byUnit(engine, QuotePiece::net);
  }

  /** For each unit the rounded price of one, whatever went back before. */
  private static Commerce byUnit(Commerce engine, Function<QuotePiece, Money> price) {
    return Slips.pricing(engine, new ForwardingPricing(engine.pricing()) {
      @Override
      public RefundPlan refundPlan(
          Quote frozen,
          PricingInput input,
          Ruleset ruleset,
          List<RefundPlan> before,
          RefundRequest now) {
        RefundPlan right = inner.refundPlan(frozen, input, ruleset, List.of(), now);
        ToLongFunction<RefundPlan.Back> unit = back -> unit(frozen, back, price);
        long amount = right.pieces().stream()
            .mapToLong(back -> unit.applyAsLong(back) * back.quantity())
            .sum();
        return right.pieces().isEmpty() ? right : with(right, Money.of(frozen.currency(), amount));
      }
    });
  }

  private static long unit(Quote frozen, RefundPlan.Back back, Function<QuotePiece, Money> price) {
    return frozen.pieces().stream()
        .filter(piece -> piece.line().equals(back.id()) && piece.run() == back.run())
        .mapToLong(
            piece -> Rounding.HALF_UP.mulDiv(price.apply(piece).minor(), 1, piece.quantity()))
        .findFirst()
        .orElse(0);
  }

  private static RefundPlan with(RefundPlan plan, Money amount) {
    return new RefundPlan(
        plan.policy(),
        plan.pieces(),
        plan.charges(),
        plan.gifts(),
        amount,
        plan.tenders(),
        amount,
        plan.withheld(),
        plan.shortfall());
  }
}
