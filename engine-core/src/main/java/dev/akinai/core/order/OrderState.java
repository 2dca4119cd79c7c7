package dev.akinai.core.order;

import dev.akinai.member.MemberId;
import dev.akinai.money.Money;
import dev.akinai.order.Headline;
import dev.akinai.order.Milestone;
import dev.akinai.order.Order;
import dev.akinai.order.OrderEvent;
import dev.akinai.order.OrderId;
import dev.akinai.order.OrderPiece;
import dev.akinai.order.Piece;
import dev.akinai.order.PieceUnits;
import dev.akinai.order.Refund;
import dev.akinai.payment.PaymentId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An order as its facts add up; evolving it is pure and asks nobody. For one thread. */
final class OrderState {

  /** Where one piece's units are. */
  static final class Units {
    final Piece piece;
    long shipped;
    long delivered;
    long cancelled;
    long returned;

    Units(Piece piece) {
      this.piece = piece;
    }

    long open() {
      return view().open();
    }

    OrderPiece view() {
      return new OrderPiece(piece, shipped, delivered, cancelled, returned);
    }
  }

  private final List<Units> units = new ArrayList<>();
  private final List<Refund> refunds = new ArrayList<>();
  private final Map<Milestone, Instant> milestones = new EnumMap<>(Milestone.class);
  private Optional<OrderEvent.OrderPlaced> placed = Optional.empty();
  private String paymentState = OrderFlows.PAYMENT.start();
  private String fulfilmentState = OrderFlows.FULFILMENT.start();
  private long version;

  static OrderState of(List<OrderEvent> facts) {
    var state = new OrderState();
    facts.forEach(state::evolve);
    return state;
  }

  void evolve(OrderEvent fact) {
    version++;
    if (fact instanceof OrderEvent.OrderPlaced event) {
      placed = Optional.of(event);
      event.pieces().forEach(piece -> units.add(new Units(piece)));
      milestones.putIfAbsent(Milestone.PLACED, event.at());
    } else if (fact instanceof OrderEvent.FlowMoved moved) {
      move(moved);
    } else {
      moveUnits(fact);
    }
  }

  private void move(OrderEvent.FlowMoved moved) {
    if (moved.flow().equals(OrderFlows.PAYMENT.name())) {
      paymentState = moved.to();
    } else {
      fulfilmentState = moved.to();
    }
    moved.stamps().forEach(stamp -> milestones.putIfAbsent(stamp, moved.at()));
  }

  private void moveUnits(OrderEvent fact) {
    if (fact instanceof OrderEvent.UnitsShipped event) {
      event.units().forEach(each -> unitsOf(each).shipped += each.quantity());
    } else if (fact instanceof OrderEvent.UnitsDelivered event) {
      event.units().forEach(each -> deliver(unitsOf(each), each.quantity()));
    } else if (fact instanceof OrderEvent.UnitsCancelled event) {
      refunds.add(event.refund());
      event
          .refund()
          .spans()
          .forEach(span -> units.get(span.piece() - 1).cancelled += span.to() - span.from());
    } else if (fact instanceof OrderEvent.UnitsReturned event) {
      refunds.add(event.refund());
      event
          .refund()
          .spans()
          .forEach(span -> takeBack(units.get(span.piece() - 1), span.to() - span.from()));
    }
  }

  private static void deliver(Units piece, long quantity) {
    piece.shipped -= quantity;
    piece.delivered += quantity;
  }

  private static void takeBack(Units piece, long quantity) {
    piece.delivered -= quantity;
    piece.returned += quantity;
  }

  private Units unitsOf(PieceUnits named) {
    return units.get(named.piece() - 1);
  }

  OrderEvent.OrderPlaced placed() {
    return placed.orElseThrow();
  }

  OrderId id() {
    return placed().order();
  }

  Money total() {
    return placed().total();
  }

  Optional<PaymentId> payment() {
    return placed().payment();
  }

  Optional<MemberId> buyer() {
    return placed().buyer();
  }

  List<Units> units() {
    return units;
  }

  List<Refund> refunds() {
    return refunds;
  }

  String paymentState() {
    return paymentState;
  }

  String fulfilmentState() {
    return fulfilmentState;
  }

  long version() {
    return version;
  }

  boolean has(Milestone milestone) {
    return milestones.containsKey(milestone);
  }

  long open() {
    return units.stream().mapToLong(Units::open).sum();
  }

  long onTheWay() {
    return units.stream().mapToLong(each -> each.shipped).sum();
  }

  /** Units that ever left, wherever they are now. */
  long shippedEver() {
    return units.stream()
        .mapToLong(each -> each.shipped + each.delivered + each.returned)
        .sum();
  }

  Money refunded() {
    return refunds.stream()
        .map(Refund::amount)
        .reduce(Money.zero(placed().currency()), Money::plus);
  }

  Headline headline() {
    long bought = units.stream().mapToLong(each -> each.piece.quantity()).sum();
    long returned = units.stream().mapToLong(each -> each.returned).sum();
    long cancelled = units.stream().mapToLong(each -> each.cancelled).sum();
    if (paymentState.equals("CLOSED") || cancelled == bought) {
      return Headline.CANCELLED;
    }
    if (paymentState.equals("OPEN")) {
      return Headline.AWAITING_PAYMENT;
    }
    return returned > 0 && returned + cancelled == bought ? Headline.RETURNED : ofFulfilment();
  }

  private Headline ofFulfilment() {
    return switch (fulfilmentState) {
      case "COMPLETED" -> Headline.COMPLETED;
      case "DELIVERED" -> Headline.DELIVERED;
      case "SHIPPED" -> Headline.SHIPPED;
      case "PART_SHIPPED" -> Headline.PART_SHIPPED;
      default -> Headline.PROCESSING;
    };
  }

  Order view() {
    OrderEvent.OrderPlaced fact = placed();
    return new Order(
        fact.order(),
        fact.group(),
        version,
        fact.buyer(),
        fact.currency(),
        fact.at(),
        fact.total(),
        units.stream().map(Units::view).toList(),
        paymentState,
        fulfilmentState,
        headline(),
        milestones,
        fact.hold(),
        fact.payment(),
        refunds,
        fact.quoteDigest(),
        fact.rulesetHash(),
        fact.externalRef());
  }
}
