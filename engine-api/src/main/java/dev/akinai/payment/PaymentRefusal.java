package dev.akinai.payment;

import dev.akinai.base.Refusal;

/** Why a payment could not be taken. */
public sealed interface PaymentRefusal extends Refusal {

  /**
   * No port has this name.
   *
   * @param provider the name
   */
  record UnknownProvider(String provider) implements PaymentRefusal {
    @Override
    public String code() {
      return "payment.provider-unknown";
    }
  }

  /**
   * The provider said no.
   *
   * @param payment which payment
   * @param reason the provider's code
   */
  record Declined(PaymentId payment, String reason) implements PaymentRefusal {
    @Override
    public String code() {
      return "payment.declined";
    }
  }
}
