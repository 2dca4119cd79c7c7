package dev.akinai.core.order;

import dev.akinai.base.Actor;
import dev.akinai.base.RequestKey;
import dev.akinai.core.base.RefusedInside;
import dev.akinai.money.Money;
import dev.akinai.money.Split;
import dev.akinai.order.Flow;
import dev.akinai.order.OrderEvent;
import dev.akinai.order.OrderRefusal;
import dev.akinai.order.Piece;
import dev.akinai.order.PieceUnits;
import dev.akinai.order.Refund;
import dev.akinai.order.ReturnUnits;
import dev.akinai.order.SpanValue;
import dev.akinai.pricing.Quote;
import dev.akinai.pricing.QuotePiece;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides what a command makes of an order: facts in, facts out, nothing asked and nothing written. Each decision also moves the order's
 * state, so that the next one sees it. For one command and thread.
 */
final class Decisions {

  private final OrderState state;
  private final Actor actor;
  private final Instant at;
  private final List<OrderEvent> facts = new ArrayList<>();

  Decisions(OrderState state, Actor actor, Instant at) {
    this.state = state;
    this.actor = actor;
    this.at = at;
  }

  List<OrderEvent> facts() {
    return facts;
  }

  /** Freezes a quote's pieces; the points are split over them once, by what was paid. */
  static List<Piece> freeze(Quote quote) {
    long[] points = Split.largestRemainder(quote.points(), weights(quote));
    var pieces = new ArrayList<Piece>();
    for (QuotePiece piece : quote.pieces()) {
      int index = pieces.size();
      pieces.add(new Piece(
          index + 1,
          piece.line(),
          piece.sku(),
          piece.title(),
          piece.tracked(),
          piece.quantity(),
          piece.list(),
          piece.net(),
          piece.shares(),
          points[index]));
    }
    return pieces;
  }

  /** What was paid; or the units, where nothing was. */
  private static long[] weights(Quote quote) {
    boolean free = quote.pieces().stream().allMatch(piece -> piece.net().isZero());
    return quote.pieces().stream()
        .mapToLong(piece -> free ? piece.quantity() : piece.net().minor())
        .toArray();
  }

  void place(OrderEvent.OrderPlaced placed) {
    add(placed);
    followUp();
  }

  void ship(List<PieceUnits> units) {
    requireState("ship", "RELEASED", "PART_SHIPPED");
    for (PieceUnits each : units) {
      requireUnits(
          each,
          each.piece() > state.units().size() || each.piece() < 1
              ? 0
              : state.units().get(each.piece() - 1).open());
    }
    add(new OrderEvent.UnitsShipped(units, at));
    followUp();
  }

  void shipAll() {
    requireState("ship", "RELEASED", "PART_SHIPPED");
    ship(state.units().stream()
        .filter(each -> each.open() > 0)
        .map(each -> new PieceUnits(each.piece.number(), each.open()))
        .toList());
  }

  void deliverAll() {
    requireState("deliver", "SHIPPED", "PART_SHIPPED");
    List<PieceUnits> onTheWay = state.units().stream()
        .filter(each -> each.shipped > 0)
        .map(each -> new PieceUnits(each.piece.number(), each.shipped))
        .toList();
    if (onTheWay.isEmpty()) {
      throw notAllowed("deliver", state.fulfilmentState(), List.of("someOnTheWay"));
    }
    add(new OrderEvent.UnitsDelivered(onTheWay, at));
    followUp();
  }

  void complete() {
    move(OrderFlows.FULFILMENT, "complete");
  }

  Refund cancel(String reason, RequestKey request) {
    move(OrderFlows.PAYMENT, "cancel");
    List<PieceUnits> all = state.units().stream()
        .map(each -> new PieceUnits(each.piece.number(), each.piece.quantity()))
        .toList();
    Refund refund = refund(all, reason, request);
    add(new OrderEvent.UnitsCancelled(refund, at));
    followUp();
    return refund;
  }

  Refund takeBack(ReturnUnits command, RequestKey request) {
    for (PieceUnits each : command.units()) {
      requireUnits(
          each,
          each.piece() > state.units().size() || each.piece() < 1
              ? 0
              : state.units().get(each.piece() - 1).delivered);
    }
    Refund refund = refund(command.units(), command.reason(), request);
    add(new OrderEvent.UnitsReturned(refund, command.restock(), at));
    return refund;
  }

  /** The first living units of each piece, with what exactly they carry. */
  private Refund refund(List<PieceUnits> units, String reason, RequestKey request) {
    var spans = new ArrayList<Refund.Span>();
    Money amount = Money.zero(state.placed().currency());
    long points = 0;
    for (PieceUnits each : units) {
      OrderState.Units piece = state.units().get(each.piece() - 1);
      long from = piece.cancelled + piece.returned;
      SpanValue value = piece.piece.between(from, from + each.quantity());
      spans.add(new Refund.Span(each.piece(), from, from + each.quantity(), value));
      amount = amount.plus(value.net());
      points += value.points();
    }
    return new Refund(state.refunds().size() + 1, request.value(), reason, spans, amount, points);
  }

  private void move(Flow flow, String action) {
    String from = flow.equals(OrderFlows.PAYMENT) ? state.paymentState() : state.fulfilmentState();
    Flow.Move move = flow.find(from, action).orElseThrow(() -> notAllowed(action, from, List.of()));
    List<String> blocked = OrderFlows.blockedBy(move, state);
    if (!blocked.isEmpty()) {
      throw notAllowed(action, from, blocked);
    }
    add(moved(flow, move));
  }

  /** What the engine does by itself after every change, until nothing more follows. */
  private void followUp() {
    boolean moved = true;
    for (int steps = 0; moved && steps < 100; steps++) {
      moved = followUp(OrderFlows.PAYMENT, state.paymentState())
          || followUp(OrderFlows.FULFILMENT, state.fulfilmentState());
    }
  }

  private boolean followUp(Flow flow, String from) {
    for (Flow.Move move : flow.movesFrom(from)) {
      if (OrderFlows.BY_ENGINE.contains(move.action())
          && OrderFlows.blockedBy(move, state).isEmpty()) {
        add(moved(flow, move));
        return true;
      }
    }
    return false;
  }

  private OrderEvent moved(Flow flow, Flow.Move move) {
    return new OrderEvent.FlowMoved(
        flow.name(),
        flow.version(),
        move.from(),
        move.action(),
        move.to(),
        move.stamps(),
        actor,
        at);
  }

  private void add(OrderEvent fact) {
    facts.add(fact);
    state.evolve(fact);
  }

  private void requireState(String action, String... allowed) {
    if (!List.of(allowed).contains(state.fulfilmentState())) {
      throw notAllowed(action, state.fulfilmentState(), List.of());
    }
  }

  private void requireUnits(PieceUnits asked, long available) {
    if (asked.quantity() > available) {
      throw RefusedInside.because(
          new OrderRefusal.NotEnoughUnits(state.id(), asked.piece(), asked.quantity(), available));
    }
  }

  private RefusedInside notAllowed(String action, String from, List<String> blockedBy) {
    return RefusedInside.because(
        new OrderRefusal.MoveNotAllowed(state.id(), action, from, blockedBy));
  }
}
