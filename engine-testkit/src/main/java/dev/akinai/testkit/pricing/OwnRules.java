package dev.akinai.testkit.pricing;

import java.util.List;
import java.util.Optional;

/** Runs laws on a merchant's rules. Stateless. */
final class OwnRules {

  /** Laws that cost more speak of the engine and its storage, not of any rules. */
  private static final int DEAREST = 4;

  private OwnRules() {}

  static void check(PricingLaws test, long seed, int first, int last) {
    LawSubject subject = test.subject();
    PricingSample sample = PricingSamples.around(test.rules()).get(subject, seed);
    List<Law> laws = Law.all().subList(first - 1, last);
    for (Law law : laws) {
      if (law.cost() <= DEAREST) {
        Optional<LawRun.Counterexample> broken = LawRun.attempt(law, subject, sample);
        broken.ifPresent(found -> {
          throw new AssertionError(
              "%s%n  is broken: %s%n  by %s".formatted(law, found.message(), found.sample()));
        });
      }
    }
  }
}
