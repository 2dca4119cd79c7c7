package dev.akinai.core.payment;

import dev.akinai.money.Money;
import java.time.Instant;
import java.util.Optional;

/** The facts a payment's history is made of. Immutable records. */
public sealed interface PaymentEvent {

  /** The capture is about to be asked for. */
  record CaptureIntended(String provider, Money amount, Instant at) implements PaymentEvent {}

  /** What the provider said of the capture. */
  record CaptureAnswered(
      Answer answer, Optional<String> externalId, Optional<String> reason, Instant at)
      implements PaymentEvent {}

  /** The payment pays a placement. */
  record PaymentUsed(String group, Instant at) implements PaymentEvent {}

  /** Money shall go back; the number names the operation. */
  record RefundPlanned(int number, Money amount, String reason, Instant at)
      implements PaymentEvent {}

  /** What the provider said of a refund. */
  record RefundAnswered(
      int number, Answer answer, Optional<String> externalId, Optional<String> reason, Instant at)
      implements PaymentEvent {}

  /** The answers that are written down. */
  enum Answer {
    /** The money has moved. */
    DONE,
    /** It will not move. */
    DECLINED,
    /** The provider has not decided. */
    PENDING,
    /** Nobody can say. */
    UNKNOWN
  }
}
