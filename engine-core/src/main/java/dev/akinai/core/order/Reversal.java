package dev.akinai.core.order;

import dev.akinai.base.CallContext;
import dev.akinai.core.base.Door;
import dev.akinai.core.ledger.LotKeeper;
import dev.akinai.core.payment.PaymentBook;
import dev.akinai.core.points.PointsService;
import dev.akinai.core.quota.HoldKeeper;
import dev.akinai.core.stock.StockService;
import dev.akinai.location.LocationId;
import dev.akinai.order.OrderId;
import dev.akinai.order.Refund;
import dev.akinai.order.ReturnUnits;
import dev.akinai.payment.PaymentId;
import dev.akinai.quota.Hold;
import dev.akinai.spi.UnitOfWork;
import dev.akinai.stock.Movement;
import dev.akinai.stock.StockLine;
import java.util.List;
import java.util.Optional;

/** Takes units back out of an order: their money is planned to go back, their points are clawed back, their goods can be sold again. Stateless. */
public final class Reversal {

  private final Door door;
  private final OrderBook book;
  private final HoldKeeper holds;
  private final PaymentBook payments;
  private final LotKeeper points;

  /** Reversals on the storage's primitives. */
  public Reversal(
      Door door, OrderBook book, HoldKeeper holds, PaymentBook payments, LotKeeper points) {
    this.door = door;
    this.book = book;
    this.holds = holds;
    this.payments = payments;
    this.points = points;
  }

  /** What came of a return. */
  record Returned(Refund refund, Optional<PaymentId> payment) {}

  OrderState cancel(UnitOfWork unit, OrderId id, String reason, CallContext call) {
    OrderState state = OrderBook.require(unit, id);
    var decisions = new Decisions(state, call.actor(), door.now());
    Refund refund = decisions.cancel(reason, call.requestKey());
    book.write(unit, state, decisions.facts());
    Hold hold = unit.holds().lock(state.placed().hold()).orElseThrow();
    if (!holds.giveBackAll(unit, hold)) {
      throw new IllegalStateException(
          "The hold (%s) of order %s must be confirmed. Maybe it was changed by hand."
              .formatted(hold.id(), id));
    }
    reverse(unit, state, refund);
    return state;
  }

  Returned takeBack(UnitOfWork unit, ReturnUnits command, CallContext call) {
    OrderState state = OrderBook.require(unit, command.order());
    var decisions = new Decisions(state, call.actor(), door.now());
    Refund refund = decisions.takeBack(command, call.requestKey());
    book.write(unit, state, decisions.facts());
    if (command.restock()) {
      restock(unit, state, refund);
    }
    reverse(unit, state, refund);
    return new Returned(refund, state.payment());
  }

  /** The refund that an earlier success gave. */
  Returned find(UnitOfWork unit, OrderId id, String request) {
    OrderState state = OrderBook.require(unit, id);
    Refund refund = state.refunds().stream()
        .filter(each -> each.request().equals(request))
        .findFirst()
        .orElseThrow();
    return new Returned(refund, state.payment());
  }

  private void reverse(UnitOfWork unit, OrderState state, Refund refund) {
    if (refund.amount().isPositive()) {
      payments.planRefund(unit, state.payment().orElseThrow(), refund.amount(), refund.reason());
    }
    state
        .buyer()
        .map(PointsService::account)
        .ifPresent(account -> points.clawBack(
            unit,
            account,
            "claw:" + state.id() + ":" + refund.number(),
            Placement.earnKey(state),
            refund.points(),
            "order:" + state.id()));
  }

  private void restock(UnitOfWork unit, OrderState state, Refund refund) {
    List<StockLine> goods = refund.spans().stream()
        .filter(span -> state.units().get(span.piece() - 1).piece.tracked())
        .map(span ->
            new StockLine(state.units().get(span.piece() - 1).piece.sku(), span.to() - span.from()))
        .toList();
    if (!goods.isEmpty()) {
      String ref = "return:" + state.id() + ":" + refund.number();
      StockService.book(
          unit, new Movement(Movement.Kind.RETURN, LocationId.MAIN, goods, ref), door.newId());
    }
  }
}
