package dev.akinai.promotion;

import dev.akinai.base.InvalidInputException;
import dev.akinai.money.Money;
import java.util.Optional;

/**
 * On which amounts an offer works, and where it stops; what is empty is as the lane has it (PRICING 2.5). Immutable.
 *
 * @param base the amount that rates are taken from
 * @param threshold the amount that thresholds look at
 * @param weights the amounts by which the reduction is split
 * @param rounding how the raw amount is rounded
 * @param maxDiscount the most it takes off, more than 0
 * @param onClamp what becomes of a share that finds no room in its line
 * @param worth what an effect without money is worth to the buyer when combinations are compared, 0 or more; an effect without money that
 *     does not say is worth one minor unit, so that it is never left out for nothing
 */
public record AmountRules(
    Optional<Basis> base,
    Optional<Basis> threshold,
    Optional<Basis> weights,
    Optional<AmountRounding> rounding,
    Optional<Money> maxDiscount,
    OnClamp onClamp,
    Optional<Money> worth) {

  /** Everything as the lane has it. */
  public static final AmountRules OF_LANE = new AmountRules(
      Optional.empty(),
      Optional.empty(),
      Optional.empty(),
      Optional.empty(),
      Optional.empty(),
      OnClamp.REDISTRIBUTE,
      Optional.empty());

  /** What becomes of a share that finds no room in its line (PRICING 6.3). */
  public enum OnClamp {
    /** The other lines take it. */
    REDISTRIBUTE,
    /** It is lost. */
    CLAMP_LOSE
  }

  /** Checks the signs. */
  public AmountRules {
    maxDiscount.ifPresent(most -> Benefit.requirePositive("most off", most));
    worth.filter(Money::isNegative).ifPresent(amount -> {
      throw new InvalidInputException(
          "The worth (" + amount + ") must be 0 or more. Maybe leave it out.");
    });
  }

  /**
   * The same with rates taken from another amount.
   *
   * @param other the amount
   * @return a changed copy
   */
  public AmountRules base(Basis other) {
    return new AmountRules(
        Optional.of(other), threshold, weights, rounding, maxDiscount, onClamp, worth);
  }

  /**
   * The same with thresholds on another amount.
   *
   * @param other the amount
   * @return a changed copy
   */
  public AmountRules threshold(Basis other) {
    return new AmountRules(
        base, Optional.of(other), weights, rounding, maxDiscount, onClamp, worth);
  }

  /**
   * The same, split by other amounts.
   *
   * @param other the amounts
   * @return a changed copy
   */
  public AmountRules weights(Basis other) {
    return new AmountRules(
        base, threshold, Optional.of(other), rounding, maxDiscount, onClamp, worth);
  }

  /**
   * The same with another rounding.
   *
   * @param other the rounding
   * @return a changed copy
   */
  public AmountRules rounded(AmountRounding other) {
    return new AmountRules(
        base, threshold, weights, Optional.of(other), maxDiscount, onClamp, worth);
  }

  /**
   * The same with a most.
   *
   * @param most the most it takes off
   * @return a changed copy
   */
  public AmountRules atMost(Money most) {
    return new AmountRules(base, threshold, weights, rounding, Optional.of(most), onClamp, worth);
  }

  /**
   * The same, losing what finds no room.
   *
   * @return a changed copy
   */
  public AmountRules losingClamped() {
    return new AmountRules(
        base, threshold, weights, rounding, maxDiscount, OnClamp.CLAMP_LOSE, worth);
  }

  /**
   * The same with a worth.
   *
   * @param amount what an effect without money is worth
   * @return a changed copy
   */
  public AmountRules worth(Money amount) {
    return new AmountRules(
        base, threshold, weights, rounding, maxDiscount, onClamp, Optional.of(amount));
  }
}
