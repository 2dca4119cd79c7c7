package dev.akinai.payment;

import dev.akinai.money.Money;
import java.time.Instant;

/** What a payment provider says of one operation. Immutable records. */
public sealed interface PortAnswer {

  /**
   * The money has moved.
   *
   * @param externalId the provider's id of the transaction
   * @param amount what moved
   * @param at when, on the provider's clock
   */
  record Done(String externalId, Money amount, Instant at) implements PortAnswer {}

  /**
   * It will not move.
   *
   * @param reason the provider's code
   */
  record Declined(String reason) implements PortAnswer {}

  /** The provider knows the operation and has not decided. */
  record Pending() implements PortAnswer {}

  /** The provider has never heard of the key. */
  record NotFound() implements PortAnswer {}

  /** Nobody can say: a time-out, a broken connection. */
  record Unknown() implements PortAnswer {}
}
