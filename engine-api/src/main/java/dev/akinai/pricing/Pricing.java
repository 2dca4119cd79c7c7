package dev.akinai.pricing;

import dev.akinai.base.Api;
import dev.akinai.base.CallContext;
import dev.akinai.base.Outcome;
import dev.akinai.catalog.SkuId;
import dev.akinai.promotion.OfferId;
import dev.akinai.promotion.Ruleset;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Prices carts. A quote uses nothing up and writes nothing. Safe to call from any thread. */
@Api(Api.Use.CALL)
public interface Pricing {

  /**
   * Prices a cart now, without tax.
   *
   * @param cart what the buyer would like
   * @param call whose shop and who asks; the key is not used, since nothing is written
   * @return the quote, or every {@link PricingRefusal}
   */
  Outcome<Quote> quote(Cart cart, CallContext call);

  /**
   * Prices a cart now, with tax.
   *
   * @param cart what the buyer would like
   * @param tax the rates that apply to it
   * @param call whose shop and who asks
   * @return the quote, or every {@link PricingRefusal}
   */
  Outcome<Quote> quote(Cart cart, TaxTable tax, CallContext call);

  /**
   * What product pages may show for one unit of each SKU: price lists and catalogue offers, without the offers of a cart.
   *
   * @param skus which, at most 2,000
   * @param shopper a cart that says who asks, where, and in which currency; its lines, charges and codes are left out
   * @param call whose shop and who asks
   * @return by SKU a quote of one unit, with {@code regular} for the price to strike through; SKUs that are not sold or have no price are not
   *     among them
   */
  Map<SkuId, Quote> catalogueQuotes(Collection<SkuId> skus, Cart shopper, CallContext call);

  /**
   * Reads everything that a quote of this cart depends on, to keep it, change it and price it again.
   *
   * @param cart what the buyer would like
   * @param tax the rates that apply to it
   * @param call whose shop and who asks
   * @return the input
   */
  PricingInput read(Cart cart, TaxTable tax, CallContext call);

  /**
   * Prices by given rules. No clock is read, nothing is asked and nothing is random: equal arguments give equal digests (L-PRI-12).
   *
   * @param input everything a quote depends on
   * @param ruleset the rules
   * @return the quote, or every {@link PricingRefusal}
   */
  Outcome<Quote> evaluate(PricingInput input, Ruleset ruleset);

  /**
   * Says of any offer why it does or does not apply, node by node, and what would change that.
   *
   * @param input everything a quote depends on
   * @param ruleset the rules
   * @param offer one of its offers
   * @return the explanation; its counterfactual was checked by pricing again
   * @throws dev.akinai.base.InvalidInputException if the ruleset has no such offer
   */
  Outcome<Explanation> explain(PricingInput input, Ruleset ruleset, OfferId offer);

  /**
   * What the buyer could add to get offers that came near, best first: by what they gain for what is missing.
   *
   * @param input everything a quote depends on
   * @param ruleset the rules
   * @param most how many at most, 1 to 100
   * @return the hints, each checked by pricing the changed cart
   */
  Outcome<List<Hint>> hints(PricingInput input, Ruleset ruleset, int most);

  /**
   * Prices orders again under two rulesets, to see what a change of rules would have come to.
   *
   * @param orders what their quotes were made of; at least one, all in one currency
   * @param first such as the rules in force
   * @param second such as a draft
   * @param budgets whether limits and budgets are used up from order to order
   * @return the sums and the orders that change most
   */
  Simulation simulate(
      List<PricingInput> orders, Ruleset first, Ruleset second, Simulation.Budgets budgets);

  /**
   * Looks for what a merchant hardly meant, before rules are published: dead offers, cliffs, losses, orders that matter (PRICING 8).
   *
   * <p>Every cart that is shown was priced. The work is bounded: each offer is tried alone on at most 8 of the
   * goods that it may lower, some 100 carts for each kind of finding; pairs are tried only in one lane and only if they share goods, each
   * offer with at most 16 others; at most 200 goods are tried with all their offers. What was tried alone is shown only if it also holds under
   * the whole ruleset, at most 4 tries for each; after 20,000 carts, or 2,000,000 steps of the search for the best combination, no more are
   * priced under the whole ruleset. So no finding does not mean that there is nothing to be found. No clock is read and nothing is random:
   * equal arguments give equal findings.
   *
   * @param ruleset the rules, such as a draft
   * @param world the goods, price lists and facts to try them on, and the instant; the cart's currency and place are used, its lines count as
   *     goods to be had one by one, at their agreed prices
   * @return what was found, by code and then by offer
   */
  List<LintFinding> lint(Ruleset ruleset, PricingInput world);

  /**
   * Plans what goes back when goods come back, by the order's own quote, input and rules, never today's (PRICING 11). A preview: nothing is
   * written, and equal arguments give equal plans.
   *
   * @param frozen the quote that was paid
   * @param input what it was made of
   * @param ruleset by which it was made
   * @param before the plans that were carried out, in their order
   * @param now what comes back
   * @return the plan
   * @throws dev.akinai.base.InvalidInputException if more comes back than is with the buyer, or if input and rules are not those of the quote
   */
  RefundPlan refundPlan(
      Quote frozen,
      PricingInput input,
      Ruleset ruleset,
      List<RefundPlan> before,
      RefundRequest now);
}
