package dev.akinai.base;

import java.util.List;

/** Thrown only by {@link Outcome#orThrow()}, for a caller that does not expect a refusal: a script, a sample, a test. */
public final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Refusal> reasons;

  /**
   * Creates the exception.
   *
   * @param reasons why, at least one
   */
  public RefusedException(List<? extends Refusal> reasons) {
    super("The request must be allowed, but was refused: " + reasons
        + ". Maybe use match() and offer the buyer another way.");
    this.reasons = List.copyOf(reasons);
  }

  /**
   * Why it was refused.
   *
   * @return every reason, by precedence
   */
  public List<Refusal> reasons() {
    return reasons;
  }
}
