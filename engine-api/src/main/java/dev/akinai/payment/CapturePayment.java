package dev.akinai.payment;

import dev.akinai.base.InvalidInputException;
import dev.akinai.base.Text;
import dev.akinai.money.Money;

/**
 * Takes money for a quote before its order is placed. Immutable.
 *
 * @param provider the name under which the port was given to the engine
 * @param token what the provider gave to the buyer's browser or app, 1 to 500 characters; it is passed on and not stored
 * @param amount more than 0
 */
public record CapturePayment(String provider, String token, Money amount) {

  /** Checks the texts and the amount. */
  public CapturePayment {
    Text.requireVisible("provider", provider, 64);
    Text.requireText("token", token, 500);
    if (amount.minor() < 1) {
      throw new InvalidInputException("The amount (" + amount
          + ") must be more than 0. Maybe nothing is due: place without a payment.");
    }
  }

  @Override
  public String toString() {
    return "CapturePayment[provider=" + provider + ", amount=" + amount + "]";
  }
}
