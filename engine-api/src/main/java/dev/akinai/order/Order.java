package dev.akinai.order;

import dev.akinai.member.MemberId;
import dev.akinai.money.CurrencyCode;
import dev.akinai.money.Money;
import dev.akinai.payment.PaymentId;
import dev.akinai.quota.HoldId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One order as it stands. Immutable.
 *
 * @param id which order
 * @param group its placement
 * @param version the number of its facts
 * @param buyer who bought, or empty for a guest
 * @param currency of every amount
 * @param placedAt on the engine's clock
 * @param total what was due
 * @param pieces what was bought, with where the units are
 * @param paymentState in the flow {@code order.payment}
 * @param fulfilmentState in the flow {@code order.fulfilment}
 * @param headline the one word for it
 * @param milestones when each was reached
 * @param hold the hold that was confirmed
 * @param payment what paid it, or empty if nothing was due
 * @param refunds what went or goes back
 * @param quoteDigest the quote it was placed with
 * @param rulesetHash the rules that priced it
 * @param externalRef what another system calls it
 */
public record Order(
    OrderId id,
    GroupId group,
    long version,
    Optional<MemberId> buyer,
    CurrencyCode currency,
    Instant placedAt,
    Money total,
    List<OrderPiece> pieces,
    String paymentState,
    String fulfilmentState,
    Headline headline,
    Map<Milestone, Instant> milestones,
    HoldId hold,
    Optional<PaymentId> payment,
    List<Refund> refunds,
    String quoteDigest,
    String rulesetHash,
    Optional<ExternalRef> externalRef) {

  /** Copies the collections. */
  public Order {
    pieces = List.copyOf(pieces);
    milestones = Map.copyOf(milestones);
    refunds = List.copyOf(refunds);
  }

  /**
   * What went or goes back.
   *
   * @return the sum of all refunds
   */
  public Money refunded() {
    return refunds.stream().map(Refund::amount).reduce(Money.zero(currency), Money::plus);
  }
}
