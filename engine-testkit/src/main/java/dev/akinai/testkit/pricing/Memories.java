package dev.akinai.testkit.pricing;

import dev.akinai.base.Outcome;
import dev.akinai.engine.Commerce;
import dev.akinai.pricing.Application;
import dev.akinai.pricing.Counterfactual;
import dev.akinai.pricing.Explanation;
import dev.akinai.pricing.PricingInput;
import dev.akinai.pricing.Quote;
import dev.akinai.promotion.OfferId;
import dev.akinai.promotion.Ruleset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Engines that remember what they should not, or claim what they did not try. */
final class Memories {

  private Memories() {}

  /** Gifts of the quote before, where the rules are the same. */
  static Commerce keepsGifts(Commerce engine) {
    var last = new AtomicReference<List<Application>>(List.of());
    return Slips.ofQuote(engine, (input, rules, quote, inner) -> {
      var applied = new ArrayList<Application>(quote.applied());
      last.getAndSet(quote.applied()).stream()
          .filter(each -> each.benefit().isPresent() && isIn(rules, each.offer()))
          .filter(each -> !Trial.applies(quote, each.offer()))
          .forEach(applied::add);
      return new QuoteEdit(quote).applied(applied).done();
    });
  }

  private static boolean isIn(Ruleset rules, OfferId offer) {
    return rules.offers().stream().anyMatch(each -> each.id().equals(offer));
  }

  /** What the quote before took off is taken off for another one's offers too. */
  static Commerce leaks(Commerce engine) {
    var last = new AtomicReference<Quote>();
    return Slips.ofQuote(engine, (input, rules, quote, inner) -> {
      Quote before = last.getAndSet(quote);
      boolean same = before == null || before.digest().equals(quote.digest());
      return same ? quote : new QuoteEdit(quote).applied(before.applied()).done();
    });
  }

  static Commerce countsUp(Commerce engine) {
    var count = new AtomicLong();
    return Slips.ofQuote(
        engine,
        (input, rules, quote, inner) -> new QuoteEdit(quote)
            .digest(quote.digest() + count.incrementAndGet())
            .done());
  }

  static Commerce guesses(Commerce engine) {
    return Slips.pricing(engine, new ForwardingPricing(engine.pricing()) {
      @Override
      public Outcome<Explanation> explain(PricingInput input, Ruleset ruleset, OfferId offer) {
        return inner.explain(input, ruleset, offer).map(told -> untried(input, told));
      }
    });
  }

  private static Explanation untried(PricingInput input, Explanation told) {
    return new Explanation(
        told.offer(),
        told.verdict(),
        told.nodes(),
        told.lines(),
        told.change().map(each -> new Counterfactual(each.change(), input, each.quote())),
        told.forced());
  }
}
