package dev.akinai.testkit.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every law on samples of all kinds, by a seed loop; the table says how often each had something to say. */
class LawsTest {

  private static final int TRIES = Integer.getInteger("akinai.tries", 300);
  private static final LawSubject ENGINE = LawSubject.inMemory();

  static Stream<Law> laws() {
    return Law.all().stream();
  }

  @AfterAll
  static void close() {
    ENGINE.engine().close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("laws")
  void holds(Law law) {
    LawRun run = LawRun.of(law, ENGINE, PricingSamples.ofAllKinds(), TRIES);
    System.out.println(run);
    assertThat(run.broken()).isEmpty();
    assertThat(run.isVacuous()).as("%s", run).isFalse();
  }

  @Test
  void areAllThere() {
    List<String> expected =
        IntStream.rangeClosed(1, 72).mapToObj("L-PRI-%02d"::formatted).toList();
    assertThat(Law.all().stream().map(Law::id)).isEqualTo(expected);
  }
}
