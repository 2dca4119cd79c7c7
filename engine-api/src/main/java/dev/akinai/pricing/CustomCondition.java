package dev.akinai.pricing;

import dev.akinai.base.Api;
import dev.akinai.criteria.Args;
import dev.akinai.criteria.Truth;

/**
 * A condition in the host's own code, which offers name as {@code ext:<id>} (PRICING 3.6). It must be pure: equal arguments, equal answers. If
 * it throws, its offer does not apply and says so; the rest of the quote is intact. Thread-safe.
 */
@Api(Api.Use.IMPLEMENT)
public interface CustomCondition {

  /**
   * The name that offers use.
   *
   * @return a small letter, then up to 63 letters, digits, dots and dashes
   */
  String id();

  /**
   * Answers for a cart.
   *
   * @param cart as it was asked for
   * @param facts what is known of the buyer
   * @param args the offer's arguments
   * @return TRUE, FALSE, or UNKNOWN if a fact is missing
   */
  Truth test(Cart cart, BuyerFacts facts, Args args);
}
