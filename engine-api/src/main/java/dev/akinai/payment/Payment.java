package dev.akinai.payment;

import dev.akinai.money.Money;
import java.util.Optional;

/**
 * One payment as it stands. Immutable.
 *
 * @param id which payment
 * @param provider whose
 * @param state where the capture stands
 * @param amount what was asked for
 * @param captured what came in
 * @param refundPlanned what shall go back; owed stays visible until it is refunded
 * @param refunded what went back, at most {@code refundPlanned}, which is at most {@code captured}
 * @param usedBy the order group that it pays, or empty
 * @param version raised with each fact
 */
public record Payment(
    PaymentId id,
    String provider,
    State state,
    Money amount,
    Money captured,
    Money refundPlanned,
    Money refunded,
    Optional<String> usedBy,
    long version) {

  /** Where a capture stands. */
  public enum State {
    /** Written down, and perhaps asked for: nobody can say yet. */
    INTENDED,
    /** The provider has it and has not decided. */
    PENDING,
    /** Nobody can say; it is being enquired. */
    UNKNOWN,
    /** The money is in. */
    CAPTURED,
    /** The money will not come. */
    DECLINED
  }
}
