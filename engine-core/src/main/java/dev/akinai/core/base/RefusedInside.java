package dev.akinai.core.base;

import dev.akinai.base.Outcome;
import dev.akinai.base.Refusal;
import java.util.List;

/** Carries a refusal out of a unit of work, so that the storage undoes all of it; never seen by a host. */
public final class RefusedInside extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Refusal> reasons;

  /** A refusal with at least one reason. */
  public RefusedInside(List<? extends Refusal> reasons) {
    super("refused", null, false, false);
    this.reasons = List.copyOf(reasons);
  }

  /** A refusal with one reason. */
  public static RefusedInside because(Refusal reason) {
    return new RefusedInside(List.of(reason));
  }

  /** Refuses if there are reasons. */
  public static void ifAny(List<? extends Refusal> reasons) {
    if (!reasons.isEmpty()) {
      throw new RefusedInside(reasons);
    }
  }

  /** The refusal as the host gets it. */
  public <T> Outcome<T> asOutcome() {
    return Outcome.refused(reasons);
  }
}
