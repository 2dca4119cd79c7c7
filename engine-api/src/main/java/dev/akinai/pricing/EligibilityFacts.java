package dev.akinai.pricing;

import dev.akinai.base.Api;
import dev.akinai.base.ShopId;

/**
 * Tells what the host knows of a buyer: tier, segments, groups, number of orders, points, identities. It is asked once for each quote, before
 * pricing begins, and its answer is part of the quote's input (PRICING 2.1). Implementations must be thread-safe; what they throw reaches the
 * caller of the quote.
 */
@Api(Api.Use.IMPLEMENT)
public interface EligibilityFacts {

  /**
   * Reads the facts.
   *
   * @param shop whose shop
   * @param cart the cart that is priced, with its buyer if there is one
   * @return what is known; a fact that is left out is unknown, and offers that need it do not apply
   */
  BuyerFacts read(ShopId shop, Cart cart);
}
