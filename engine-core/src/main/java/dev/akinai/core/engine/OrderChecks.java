package dev.akinai.core.engine;

import dev.akinai.core.order.OrderBook;
import dev.akinai.core.payment.PaymentBook;
import dev.akinai.order.Order;
import dev.akinai.payment.Payment;
import dev.akinai.spi.AuditReads;
import dev.akinai.spi.OrderRows.OrderRow;
import dev.akinai.spi.OrderRows.PieceRow;
import dev.akinai.spi.UnitOfWork;
import java.util.Optional;

/** I9, I12 and I13: every fact is told once, money adds up, and rows are what their histories give. Stateless. */
final class OrderChecks {

  private static final int MAX_READINGS = 5;

  private OrderChecks() {}

  static void checkStream(AuditReads.StreamSums sums, Findings findings) {
    String key = sums.stream().toString();
    findings.require("I9", key, "messages", sums.version(), sums.messages());
    findings.require("I9", key, "last sequence", sums.version(), sums.lastSequence());
  }

  /** What was read of one payment while its row stood still. */
  private record PaymentView(Payment row, Optional<Payment> replayed) {
    boolean isOneState(Optional<Payment> after) {
      return after.map(Payment::version).equals(Optional.of(row.version()));
    }
  }

  /** What was read of one order while its row stood still. */
  private record OrderView(
      OrderRow row, Optional<OrderBook.Replayed> replayed, Optional<Payment> payment) {
    boolean isOneState(Optional<OrderRow> after) {
      return after.map(OrderRow::version).equals(Optional.of(row.version()));
    }
  }

  static void checkPayment(UnitOfWork unit, Payment listed, Findings findings) {
    String key = "payment/" + listed.id();
    PaymentView view = readPayment(unit, listed);
    Payment row = view.row();
    findings.requireAtMost(
        "I12",
        key,
        "refunds planned",
        row.captured().minor(),
        row.refundPlanned().minor());
    findings.requireAtMost(
        "I12", key, "refunded", row.refundPlanned().minor(), row.refunded().minor());
    findings.require(
        "I13",
        key,
        "row",
        view.replayed().map(Payment::toString).orElse("no history"),
        row.toString());
  }

  static void checkOrder(UnitOfWork unit, OrderRow listed, Findings findings) {
    String key = "order/" + listed.id();
    OrderView view = readOrder(unit, listed);
    OrderRow row = view.row();
    findings.require(
        "I12", key, "total", row.pieces().stream().mapToLong(PieceRow::net).sum(), row.total());
    findings.requireAtMost("I12", key, "refunded", row.total(), row.refunded());
    findings.require(
        "I13",
        key,
        "row",
        view.replayed().map(each -> each.row().toString()).orElse("no history"),
        row.toString());
    view.replayed().ifPresent(each -> checkMoney(key, each.order(), view.payment(), findings));
  }

  private static void checkMoney(
      String key, Order order, Optional<Payment> payment, Findings findings) {
    long captured = payment.map(each -> each.captured().minor()).orElse(0L);
    findings.require("I12", key, "captured", order.total().minor(), captured);
    long planned = payment.map(each -> each.refundPlanned().minor()).orElse(0L);
    findings.require("I12", key, "refunds planned", order.refunded().minor(), planned);
  }

  /** Rows and histories are written together, so what is read between two equal readings of a row is of one state. */
  private static PaymentView readPayment(UnitOfWork unit, Payment listed) {
    PaymentView view = new PaymentView(listed, PaymentBook.replay(unit, listed.id()));
    for (int tries = 1; tries < MAX_READINGS; tries++) {
      Optional<Payment> after = unit.orders().payment(listed.id());
      if (view.isOneState(after)) {
        return view;
      }
      view = new PaymentView(after.orElse(listed), PaymentBook.replay(unit, listed.id()));
    }
    return view;
  }

  private static OrderView readOrder(UnitOfWork unit, OrderRow listed) {
    OrderView view = view(unit, listed);
    for (int tries = 1; tries < MAX_READINGS; tries++) {
      Optional<OrderRow> after = unit.orders().row(listed.id());
      if (view.isOneState(after)) {
        return view;
      }
      view = view(unit, after.orElse(listed));
    }
    return view;
  }

  private static OrderView view(UnitOfWork unit, OrderRow row) {
    Optional<OrderBook.Replayed> replayed = OrderBook.replayWithRow(unit, row.id());
    Optional<Payment> payment =
        replayed.flatMap(each -> each.order().payment()).flatMap(unit.orders()::payment);
    return new OrderView(row, replayed, payment);
  }
}
