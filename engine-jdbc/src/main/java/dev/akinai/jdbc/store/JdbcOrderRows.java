package dev.akinai.jdbc.store;

import static dev.akinai.jdbc.generated.Tables.AK_EXTERNAL_REF;
import static dev.akinai.jdbc.generated.Tables.AK_ORDER;
import static dev.akinai.jdbc.generated.Tables.AK_ORDER_PIECE;
import static dev.akinai.jdbc.generated.Tables.AK_PAYMENT;

import dev.akinai.base.Page;
import dev.akinai.catalog.SkuId;
import dev.akinai.jdbc.generated.tables.records.AkExternalRefRecord;
import dev.akinai.jdbc.generated.tables.records.AkOrderPieceRecord;
import dev.akinai.jdbc.generated.tables.records.AkOrderRecord;
import dev.akinai.member.MemberId;
import dev.akinai.order.ExternalRef;
import dev.akinai.order.OrderId;
import dev.akinai.payment.Payment;
import dev.akinai.payment.PaymentId;
import dev.akinai.spi.OrderRows;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;

/** Orders, their pieces and payments in tables. For one thread. */
final class JdbcOrderRows implements OrderRows {

  private final StoreScope scope;

  JdbcOrderRows(StoreScope scope) {
    this.scope = scope;
  }

  @Override
  public OrderId claim(ExternalRef ref, OrderId order) {
    var row = new AkExternalRefRecord(scope.shop(), ref.source(), ref.ref(), order.value());
    if (scope.insertOnce(AK_EXTERNAL_REF, row)) {
      return order;
    }
    // locked, so that a host's older snapshot does not hide the first claim
    return scope
        .dsl()
        .select(AK_EXTERNAL_REF.STREAM_ID)
        .from(AK_EXTERNAL_REF)
        .where(is(ref))
        .forUpdate()
        .fetchSingle(found -> new OrderId(found.value1()));
  }

  @Override
  public Optional<OrderId> find(ExternalRef ref) {
    return scope
        .dsl()
        .select(AK_EXTERNAL_REF.STREAM_ID)
        .from(AK_EXTERNAL_REF)
        .where(is(ref))
        .fetchOptional(found -> new OrderId(found.value1()));
  }

  private Condition is(ExternalRef ref) {
    return AK_EXTERNAL_REF
        .SHOP
        .eq(scope.shop())
        .and(AK_EXTERNAL_REF.SOURCE.eq(ref.source()))
        .and(AK_EXTERNAL_REF.REF.eq(ref.ref()));
  }

  @Override
  public void insert(OrderRow row) {
    scope.insertAll(AK_ORDER, List.of(OrderRecords.order(scope.shop(), row)));
    scope.insertAll(AK_ORDER_PIECE, pieces(row));
  }

  private List<AkOrderPieceRecord> pieces(OrderRow row) {
    return row.pieces().stream()
        .sorted(Comparator.comparingInt(PieceRow::number))
        .map(piece -> OrderRecords.piece(scope.shop(), row, piece))
        .toList();
  }

  @Override
  public boolean update(OrderRow row, long expectedVersion) {
    AkOrderRecord next = OrderRecords.order(scope.shop(), row);
    int updated = scope
        .dsl()
        .update(AK_ORDER)
        .set(AK_ORDER.VER, next.getVer())
        .set(AK_ORDER.HEADLINE, next.getHeadline())
        .set(AK_ORDER.TOTAL, next.getTotal())
        .set(AK_ORDER.REFUNDED, next.getRefunded())
        .where(AK_ORDER.SHOP.eq(scope.shop()))
        .and(AK_ORDER.ORDER_ID.eq(next.getOrderId()))
        .and(AK_ORDER.VER.eq(expectedVersion))
        .execute();
    if (updated == 0) {
      return false;
    }
    updatePieces(row);
    return true;
  }

