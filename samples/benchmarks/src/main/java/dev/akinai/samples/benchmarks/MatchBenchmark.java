package dev.akinai.samples.benchmarks;

import java.util.Set;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One cart of 20 lines against all rules; 64 carts in turn. */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH calls the setup first
public class MatchBenchmark {

  /** Which way. */
  @Param("AKINAI")
  public String engine;

  /** Which mix of rules. */
  @Param("FIXED")
  public String mix;

  /** How many rules. */
  @Param("100")
  public int offers;

  private MatchEngine measured;
  private int mask;
  private int next;

  /** Makes carts and rules, and requires that this way finds what the naive loop finds. */
  @Setup
  public void setUp() {
    MatchCase match = MatchCase.of(MatchCase.Mix.valueOf(mix), offers);
    MatchEngine.Kind kind = MatchEngine.Kind.valueOf(engine);
    measured = kind.make(match);
    mask = match.baskets().size() - 1;
    requireEqual(kind, match, measured);
  }

  static void requireEqual(MatchEngine.Kind kind, MatchCase match, MatchEngine engine) {
    MatchEngine truth = MatchEngine.Kind.TYPED_LOOP.make(match);
    for (int i = 0; i < match.baskets().size(); i++) {
      Set<String> expected = truth.ids(i);
      boolean counts = !kind.isWhole() || engine.match(i) == expected.size();
      if (!engine.ids(i).equals(expected) || !counts) {
        throw new IllegalStateException(
            "The matches of %s for cart %d (%s) must be those of the naive loop (%s). Maybe the rules differ."
                .formatted(kind, i, engine.ids(i), expected));
      }
    }
  }

  /** Matches the next cart. */
  @Benchmark
  public int match() {
    next = next + 1 & mask;
    return measured.match(next);
  }
}
