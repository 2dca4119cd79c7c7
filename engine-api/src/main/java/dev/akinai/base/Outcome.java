package dev.akinai.base;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * What became of a command: done, refused with every reason, or not certain yet. Every case is expected; none is an exception.
 *
 * <p>One type serves every command, so a caller learns it once. Immutable.
 *
 * @param <T> what a success gives
 */
public sealed interface Outcome<T> {

  /**
   * It is done, and stays done.
   *
   * @param value what the command gives
   * @param replayed true if it was done before under the same key, and nothing was done now
   * @param <T> what a success gives
   */
  record Done<T>(T value, boolean replayed) implements Outcome<T> {}

  /**
   * It was refused and wrote nothing; the same request may be asked again with the same key.
   *
   * @param reasons every reason, by precedence; at least one
   * @param <T> what a success would have given
   */
  record Refused<T>(List<Refusal> reasons) implements Outcome<T> {
    /** Copies the reasons. */
    public Refused {
      reasons = List.copyOf(reasons);
      if (reasons.isEmpty()) {
        throw new InvalidInputException(
            "The reasons ([]) must name at least one refusal. Maybe the outcome is Done.");
      }
    }

    /**
     * The reason that comes first by precedence.
     *
     * @return the first reason
     */
    public Refusal first() {
      return reasons.get(0);
    }
  }

  /**
   * No certain answer yet; ask again with the same key. Given by the autonomous mode only.
   *
   * @param after how long to wait before asking
   * @param mayHaveHappened false if certainly nothing was written
   * @param <T> what a success gives
   */
  record AskAgain<T>(Duration after, boolean mayHaveHappened) implements Outcome<T> {}

  /**
   * A success that happened now.
   *
   * @param value what the command gives
   * @param <T> what a success gives
   * @return the outcome
   */
  static <T> Outcome<T> done(T value) {
    return new Done<>(value, false);
  }

  /**
   * A refusal.
   *
   * @param reasons at least one
   * @param <T> what a success would have given
   * @return the outcome
   */
  static <T> Outcome<T> refused(List<? extends Refusal> reasons) {
    return new Refused<>(List.copyOf(reasons));
  }

  /**
   * Handles each case; a forgotten one does not compile.
   *
   * @param done for a success
   * @param refused for a refusal
   * @param askAgain for no certain answer yet
   * @param <R> what the caller makes of it
   * @return what the matching function gives
   */
  default <R> R match(
      Function<? super Done<T>, ? extends R> done,
      Function<? super Refused<T>, ? extends R> refused,
      Function<? super AskAgain<T>, ? extends R> askAgain) {
    if (this instanceof Done<T> d) {
      return done.apply(d);
    }
    return this instanceof Refused<T> r ? refused.apply(r) : askAgain.apply((AskAgain<T>) this);
  }

  /**
   * The same outcome with another value.
   *
   * @param change makes the new value from the old
   * @param <U> what a success then gives
   * @return a changed copy
   */
  default <U> Outcome<U> map(Function<? super T, ? extends U> change) {
    return match(
        d -> new Done<U>(change.apply(d.value()), d.replayed()),
        r -> new Refused<U>(r.reasons()),
        a -> new AskAgain<U>(a.after(), a.mayHaveHappened()));
  }

  /**
   * The value, for a caller that expects nothing else.
   *
   * @return what the command gave
   * @throws RefusedException if it was refused; it shows every reason
   * @throws IllegalStateException if there is no certain answer yet
   */
  default T orThrow() {
    return match(
        Done::value,
        r -> {
          throw new RefusedException(r.reasons());
        },
        a -> {
          throw new IllegalStateException(
              "The outcome (no certain answer yet) must be certain here. Maybe ask again with the same key after "
                  + a.after() + ".");
        });
  }

  /**
   * Tells a success from the rest.
   *
   * @return true for {@link Done}
   */
  default boolean isDone() {
    return this instanceof Done;
  }
}
