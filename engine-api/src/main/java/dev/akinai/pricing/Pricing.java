package dev.akinai.pricing;

import dev.akinai.base.Api;
import dev.akinai.base.CallContext;
import dev.akinai.base.Outcome;
import dev.akinai.catalog.SkuId;
import dev.akinai.promotion.OfferId;
import dev.akinai.promotion.Ruleset;
import java.util.List;

/** Prices carts and explains prices. A quote uses nothing up and writes nothing. Safe to call from any thread. */
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
   * What one unit of a variant costs a buyer before anything is in the cart: what a product page may show (PRICING row 43).
   *
   * @param sku which variant
   * @param audience an empty cart of the buyer, with channel and market
   * @param call whose shop and who asks
   * @return a quote of one unit in which only catalogue offers work, or every {@link PricingRefusal}
   */
  Outcome<Quote> catalogueQuote(SkuId sku, Cart audience, CallContext call);

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
   * Tells why an offer did or did not apply, and the smallest change that would make it.
   *
   * @param offer which offer of the ruleset
   * @param input everything a quote depends on
   * @param ruleset the rules
   * @return the answer; each change it names was checked by pricing the changed cart
   */
  OfferExplanation explain(OfferId offer, PricingInput input, Ruleset ruleset);

  /**
   * What the buyer could add to pay less, best first.
   *
   * @param input everything a quote depends on
   * @param ruleset the rules
   * @return at most 10 hints, each checked by pricing the changed cart
   */
  List<Hint> hints(PricingInput input, Ruleset ruleset);
}
