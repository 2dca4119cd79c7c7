package dev.akinai.samples.benchmarks;

import dev.akinai.pricing.Quote;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Whole quotes by the public API; 32 carts in turn. */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH calls the setup first
public class QuoteBenchmark {

  /** Which carts and offers. */
  @Param("FULL")
  public String kind;

  private Shop shop;
  private QuoteCase quotes;
  private int next;

  /** Makes carts and offers, and requires that exactly five apply. */
  @Setup
  public void setUp() {
    QuoteCase.Kind which = QuoteCase.Kind.valueOf(kind);
    shop = new Shop();
    quotes = QuoteCase.of(which);
    int expected = which == QuoteCase.Kind.NO_OFFERS ? 0 : QuoteCase.APPLIED;
    quotes.inputs().forEach(input -> {
      Quote quote = shop.quote(input, quotes.ruleset());
      if (quote.applied().size() != expected) {
        throw new IllegalStateException(
            "The offers that apply (%s) must be %d. Maybe one is shut out."
                .formatted(quote.applied(), expected));
      }
    });
  }

  /** Closes the shop. */
  @TearDown
  public void tearDown() {
    shop.close();
  }

  /** Prices the next cart. */
  @Benchmark
  public Quote quote() {
    next = (next + 1) % quotes.inputs().size();
    return shop.quote(quotes.inputs().get(next), quotes.ruleset());
  }
}
