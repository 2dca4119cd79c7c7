package dev.akinai.pricing;

/**
 * Why one offer, or one code the buyer typed, did or did not apply; there is exactly one for each. Immutable.
 *
 * @param subject the offer's id, or the code as it was typed if no offer has it
 * @param code the stable answer
 * @param facts what decided it, for people: an amount, a condition's place, a fact's name
 */
public record Verdict(String subject, Code code, String facts) {

  /** The answers (PRICING section 7). */
  public enum Code {
    /** It applied in full. */
    APPLIED,
    /** It applied, but part of it found nothing left to lower. */
    CLAMPED,
    /** A condition is false; the facts name its place. */
    CONDITION_FALSE,
    /** A condition needs a fact that nobody knows yet. */
    UNKNOWN_FACT,
    /** It does not run now. */
    OUT_OF_SCHEDULE,
    /** Its amounts are in another currency. */
    CURRENCY,
    /** Its code was not typed. */
    CODE_NOT_GIVEN,
    /** No offer has this code. */
    NO_SUCH_CODE,
    /** Its uses are taken, or this buyer's are. */
    LIMIT,
    /** It would take nothing off. */
    NO_EFFECT
  }
}
