package dev.akinai.criteria;

/**
 * What a condition says about a cart, a line or a member: yes, no, or "not known yet".
 *
 * <p>The three values combine by Kleene's strong logic, which is also what SQL does with NULL: a
 * conjunction is FALSE as soon as one part is, whatever the unknown parts may turn out to be.
 * Source: S. C. Kleene, Introduction to Metamathematics, 1952, section 64. Immutable.
 */
public enum Truth {
  /** The condition does not hold, whatever is still unknown. */
  FALSE,
  /** A fact that would decide the condition is not known. */
  UNKNOWN,
  /** The condition holds, whatever is still unknown. */
  TRUE;

  /**
   * A known answer as a truth value: {@code of(true)} is TRUE.
   *
   * @param known the answer
   * @return TRUE or FALSE, never UNKNOWN
   */
  public static Truth of(boolean known) {
    return known ? TRUE : FALSE;
  }

  /**
   * Both must hold: the lesser of the two in the order FALSE, UNKNOWN, TRUE.
   *
   * @param other the other value
   * @return TRUE if both are TRUE, FALSE if one is FALSE, else UNKNOWN
   */
  public Truth and(Truth other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /**
   * One must hold: the greater of the two in the order FALSE, UNKNOWN, TRUE.
   *
   * @param other the other value
   * @return TRUE if one is TRUE, FALSE if both are FALSE, else UNKNOWN
   */
  public Truth or(Truth other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /**
   * The opposite; what is unknown stays unknown.
   *
   * @return FALSE for TRUE, TRUE for FALSE, UNKNOWN for UNKNOWN
   */
  public Truth not() {
    if (this == UNKNOWN) {
      return UNKNOWN;
    }
    return this == TRUE ? FALSE : TRUE;
  }

  /**
   * Whether the condition surely holds; an offer applies only then.
   *
   * @return true for TRUE alone
   */
  public boolean isTrue() {
    return this == TRUE;
  }
}
