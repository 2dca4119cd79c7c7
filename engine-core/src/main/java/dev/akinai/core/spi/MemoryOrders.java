package dev.akinai.core.spi;

import dev.akinai.base.InvalidInputException;
import dev.akinai.base.Page;
import dev.akinai.catalog.SkuId;
import dev.akinai.member.MemberId;
import dev.akinai.order.ExternalRef;
import dev.akinai.order.OrderId;
import dev.akinai.payment.Payment;
import dev.akinai.payment.PaymentId;
import dev.akinai.spi.OrderRows;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Rows of orders and payments, in memory. */
final class MemoryOrders implements OrderRows {

  private final Table<OrderId> refs;
  private final Table<OrderRow> rows;
  private final Table<OrderRow> byNumber;
  private final Table<OrderRow> byBuyer;
  private final Table<Payment> payments;
  private final Table<PaymentId> unfinished;

  MemoryOrders(UnitLog log) {
    this.refs = new Table<>(log);
    this.rows = new Table<>(log);
    this.byNumber = new Table<>(log);
    this.byBuyer = new Table<>(log);
    this.payments = new Table<>(log);
    this.unfinished = new Table<>(log);
  }

  @Override
  public OrderId claim(ExternalRef ref, OrderId order) {
    Optional<OrderId> first = find(ref);
    if (first.isEmpty()) {
      refs.put(refKey(ref), order);
    }
    return first.orElse(order);
  }

  @Override
  public Optional<OrderId> find(ExternalRef ref) {
    return refs.find(refKey(ref));
  }

  @Override
  public void insert(OrderRow row) {
    if (row.version() < 1) {
      throw new InvalidInputException(
          "The version (%d) of an order must be 1 or more. Maybe take its stream's."
              .formatted(row.version()));
    }
    rows.insert(row.id().value(), row, "order");
    byNumber.insert(row.number(), row, "number of an order");
    buyerKey(row).ifPresent(key -> byBuyer.put(key, row));
  }

  @Override
  public boolean update(OrderRow row, long expectedVersion) {
    Optional<OrderRow> before = row(row.id()).filter(stored -> stored.version() == expectedVersion);
    if (before.isEmpty()) {
      return false;
    }
    byNumber.remove(before.get().number());
    buyerKey(before.get()).ifPresent(byBuyer::remove);
    rows.remove(row.id().value());
    insert(row.withPieces(merged(before.get().pieces(), row.pieces())));
    return true;
  }

  private static List<PieceRow> merged(List<PieceRow> stored, List<PieceRow> changed) {
    var byNumber = new TreeMap<Integer, PieceRow>();
    stored.forEach(piece -> byNumber.put(piece.number(), piece));
    changed.forEach(piece -> byNumber.put(piece.number(), piece));
    return List.copyOf(byNumber.values());
  }

  @Override
  public Optional<OrderRow> row(OrderId id) {
    return rows.find(id.value());
  }

  @Override
  public Page<OrderRow> list(Page.Request page) {
    return byNumber.page("", page, Function.identity());
  }

  @Override
  public List<OrderRow> delivered(MemberId buyer, SkuId sku, int limit) {
    var found = new ArrayList<OrderRow>();
    int left = limit;
    Iterator<OrderRow> each = byBuyer.under(Keys.under(buyer.value())).iterator();
    while (left > 0 && each.hasNext()) {
      OrderRow row = each.next();
      List<PieceRow> pieces = row.pieces().stream()
          .filter(piece -> piece.sku().equals(sku) && piece.delivered() > 0)
          .limit(left)
          .toList();
      if (!pieces.isEmpty()) {
        found.add(with(row, pieces));
        left -= pieces.size();
      }
    }
    return List.copyOf(found);
  }

  @Override
  public void put(Payment payment, boolean todo) {
    String key = payment.id().value();
    payments.put(key, payment);
    if (todo) {
      unfinished.put(key, payment.id());
    } else {
      unfinished.remove(key);
    }
  }

  @Override
  public Optional<Payment> payment(PaymentId id) {
    return payments.find(id.value());
  }

  @Override
  public List<PaymentId> paymentsToDo(int limit) {
    return unfinished.all().limit(Math.max(0, limit)).toList();
  }

  Page<Payment> payments(Page.Request page) {
    return payments.page("", page, Function.identity());
  }

  boolean hasToDo() {
    return unfinished.first("").isPresent();
  }

  private static String refKey(ExternalRef ref) {
    return Keys.of(ref.source(), ref.ref());
  }

  private static Optional<String> buyerKey(OrderRow row) {
    return row.buyer().map(buyer -> Keys.of(buyer.value(), row.number()));
  }

  private static OrderRow with(OrderRow row, List<PieceRow> pieces) {
    return new OrderRow(
        row.id(),
        row.number(),
        row.version(),
        row.buyer(),
        row.currency(),
        row.digits(),
        row.placedAt(),
        row.headline(),
        row.total(),
        row.refunded(),
        pieces);
  }
}
