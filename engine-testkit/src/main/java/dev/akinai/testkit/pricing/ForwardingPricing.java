package dev.akinai.testkit.pricing;

import dev.akinai.base.CallContext;
import dev.akinai.base.Outcome;
import dev.akinai.catalog.SkuId;
import dev.akinai.pricing.Cart;
import dev.akinai.pricing.Explanation;
import dev.akinai.pricing.Hint;
import dev.akinai.pricing.LintFinding;
import dev.akinai.pricing.Pricing;
import dev.akinai.pricing.PricingInput;
import dev.akinai.pricing.Quote;
import dev.akinai.pricing.RefundPlan;
import dev.akinai.pricing.RefundRequest;
import dev.akinai.pricing.Simulation;
import dev.akinai.pricing.TaxTable;
import dev.akinai.promotion.OfferId;
import dev.akinai.promotion.Ruleset;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Does what another does, except for what a subclass changes. Thread-safe as the other. */
class ForwardingPricing implements Pricing {

  final Pricing inner;

  ForwardingPricing(Pricing inner) {
    this.inner = inner;
  }

  @Override
  public Outcome<Quote> quote(Cart cart, CallContext call) {
    return inner.quote(cart, call);
  }

  @Override
  public Outcome<Quote> quote(Cart cart, TaxTable tax, CallContext call) {
    return inner.quote(cart, tax, call);
  }

  @Override
  public PricingInput read(Cart cart, TaxTable tax, CallContext call) {
    return inner.read(cart, tax, call);
  }

  @Override
  public Map<SkuId, Quote> catalogueQuotes(Collection<SkuId> skus, Cart shopper, CallContext call) {
    return inner.catalogueQuotes(skus, shopper, call);
  }

  @Override
  public Outcome<Quote> evaluate(PricingInput input, Ruleset ruleset) {
    return inner.evaluate(input, ruleset);
  }

  @Override
  public Outcome<Explanation> explain(PricingInput input, Ruleset ruleset, OfferId offer) {
    return inner.explain(input, ruleset, offer);
  }

  @Override
  public Outcome<List<Hint>> hints(PricingInput input, Ruleset ruleset, int most) {
    return inner.hints(input, ruleset, most);
  }

  @Override
  public Simulation simulate(
      List<PricingInput> orders, Ruleset first, Ruleset second, Simulation.Budgets budgets) {
    return inner.simulate(orders, first, second, budgets);
  }

  @Override
  public List<LintFinding> lint(Ruleset ruleset, PricingInput world) {
    return inner.lint(ruleset, world);
  }

  @Override
  public RefundPlan refundPlan(
      Quote frozen,
      PricingInput input,
      Ruleset ruleset,
      List<RefundPlan> before,
      RefundRequest now) {
    return inner.refundPlan(frozen, input, ruleset, before, now);
  }
}
