package dev.akinai.promotion;

/**
 * What becomes of an offer when goods come back (PRICING 3.5, 11). Immutable.
 *
 * @param policy how the refund is computed
 * @param coupon whether the coupon comes back
 * @param budget whether the budget comes back
 */
public record RefundTerms(Policy policy, CouponBack coupon, BudgetBack budget) {

  /** Keep the stored reductions; the coupon comes back with the whole order, the budget with each refund. */
  public static final RefundTerms DEFAULT =
      new RefundTerms(Policy.KEEP, CouponBack.IF_FULL, BudgetBack.RETURN);

  /** How a refund is computed. */
  public enum Policy {
    /** Returned units give back what was paid for them. */
    KEEP,
    /** What is kept is priced anew by the order's own rules; the buyer gets the difference. */
    REPRICE,
    /** As KEEP, less the worth of gifts that stay with the buyer. */
    WITHHOLD
  }

  /** Whether a used coupon comes back. */
  public enum CouponBack {
    /** Never. */
    NEVER,
    /** When all goods came back. */
    IF_FULL,
    /** With any return. */
    ALWAYS
  }

  /** Whether spent budget comes back. */
  public enum BudgetBack {
    /** What was reversed can be spent again. */
    RETURN,
    /** It stays spent. */
    KEEP
  }

  /**
   * The default terms with another policy.
   *
   * @param policy how a refund is computed
   * @return the terms
   */
  public static RefundTerms of(Policy policy) {
    return new RefundTerms(policy, DEFAULT.coupon(), DEFAULT.budget());
  }
}
