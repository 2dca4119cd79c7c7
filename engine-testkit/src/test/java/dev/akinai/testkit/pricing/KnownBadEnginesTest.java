package dev.akinai.testkit.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The kill matrix: every known-bad engine breaks the law it names, and the true engine does not. */
class KnownBadEnginesTest {

  private static final int TRIES = 1_000;

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void isCaught(KnownBadEngine bad) {
    LawSubject subject = bad.open();
    LawRun wrong = LawRun.of(bad.law(), subject, PricingSamples.ofAllKinds(), TRIES);
    subject.engine().close();
    System.out.printf(
        "%-27s %s by %s after %d tries (%s)%n",
        bad,
        wrong.broken().isPresent() ? "caught" : "NOT CAUGHT",
        bad.law().id(),
        wrong.tries(),
        bad.defect());
    assertThat(wrong.broken()).as("%s, whose defect is: %s", bad, bad.defect()).isPresent();

    LawSubject right = LawSubject.inMemory();
    LawRun held = LawRun.of(bad.law(), right, PricingSamples.ofAllKinds(), wrong.tries());
    right.engine().close();
    assertThat(held.broken()).as("the true engine").isEmpty();
  }
}
