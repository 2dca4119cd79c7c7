package dev.akinai.samples.benchmarks;

import dev.akinai.pricing.PricingInput;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.Ruleset;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** From rules as data to the first answer by them. */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH calls the setup first
public class CompileBenchmark {

  /** Which engine. */
  @Param("AKINAI")
  public String engine;

  /** How many rules. */
  @Param("100")
  public int offers;

  private Shop shop;
  private MatchCase match;
  private MatchEngine.Kind kind;
  private List<Offer> sorted;
  private PricingInput first;

  /** Makes the rules. */
  @Setup
  public void setUp() {
    shop = new Shop();
    kind = MatchEngine.Kind.valueOf(engine);
    MatchCase all = MatchCase.of(MatchCase.Mix.PROPORTIONAL, offers);
    match = new MatchCase(all.baskets().subList(0, 1), all.rules());
    sorted = Rulesets.of(match.rules().stream().map(Rule::offer).toList()).offers();
    first = match.baskets().get(0).input();
  }

  /** Closes the shop. */
  @TearDown
  public void tearDown() {
    shop.close();
  }

  /** Compiles, and answers for one cart. */
  @Benchmark
  public Object compile() {
    return kind == MatchEngine.Kind.AKINAI
        ? shop.quote(first, ruleset())
        : kind.make(match).match(0);
  }

  /** Another object each time: a ruleset is compiled once for each. */
  private Ruleset ruleset() {
    Ruleset own = Rulesets.of(List.of());
    return new Ruleset(1, own.hash(), own.lanes(), own.policy(), sorted);
  }
}
