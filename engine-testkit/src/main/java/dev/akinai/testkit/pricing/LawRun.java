package dev.akinai.testkit.pricing;

import java.util.Optional;

/**
 * Tries a law on samples one after the other, and makes the first one that breaks it as small as it gets (PRICING 12). Immutable.
 *
 * @param law which law
 * @param tries how many samples
 * @param applied of how many it had something to say
 * @param broken the first sample that breaks it, as small as possible, with the values; empty if all held
 */
public record LawRun(Law law, int tries, int applied, Optional<Counterexample> broken) {

  /** A law that speaks of less than one sample in so many proves too little. */
  public static final int ONE_IN = 20;

  private static final int MOST_STEPS = 400;

  /**
   * A sample that breaks a law.
   *
   * @param sample as small as possible
   * @param message what is wrong with it
   */
  public record Counterexample(PricingSample sample, String message) {}

  /**
   * Tries a law.
   *
   * @param law which law
   * @param subject the engine
   * @param samples the carts and rules
   * @param tries how many; a law that costs more is tried less, but twice at least
   * @return what was found
   */
  public static LawRun of(Law law, LawSubject subject, PricingSamples samples, int tries) {
    int most = Math.max(2, tries / law.cost());
    int applied = 0;
    for (int seed = 1; seed <= most; seed++) {
      PricingSample sample = samples.get(subject, seed);
      Law.Try tried = law.check(subject, sample);
      if (tried.result() == Law.Result.BROKEN) {
        return new LawRun(
            law, seed, applied + 1, Optional.of(smallest(law, subject, sample, tried)));
      }
      applied += tried.result() == Law.Result.HELD ? 1 : 0;
    }
    return new LawRun(law, most, applied, Optional.empty());
  }

  /**
   * Tries a law on one sample.
   *
   * @param law which law
   * @param subject the engine
   * @param sample the cart and rules
   * @return empty unless it is broken; then as small as possible
   */
  public static Optional<Counterexample> attempt(
      Law law, LawSubject subject, PricingSample sample) {
    Law.Try tried = law.check(subject, sample);
    return tried.result() == Law.Result.BROKEN
        ? Optional.of(smallest(law, subject, sample, tried))
        : Optional.empty();
  }

  private static Counterexample smallest(
      Law law, LawSubject subject, PricingSample sample, Law.Try tried) {
    var smallest = new Counterexample(sample, tried.message());
    for (int steps = 0; steps < MOST_STEPS; ) {
      Optional<Counterexample> next = Optional.empty();
      for (PricingSample smaller : smallest.sample().smaller()) {
        steps++;
        Law.Try again = law.check(subject, smaller);
        if (again.result() == Law.Result.BROKEN) {
          next = Optional.of(new Counterexample(smaller, again.message()));
          break;
        }
      }
      if (next.isEmpty()) {
        return smallest;
      }
      smallest = next.get();
    }
    return smallest;
  }

  /**
   * Whether the law had something to say often enough.
   *
   * @return false if it applied to less than one sample in twenty
   */
  public boolean isVacuous() {
    return (long) applied * ONE_IN < tries;
  }

  /**
   * One line for a report.
   *
   * @return such as {@code L-PRI-03 held, 1000 tries, 84 % applied: the shares of an offer sum to its discount}
   */
  @Override
  public String toString() {
    String result = broken.isPresent() ? "BROKEN" : isVacuous() ? "VACUOUS" : "held";
    return "%s %-7s %5d tries %3d %% applied  %s"
        .formatted(law.id(), result, tries, applied * 100L / Math.max(1, tries), law.text());
  }
}