  private void updatePieces(OrderRow row) {
    var update = scope
        .dsl()
        .update(AK_ORDER_PIECE)
        .set(AK_ORDER_PIECE.SHIPPED, 0L)
        .set(AK_ORDER_PIECE.DELIVERED, 0L)
        .set(AK_ORDER_PIECE.CANCELLED, 0L)
        .set(AK_ORDER_PIECE.RETURNED, 0L)
        .where(AK_ORDER_PIECE.SHOP.eq(""))
        .and(AK_ORDER_PIECE.ORDER_ID.eq(""))
        .and(AK_ORDER_PIECE.PIECE_NO.eq(0));
    scope.batch(update, row.pieces().stream().map(piece -> counters(row, piece)).toList());
  }

  private Object[] counters(OrderRow row, PieceRow piece) {
    return new Object[] {
      piece.shipped(),
      piece.delivered(),
      piece.cancelled(),
      piece.returned(),
      scope.shop(),
      row.id().value(),
      piece.number()
    };
  }

  @Override
  public Optional<OrderRow> row(OrderId id) {
    var asked = scope
        .dsl()
        .selectFrom(AK_ORDER)
        .where(AK_ORDER.SHOP.eq(scope.shop()))
        .and(AK_ORDER.ORDER_ID.eq(id.value()))
        .asTable(AK_ORDER);
    return OrderRecords.read(scope, asked).stream().findFirst();
  }

  @Override
  public Page<OrderRow> list(Page.Request page) {
    var asked = scope
        .dsl()
        .selectFrom(AK_ORDER)
        .where(AK_ORDER.SHOP.eq(scope.shop()))
        .and(Keys.after(AK_ORDER.ORDER_NUMBER, page))
        .orderBy(AK_ORDER.ORDER_NUMBER)
        .limit(page.size() + 1)
        .asTable(AK_ORDER);
    return PageKeys.page(OrderRecords.read(scope, asked), page.size(), OrderRow::number);
  }

  @Override
  public List<OrderRow> delivered(MemberId buyer, SkuId sku, int limit) {
    return OrderRecords.fold(scope
        .dsl()
        .select(AK_ORDER.fields())
        .select(AK_ORDER_PIECE.fields())
        .from(AK_ORDER_PIECE)
        .join(AK_ORDER)
        .on(AK_ORDER.SHOP.eq(AK_ORDER_PIECE.SHOP))
        .and(AK_ORDER.ORDER_ID.eq(AK_ORDER_PIECE.ORDER_ID))
        .where(AK_ORDER_PIECE.SHOP.eq(scope.shop()))
        .and(AK_ORDER_PIECE.BUYER.eq(buyer.value()))
        .and(AK_ORDER_PIECE.SKU.eq(sku.value()))
        .and(AK_ORDER_PIECE.DELIVERED.gt(0L))
        .orderBy(AK_ORDER_PIECE.ORDER_NUMBER, AK_ORDER_PIECE.PIECE_NO)
        .limit(limit)
        .fetch());
  }

  @Override
  public void put(Payment payment, boolean todo) {
    Upserts.put(
        scope,
        AK_PAYMENT,
        List.of(PaymentRecords.row(scope.shop(), payment, todo)),
        PaymentRecords.CHANGES);
  }

  @Override
  public Optional<Payment> payment(PaymentId id) {
    return scope
        .dsl()
        .selectFrom(AK_PAYMENT)
        .where(AK_PAYMENT.SHOP.eq(scope.shop()))
        .and(AK_PAYMENT.PAYMENT_ID.eq(id.value()))
        .fetchOptional(PaymentRecords::payment);
  }

  @Override
  public List<PaymentId> paymentsToDo(int limit) {
    return scope
        .dsl()
        .select(AK_PAYMENT.PAYMENT_ID)
        .from(AK_PAYMENT)
        .where(AK_PAYMENT.TODO.eq(PaymentRecords.WORK))
        .and(AK_PAYMENT.SHOP.eq(scope.shop()))
        .limit(limit)
        .fetch(row -> new PaymentId(row.value1()));
  }
}
