package dev.akinai.samples.benchmarks;

import dev.akinai.pricing.PricingInput;
import dev.akinai.pricing.Quote;
import dev.akinai.promotion.Ruleset;
import java.util.Optional;

/** Ways to choose among coupons. */
enum CouponSolver {
  /** Our engine: a whole quote with its digest and its reasons, not the choice alone. */
  AKINAI("Akinai, whole quote", Optional.empty()),
  /** Every feasible set. */
  BRUTE_FORCE("brute force, every feasible set", Optional.empty()),
  /** See {@link Greedy#PRIORITY}. */
  PRIORITY(Greedy.PRIORITY),
  /** See {@link Greedy#LARGEST}. */
  LARGEST(Greedy.LARGEST),
  /** See {@link Greedy#DENSEST}. */
  DENSEST(Greedy.DENSEST),
  /** See {@link Greedy#UNGROUPED}. */
  UNGROUPED(Greedy.UNGROUPED);

  /** How it is called in tables. */
  final String label;

  private final Optional<Greedy> greedy;

  CouponSolver(Greedy greedy) {
    this(greedy.label, Optional.of(greedy));
  }

  CouponSolver(String label, Optional<Greedy> greedy) {
    this.label = label;
    this.greedy = greedy;
  }

  /** A case made ready for all ways. For one thread. */
  record Prepared(PricingInput input, Ruleset ruleset, SmallEngine small) {

    static Prepared of(SmallCase coupons) {
      return new Prepared(coupons.input(), coupons.ruleset(), new SmallEngine(coupons));
    }
  }

  /** What this way takes off. */
  long saved(Prepared prepared, Shop shop) {
    if (this == AKINAI) {
      Quote quote = shop.quote(prepared.input(), prepared.ruleset());
      return quote.list().minor() - quote.payable().minor();
    }
    return greedy
        .map(order -> order.saved(prepared.small()))
        .orElseGet(() -> prepared.small().bruteForce());
  }
}
