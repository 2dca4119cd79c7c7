package dev.akinai.samples.benchmarks;

import dev.akinai.core.Akinai;
import dev.akinai.engine.Commerce;
import dev.akinai.pricing.Pricing;
import dev.akinai.pricing.PricingInput;
import dev.akinai.pricing.Quote;
import dev.akinai.promotion.Ruleset;
import java.time.Clock;

/** Our engine in memory, asked by its public API only. Thread-safe. */
final class Shop implements AutoCloseable {

  private final Commerce commerce =
      Akinai.builder().storage(Akinai.inMemory(Clock.systemUTC())).build();
  private final Pricing pricing = commerce.pricing();

  /** A whole quote: every amount, every verdict, the digest. */
  Quote quote(PricingInput input, Ruleset ruleset) {
    return pricing.evaluate(input, ruleset).orThrow();
  }

  @Override
  public void close() {
    commerce.close();
  }
}
