package dev.akinai.pricing;

import dev.akinai.base.Api;
import dev.akinai.base.CallContext;
import dev.akinai.base.Outcome;

/** Prices carts. A quote uses nothing up and writes nothing. Safe to call from any thread. */
@Api(Api.Use.CALL)
public interface Pricing {

  /**
   * Prices a cart now.
   *
   * @param cart what the buyer would like
   * @param call whose shop and who asks; the key is not used, since nothing is written
   * @return the quote, or every {@link PricingRefusal}
   */
  Outcome<Quote> quote(Cart cart, CallContext call);
}
