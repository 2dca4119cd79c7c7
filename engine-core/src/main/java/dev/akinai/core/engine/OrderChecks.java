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

  private OrderChecks() {}

  static void checkStream(AuditReads.StreamSums sums, Findings findings) {
    String key = sums.stream().toString();
    findings.require("I9", key, "messages", sums.version(), sums.messages());
    findings.require("I9", key, "last sequence", sums.version(), sums.lastSequence());
  }

  static void checkPayment(UnitOfWork unit, Payment row, Findings findings) {
    String key = "payment/" + row.id();
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
        PaymentBook.replay(unit, row.id()).map(Payment::toString).orElse("no history"),
        row.toString());
  }

  static void checkOrder(UnitOfWork unit, OrderRow row, Findings findings) {
    String key = "order/" + row.id();
    findings.require(
        "I12", key, "total", row.pieces().stream().mapToLong(PieceRow::net).sum(), row.total());
    findings.requireAtMost("I12", key, "refunded", row.total(), row.refunded());
    findings.require(
        "I13",
        key,
        "row",
        OrderBook.replayRow(unit, row.id()).map(OrderRow::toString).orElse("no history"),
        row.toString());
    OrderBook.replay(unit, row.id()).ifPresent(order -> checkMoney(unit, key, order, findings));
  }

  private static void checkMoney(UnitOfWork unit, String key, Order order, Findings findings) {
    Optional<Payment> payment = order.payment().flatMap(unit.orders()::payment);
    long captured = payment.map(each -> each.captured().minor()).orElse(0L);
    findings.require("I12", key, "captured", order.total().minor(), captured);
    long planned = payment.map(each -> each.refundPlanned().minor()).orElse(0L);
    findings.require("I12", key, "refunds planned", order.refunded().minor(), planned);
  }
}
