package dev.akinai.core.base;

import dev.akinai.base.Outcome;
import dev.akinai.base.Refusal;
import java.util.List;

/** Carries a refusal out of a unit of work, so that the storage undoes all of it; never seen by a host. */
public final class RefusedInside extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Refusal> reasons;
  private final boolean outrun;

  /** A refusal with at least one reason. */
  public RefusedInside(List<? extends Refusal> reasons) {
    this(reasons, false);
  }

  private RefusedInside(List<? extends Refusal> reasons, boolean outrun) {
    super("refused", null, false, false);
    this.reasons = List.copyOf(reasons);
    this.outrun = outrun;
  }

  /** Somebody else changed the thing between reading and writing: deciding anew on what is there now may well succeed. */
  public static RefusedInside outrun(Refusal.Changed reason) {
    return new RefusedInside(List.of(reason), true);
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

  /** Whether the unit should simply run again. */
  boolean isOutrun() {
    return outrun;
  }

  /** The refusal as the host gets it. */
  public <T> Outcome<T> asOutcome() {
    return Outcome.refused(reasons);
  }
}
