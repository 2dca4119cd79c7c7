package dev.akinai.order;

import dev.akinai.money.Money;
import dev.akinai.payment.PaymentId;
import dev.akinai.pricing.Quote;
import dev.akinai.quota.HoldId;
import java.util.Optional;

/**
 * Turns a quote whose units are held and paid into an order. Immutable.
 *
 * @param quote what was offered and accepted
 * @param hold the hold of the quote's request
 * @param payment the captured payment, or empty if nothing is due
 * @param expectedTotal what the buyer saw; another total is refused
 * @param externalRef what another system calls it, or empty
 */
public record PlaceOrder(
    Quote quote,
    HoldId hold,
    Optional<PaymentId> payment,
    Money expectedTotal,
    Optional<ExternalRef> externalRef) {

  /**
   * An order for a quote.
   *
   * @param quote what was offered and accepted
   * @param hold the hold of the quote's request
   * @return the command, without a payment
   */
  public static PlaceOrder of(Quote quote, HoldId hold) {
    return new PlaceOrder(quote, hold, Optional.empty(), quote.total(), Optional.empty());
  }

  /**
   * The same command with what pays it.
   *
   * @param captured the payment
   * @return a changed copy
   */
  public PlaceOrder paidBy(PaymentId captured) {
    return new PlaceOrder(quote, hold, Optional.of(captured), expectedTotal, externalRef);
  }

  /**
   * The same command with another system's number.
   *
   * @param source which system
   * @param ref its number there
   * @return a changed copy
   */
  public PlaceOrder referredToAs(String source, String ref) {
    return new PlaceOrder(
        quote, hold, payment, expectedTotal, Optional.of(new ExternalRef(source, ref)));
  }
}
