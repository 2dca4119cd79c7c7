package dev.akinai.order;

import dev.akinai.base.Actor;
import dev.akinai.member.MemberId;
import dev.akinai.money.CurrencyCode;
import dev.akinai.money.Money;
import dev.akinai.payment.PaymentId;
import dev.akinai.quota.HoldId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The facts an order's history is made of; an order is what they add up to. Immutable records, also sent to listeners as JSON. */
public sealed interface OrderEvent {

  /**
   * The order was placed, with everything that will ever be computed from it.
   *
   * @param order which order
   * @param group its placement
   * @param at on the engine's clock
   * @param buyer who bought, or empty for a guest
   * @param currency of every amount
   * @param hold the hold that was confirmed
   * @param payment what paid it, or empty if nothing was due
   * @param quoteDigest the quote it was placed with
   * @param rulesetHash the rules that priced it
   * @param pieces what was bought, frozen
   * @param total what was due
   * @param externalRef what another system calls it
   */
  record OrderPlaced(
      OrderId order,
      GroupId group,
      Instant at,
      Optional<MemberId> buyer,
      CurrencyCode currency,
      HoldId hold,
      Optional<PaymentId> payment,
      String quoteDigest,
      String rulesetHash,
      List<Piece> pieces,
      Money total,
      Optional<ExternalRef> externalRef)
      implements OrderEvent {
    /** Copies the pieces. */
    public OrderPlaced {
      pieces = List.copyOf(pieces);
    }
  }

  /**
   * A flow moved; only this changes a state (R-ORD-301).
   *
   * @param flow such as {@code order.payment}
   * @param version the flow's version
   * @param from the state before
   * @param action what was asked for
   * @param to the state after
   * @param stamps milestones reached with it
   * @param actor who asked
   * @param at on the engine's clock
   */
  record FlowMoved(
      String flow,
      int version,
      String from,
      String action,
      String to,
      List<Milestone> stamps,
      Actor actor,
      Instant at)
      implements OrderEvent {
    /** Copies the milestones. */
    public FlowMoved {
      stamps = List.copyOf(stamps);
    }
  }

  /**
   * Units were handed over.
   *
   * @param units which units
   * @param at on the engine's clock
   */
  record UnitsShipped(List<PieceUnits> units, Instant at) implements OrderEvent {}

  /**
   * Units arrived.
   *
   * @param units which units
   * @param at on the engine's clock
   */
  record UnitsDelivered(List<PieceUnits> units, Instant at) implements OrderEvent {}

  /**
   * Units will never be sent; their money goes back.
   *
   * @param refund what goes back, with the units' places
   * @param at on the engine's clock
   */
  record UnitsCancelled(Refund refund, Instant at) implements OrderEvent {}

  /**
   * Delivered units came back; their money goes back.
   *
   * @param refund what goes back, with the units' places
   * @param restocked true if they can be sold again
   * @param at on the engine's clock
   */
  record UnitsReturned(Refund refund, boolean restocked, Instant at) implements OrderEvent {}
}
