package dev.akinai.pricing;

import dev.akinai.money.Money;
import java.util.List;

/**
 * A charge of a cart with what offers took off it. Immutable.
 *
 * @param charge as the cart had it
 * @param net what is left, 0 or more
 * @param shares the reductions; the charge's amount less their sum is net
 */
public record QuoteCharge(Charge charge, Money net, List<Share> shares) {

  /** Copies the shares. */
  public QuoteCharge {
    shares = List.copyOf(shares);
  }
}
