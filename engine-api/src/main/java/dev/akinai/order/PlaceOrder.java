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
 * @param quoteCheck whether rules that changed since the quote matter
 */
public record PlaceOrder(
    Quote quote,
    HoldId hold,
    Optional<PaymentId> payment,
    Money expectedTotal,
    Optional<ExternalRef> externalRef,
    QuoteCheck quoteCheck) {

  /** What becomes of a quote that did not expire, but whose rules changed since (PRICING 2.7). */
  public enum QuoteCheck {
    /** It is a promise, and kept. */
    HONOUR,
    /** It is refused with {@link OrderRefusal.RulesChanged}, and nothing is changed. */
    STRICT
  }

  /**
   * An order for a quote.
   *
   * @param quote what was offered and accepted
   * @param hold the hold of the quote's request
   * @return the command, without a payment
   */
  public static PlaceOrder of(Quote quote, HoldId hold) {
    return new PlaceOrder(
        quote, hold, Optional.empty(), quote.total(), Optional.empty(), QuoteCheck.HONOUR);
  }

  /**
   * The same command with what pays it.
   *
   * @param captured the payment
   * @return a changed copy
   */
  public PlaceOrder paidBy(PaymentId captured) {
    return new PlaceOrder(
        quote, hold, Optional.of(captured), expectedTotal, externalRef, quoteCheck);
  }

  /**
   * The same command with another system's number.
   *
   * @param source which system
   * @param ref its number there
   * @return a changed copy
   */
  public PlaceOrder referredToAs(String source, String ref) {
    var named = Optional.of(new ExternalRef(source, ref));
    return new PlaceOrder(quote, hold, payment, expectedTotal, named, quoteCheck);
  }

  /**
   * The same command for a shop that does not honour quotes whose rules changed.
   *
   * @return a changed copy
   */
  public PlaceOrder strictly() {
    return new PlaceOrder(quote, hold, payment, expectedTotal, externalRef, QuoteCheck.STRICT);
  }
}
