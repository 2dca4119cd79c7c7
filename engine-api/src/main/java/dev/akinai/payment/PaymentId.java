package dev.akinai.payment;

import dev.akinai.base.Id;

/**
 * Names one payment. Immutable.
 *
 * @param value 1 to 64 visible characters, made by the engine
 */
public record PaymentId(String value) implements Id {

  /** Checks the text. */
  public PaymentId {
    value = Id.require("PaymentId", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
