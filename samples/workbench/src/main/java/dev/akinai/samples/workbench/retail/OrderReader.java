package dev.akinai.samples.workbench.retail;

import dev.akinai.base.Page;
import dev.akinai.base.ShopId;
import dev.akinai.engine.Commerce;
import dev.akinai.order.ExternalRef;
import dev.akinai.order.Order;
import dev.akinai.order.OrderPiece;
import dev.akinai.order.Piece;
import dev.akinai.order.Refund;
import java.util.Optional;

/** Reads every order back from the engine, page by page, and adds up what was bought and what was refunded. For one thread. */
final class OrderReader {

  private static final int PAGE = 100;

  private final RetailTotals totals;
  private long orders;
  private long guestPieces;
  private long goodsMoved;
  private long refundedUnits;
  private long refundedAmount;

  OrderReader(RetailTotals totals) {
    this.totals = totals;
  }

  void read(Commerce shop, ShopId id) {
    Optional<Page.Request> next = Optional.of(Page.Request.first(PAGE));
    while (next.isPresent()) {
      Page<Order> page = shop.orders().list(id, next.get());
      page.items().forEach(this::add);
      next = page.next().map(next.get()::after);
    }
  }

  private void add(Order order) {
    orders++;
    String invoice = SalesDesk.invoice(
        order.externalRef().map(ExternalRef::ref).orElse(order.id().value()));
    String month = order.placedAt().toString().substring(0, 7);
    for (OrderPiece each : order.pieces()) {
      Piece piece = each.piece();
      LineKind kind = piece.list().isPositive() ? LineKind.SALE : LineKind.ZERO_PRICE_LINE;
      totals.add(kind, invoice, month, 1, piece.quantity(), piece.net().minor());
      guestPieces += order.buyer().isEmpty() ? 1 : 0;
      goodsMoved += piece.tracked() ? 1 : 0;
    }
    order.refunds().forEach(this::add);
  }

  private void add(Refund refund) {
    ReturnsDesk.Request request = ReturnsDesk.Request.of(refund);
    long units =
        refund.spans().stream().mapToLong(span -> span.to() - span.from()).sum();
    refundedUnits += units;
    refundedAmount += refund.amount().minor();
    // its lines were counted by the reader: one line of the file may be several refunds
    totals.add(
        LineKind.CANCELLATION,
        request.invoice(),
        request.month(),
        0,
        -units,
        -refund.amount().minor());
  }

  long orders() {
    return orders;
  }

  long guestPieces() {
    return guestPieces;
  }

  long goodsMoved() {
    return goodsMoved;
  }

  long refundedUnits() {
    return refundedUnits;
  }

  long refundedAmount() {
    return refundedAmount;
  }
}
