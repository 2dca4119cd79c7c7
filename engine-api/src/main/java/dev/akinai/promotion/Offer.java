package dev.akinai.promotion;

import dev.akinai.base.InvalidInputException;
import dev.akinai.base.Text;
import dev.akinai.criteria.Criterion;
import dev.akinai.money.CurrencyCode;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One promotion rule, as data: who gets it, on which lines, what it does, with what it is combined and how often (PRICING 3). Immutable.
 *
 * @param id which offer
 * @param version raised with every edit, from 1
 * @param lane when it is applied
 * @param stacking how it is combined with others
 * @param currency of its amounts; an offer without one works in every currency
 * @param schedule when it runs
 * @param code what opens it, or empty for an offer that needs no coupon
 * @param when what the cart must meet
 * @param scope which lines it may lower
 * @param charges ids of kinds of charges that the scope also takes, such as {@code shipping}; at most 16
 * @param effect what it does
 * @param amounts on which amounts it works, and where it stops
 * @param limits how often it may be used
 * @param funding who bears it
 * @param refund what becomes of it when goods come back
 */
public record Offer(
    OfferId id,
    int version,
    LaneId lane,
    Stacking stacking,
    Optional<CurrencyCode> currency,
    Schedule schedule,
    Optional<CodePolicy> code,
    Criterion when,
    Criterion scope,
    Set<String> charges,
    Effect effect,
    AmountRules amounts,
    Limits limits,
    Funding funding,
    RefundTerms refund) {

  /** Checks what no offer may be. */
  public Offer {
    charges.forEach(kind -> Text.requireVisible("kind of charge", kind, 64));
    charges = Collections.unmodifiableSortedSet(new TreeSet<>(charges));
    if (version < 1) {
      throw new InvalidInputException(
          "The version (%d) of offer %s must be 1 or more. Maybe leave it out."
              .formatted(version, id));
    }
    if (charges.size() > 16) {
      throw new InvalidInputException(
          "The kinds of charges (%d) of offer %s must be at most 16. Maybe leave them out."
              .formatted(charges.size(), id));
    }
  }

  /**
   * An offer on the whole cart that always runs and has no limits; the builder changes what shall be otherwise.
   *
   * @param id 1 to 64 visible characters
   * @param effect what it does
   * @return a builder
   */
  public static Builder of(String id, Effect effect) {
    return new Builder(id, effect);
  }

  /**
   * The same offer as another version.
   *
   * @param other 1 or more
   * @return a changed copy
   */
  public Offer withVersion(int other) {
    return toBuilder().version(other).build();
  }

  /**
   * A builder that starts from this offer.
   *
   * @return a builder
   */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /**
   * The shared code, if that is what opens it.
   *
   * @return normalised
   */
  public Optional<String> sharedCode() {
    return code.flatMap(CodePolicy::code);
  }

  /** Makes an offer step by step. For one thread. */
  public static final class Builder {

    private final OfferId id;
    private int version = 1;
    private Optional<LaneId> lane = Optional.empty();
    private Stacking stacking = Stacking.FREE;
    private Optional<CurrencyCode> currency = Optional.empty();
    private Schedule schedule = Schedule.ALWAYS;
    private Optional<CodePolicy> code = Optional.empty();
    private Criterion when = Criterion.always();
    private Criterion scope = Criterion.always();
    private Set<String> charges = Set.of();
    private Effect effect;
    private AmountRules amounts = AmountRules.OF_LANE;
    private Limits limits = Limits.NONE;
    private Funding funding = Funding.BY_MERCHANT;
    private RefundTerms refund = RefundTerms.DEFAULT;

    private Builder(String id, Effect effect) {
      this.id = new OfferId(id);
      this.effect = effect;
    }

    private Builder(Offer offer) {
      this.id = offer.id();
      this.version = offer.version();
      this.lane = Optional.of(offer.lane());
      this.stacking = offer.stacking();
      this.currency = offer.currency();
      this.schedule = offer.schedule();
      this.code = offer.code();
      this.when = offer.when();
      this.scope = offer.scope();
      this.charges = offer.charges();
      this.effect = offer.effect();
      this.amounts = offer.amounts();
      this.limits = offer.limits();
      this.funding = offer.funding();
      this.refund = offer.refund();
    }

    /**
     * Which version.
     *
     * @param number 1 or more
     * @return this builder
     */
    public Builder version(int number) {
      version = number;
      return this;
    }

    /**
     * When it is applied; if not said, by its effect and code.
     *
     * @param other which lane
     * @return this builder
     */
    public Builder lane(LaneId other) {
      lane = Optional.of(other);
      return this;
    }

    /**
     * How it is combined with others.
     *
     * @param other the rules
     * @return this builder
     */
    public Builder stacking(Stacking other) {
      stacking = other;
      return this;
    }

    /**
     * The currency of its amounts.
     *
     * @param other which
     * @return this builder
     */
    public Builder currency(CurrencyCode other) {
      currency = Optional.of(other);
      return this;
    }

    /**
     * When it runs.
     *
     * @param other the schedule
     * @return this builder
     */
    public Builder schedule(Schedule other) {
      schedule = other;
      return this;
    }

    /**
     * What opens it.
     *
     * @param other the policy
     * @return this builder
     */
    public Builder code(CodePolicy other) {
      code = Optional.of(other);
      return this;
    }

    /**
     * What the cart must meet.
     *
     * @param other the condition
     * @return this builder
     */
    public Builder when(Criterion other) {
      when = other;
      return this;
    }

    /**
     * Which lines it may lower.
     *
     * @param other the condition
     * @return this builder
     */
    public Builder scope(Criterion other) {
      scope = other;
      return this;
    }

    /**
     * Kinds of charges that the scope also takes.
     *
     * @param kinds such as {@code shipping}
     * @return this builder
     */
    public Builder charges(String... kinds) {
      charges = Set.of(kinds);
      return this;
    }

    /**
     * Kinds of charges that the scope also takes.
     *
     * @param kinds such as {@code shipping}
     * @return this builder
     */
    public Builder charges(Set<String> kinds) {
      charges = kinds;
      return this;
    }

    /**
     * What it does.
     *
     * @param other the effect
     * @return this builder
     */
    public Builder effect(Effect other) {
      effect = other;
      return this;
    }

    /**
     * On which amounts it works.
     *
     * @param other the rules
     * @return this builder
     */
    public Builder amounts(AmountRules other) {
      amounts = other;
      return this;
    }

    /**
     * How often it may be used.
     *
     * @param other the limits
     * @return this builder
     */
    public Builder limits(Limits other) {
      limits = other;
      return this;
    }

    /**
     * Who bears it.
     *
     * @param other the funding
     * @return this builder
     */
    public Builder funding(Funding other) {
      funding = other;
      return this;
    }

    /**
     * What becomes of it when goods come back.
     *
     * @param other the terms
     * @return this builder
     */
    public Builder refund(RefundTerms other) {
      refund = other;
      return this;
    }

    /**
     * The offer.
     *
     * @return checked
     */
    public Offer build() {
      return new Offer(
          id,
          version,
          lane.orElseGet(this::usualLane),
          stacking,
          currency,
          schedule,
          code,
          when,
          scope,
          charges,
          effect,
          amounts,
          limits,
          funding,
          refund);
    }

    private LaneId usualLane() {
      if (effect instanceof Effect.Shipping) {
        return Lane.SHIPPING;
      }
      if (effect instanceof Effect.PayPoints || effect instanceof Effect.DepositExpand) {
        return Lane.TENDER;
      }
      if (code.isPresent()) {
        return Lane.PLATFORM_COUPON;
      }
      boolean usesUnits = effect instanceof Effect.BuyGet || effect instanceof Effect.Bundle;
      return usesUnits ? Lane.UNIT : Lane.PLATFORM_ORDER;
    }
  }
}
