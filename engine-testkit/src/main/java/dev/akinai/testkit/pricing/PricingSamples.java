package dev.akinai.testkit.pricing;

import dev.akinai.money.CurrencyCode;
import dev.akinai.promotion.Draft;
import dev.akinai.promotion.InvalidOffersException;
import dev.akinai.promotion.Ruleset;
import java.util.Optional;
import java.util.Random;

/**
 * Carts that know the rules they are tried on: thresholds just missed, met and passed, goods in and just outside of scopes, quantities around
 * the sizes of groups, the instants at which schedules open and close, free goods and very dear ones (PRICING 12). Thread-safe.
 */
public final class PricingSamples {

  private static final CurrencyCode[] CURRENCIES = {
    CurrencyCode.of("CNY"), CurrencyCode.of("JPY"), CurrencyCode.of("KWD")
  };

  private final Optional<Draft> rules;

  private PricingSamples(Optional<Draft> rules) {
    this.rules = rules;
  }

  /**
   * Rules of every kind, made by chance too.
   *
   * @return the samples
   */
  public static PricingSamples ofAllKinds() {
    return new PricingSamples(Optional.empty());
  }

  /**
   * Always these rules, with carts around them.
   *
   * @param rules a merchant's offers, such as those of {@code promotions().parse(text)}
   * @return the samples
   */
  public static PricingSamples around(Draft rules) {
    return new PricingSamples(Optional.of(rules));
  }

  /**
   * One sample.
   *
   * @param subject whose engine checks the rules
   * @param seed which one; equal seeds give equal samples
   * @return the sample
   * @throws InvalidOffersException if the rules are not sound
   */
  public PricingSample get(LawSubject subject, long seed) {
    var random = new Random(seed);
    Ruleset ruleset = rules
        .map(given -> subject.engine().promotions().compose(given))
        .orElseGet(() -> made(subject, random));
    CurrencyCode currency = ruleset.offers().stream()
        .flatMap(offer -> offer.currency().stream())
        .findFirst()
        .orElse(CURRENCIES[0]);
    return new PricingSample(seed, new SampleCarts(ruleset, currency, random).input(), ruleset);
  }

  private static Ruleset made(LawSubject subject, Random random) {
    CurrencyCode currency = CURRENCIES[random.nextInt(6) % 3 * random.nextInt(2)];
    return subject.engine().promotions().compose(new SampleRules(currency, random).draft());
  }
}
