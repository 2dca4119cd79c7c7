package dev.akinai.payment;

import dev.akinai.base.Api;
import dev.akinai.money.Money;

/**
 * The host's payment provider. It is never called inside a transaction (R-ORD-402), and gets a key that is the engine's own.
 *
 * <p>An exception counts as {@link PortAnswer.Unknown}: the engine asks by {@link #enquire} and sends no money again on a guess. Called from any
 * thread.
 */
@Api(Api.Use.IMPLEMENT)
public interface PaymentPort {

  /**
   * Takes money.
   *
   * @param key our key; the same key never takes money twice
   * @param token what the buyer's browser or app was given by the provider
   * @param amount more than 0
   * @return what became of it
   */
  PortAnswer capture(String key, String token, Money amount);

  /**
   * Gives money back.
   *
   * @param key our key of the refund
   * @param captureKey our key of the capture
   * @param amount more than 0, with earlier refunds at most what was captured
   * @return what became of it
   */
  PortAnswer refund(String key, String captureKey, Money amount);

  /**
   * Asks what became of an operation.
   *
   * @param key our key of a capture or refund
   * @return what the provider knows
   */
  PortAnswer enquire(String key);
}
