package dev.akinai.testkit.pricing;

import dev.akinai.base.Outcome;
import dev.akinai.engine.Commerce;
import dev.akinai.pricing.PricingInput;
import dev.akinai.pricing.Quote;
import dev.akinai.promotion.Ruleset;
import java.util.function.UnaryOperator;

/** Ways to put a mistake around a right engine. Stateless. */
final class Slips {

  private Slips() {}

  /** What a wrong engine makes of a right quote. */
  interface OfQuote {
    Quote change(PricingInput input, Ruleset rules, Quote right, Commerce engine);
  }

  static Commerce ofInput(Commerce engine, UnaryOperator<PricingInput> slip) {
    return pricing(engine, new ForwardingPricing(engine.pricing()) {
      @Override
      public Outcome<Quote> evaluate(PricingInput input, Ruleset ruleset) {
        return inner.evaluate(slip.apply(input), ruleset);
      }
    });
  }

  static Commerce ofRules(Commerce engine, UnaryOperator<Ruleset> slip) {
    return pricing(engine, new ForwardingPricing(engine.pricing()) {
      @Override
      public Outcome<Quote> evaluate(PricingInput input, Ruleset ruleset) {
        return inner.evaluate(input, slip.apply(ruleset));
      }
    });
  }

  static Commerce ofQuote(Commerce engine, OfQuote slip) {
    return pricing(engine, new ForwardingPricing(engine.pricing()) {
      @Override
      public Outcome<Quote> evaluate(PricingInput input, Ruleset ruleset) {
        return inner
            .evaluate(input, ruleset)
            .map(quote -> slip.change(input, ruleset, quote, engine));
      }
    });
  }

  static Commerce pricing(Commerce engine, ForwardingPricing pricing) {
    return new ForwardingCommerce(engine, pricing, engine.promotions());
  }

  static Commerce promotions(Commerce engine, ForwardingPromotions promotions) {
    return new ForwardingCommerce(engine, engine.pricing(), promotions);
  }
}
