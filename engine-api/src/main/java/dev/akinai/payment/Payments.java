package dev.akinai.payment;

import dev.akinai.base.Api;
import dev.akinai.base.CallContext;
import dev.akinai.base.Outcome;
import dev.akinai.base.ShopId;
import java.util.Optional;

/** Takes payments through the host's providers and never loses sight of one. Safe to call from any thread. */
@Api(Api.Use.CALL)
public interface Payments {

  /**
   * Takes money: writes the intent, asks the provider outside any transaction, writes the answer.
   *
   * <p>Asked again with the same key, it finishes what was begun and never takes money twice.
   *
   * @param command how much, through whom
   * @param call whose shop, who asks, and the request's key
   * @return the captured payment; a {@link PaymentRefusal}; or to ask again while the provider has not decided
   * @throws IllegalStateException on a joined handle, since a provider is never called inside a transaction
   */
  Outcome<Payment> capture(CapturePayment command, CallContext call);

  /**
   * Looks a payment up.
   *
   * @param shop whose shop
   * @param payment which
   * @return the payment, or empty
   */
  Optional<Payment> find(ShopId shop, PaymentId payment);

  /**
   * Sends planned refunds and enquires about operations that nobody could answer.
   *
   * @param shop whose shop
   * @param limit most payments to look at, 1 to 10,000
   * @return how many payments came nearer to their end
   */
  int recover(ShopId shop, int limit);
}
