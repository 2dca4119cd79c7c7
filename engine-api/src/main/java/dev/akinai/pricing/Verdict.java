package dev.akinai.pricing;

/**
 * Why one offer, or one code the buyer typed, did or did not apply; there is exactly one for each (PRICING 7). Immutable.
 *
 * @param subject the offer's id, for a merchant's lines {@code id@merchant}, or the code as it was typed if no offer has it
 * @param code the stable answer
 * @param facts what decided it, for people: an amount, a condition's place, a fact's name, other offers
 */
public record Verdict(String subject, Code code, String facts) {

  /** The answers; of two that hold the earlier one is given. */
  public enum Code {
    /** No offer has this code, or it was used or withdrawn. */
    NO_SUCH_CODE,
    /** Its amounts are in another currency. */
    CURRENCY,
    /** It does not run now; the facts name when it does. */
    OUT_OF_SCHEDULE,
    /** A condition is false; the facts name its place. */
    CONDITION_FALSE,
    /** A condition needs a fact that nobody knows yet. */
    UNKNOWN_FACT,
    /** An amount or a number is too small: what is needed, what is there, on which basis. */
    THRESHOLD_NOT_MET,
    /** This buyer's uses are taken. */
    LIMIT_BUYER,
    /** Everyone's uses are taken. */
    LIMIT_TOTAL,
    /** Less money is left than it would take off. */
    BUDGET_SHORT,
    /** The prices in its scope are closed to offers. */
    CLOSED_PRICE,
    /** Another offer shuts it out. */
    EXCLUDED_BY,
    /** Another combination is better for the buyer. */
    LOST_TO,
    /** It would take nothing off. */
    NO_EFFECT,
    /** Its registered code failed; the rest of the quote is as if it were not there. */
    FAULT,
    /** It applied, but part of it found nothing left to lower. */
    CLAMPED,
    /** It applied in full. */
    APPLIED
  }
}
