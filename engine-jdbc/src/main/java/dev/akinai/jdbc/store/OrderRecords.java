package dev.akinai.jdbc.store;

import static dev.akinai.jdbc.generated.Tables.AK_ORDER;
import static dev.akinai.jdbc.generated.Tables.AK_ORDER_PIECE;

import dev.akinai.catalog.SkuId;
import dev.akinai.jdbc.generated.tables.records.AkOrderPieceRecord;
import dev.akinai.jdbc.generated.tables.records.AkOrderRecord;
import dev.akinai.member.MemberId;
import dev.akinai.order.OrderId;
import dev.akinai.spi.OrderRows.OrderRow;
import dev.akinai.spi.OrderRows.PieceRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.Table;

/** Orders with their pieces as rows, and back. Stateless. */
final class OrderRecords {

  private OrderRecords() {}

  static AkOrderRecord order(String shop, OrderRow row) {
    return new AkOrderRecord(
        shop,
        row.id().value(),
        row.number(),
        row.version(),
        row.buyer().map(MemberId::value).orElse(null),
        row.currency(),
        row.digits(),
        row.placedAt(),
        row.headline(),
        row.total(),
        row.refunded());
  }

  static AkOrderPieceRecord piece(String shop, OrderRow row, PieceRow piece) {
    return new AkOrderPieceRecord(
        shop,
        row.id().value(),
        piece.number(),
        row.number(),
        row.buyer().map(MemberId::value).orElse(null),
        piece.sku().value(),
        piece.quantity(),
        piece.list(),
        piece.net(),
        piece.shipped(),
        piece.delivered(),
        piece.cancelled(),
        piece.returned());
  }

  /** The orders asked for with their pieces, by one statement, by number. */
  static List<OrderRow> read(StoreScope scope, Table<AkOrderRecord> asked) {
    return fold(scope
        .dsl()
        .select(asked.fields())
        .select(AK_ORDER_PIECE.fields())
        .from(asked)
        .leftJoin(AK_ORDER_PIECE)
        .on(AK_ORDER_PIECE.SHOP.eq(scope.shop()))
        .and(AK_ORDER_PIECE.ORDER_ID.eq(asked.field(AK_ORDER.ORDER_ID)))
        .orderBy(asked.field(AK_ORDER.ORDER_NUMBER), AK_ORDER_PIECE.PIECE_NO)
        .fetch());
  }

  /** One order for each id, in the order of the rows. */
  static List<OrderRow> fold(Result<Record> rows) {
    var groups = new LinkedHashMap<>(rows.intoGroups(AK_ORDER.ORDER_ID));
    return groups.values().stream().map(OrderRecords::orderRow).toList();
  }

  private static OrderRow orderRow(Result<Record> rows) {
    AkOrderRecord row = rows.get(0).into(AK_ORDER);
    return new OrderRow(
        new OrderId(row.getOrderId()),
        row.getOrderNumber(),
        row.getVer(),
        Optional.ofNullable(row.getBuyer()).map(MemberId::new),
        row.getCurrency(),
        row.getDigits(),
        row.getPlacedAt(),
        row.getHeadline(),
        row.getTotal(),
        row.getRefunded(),
        rows.stream()
            .filter(each -> each.get(AK_ORDER_PIECE.PIECE_NO) != null)
            .map(OrderRecords::pieceRow)
            .toList());
  }

  private static PieceRow pieceRow(Record row) {
    return new PieceRow(
        row.get(AK_ORDER_PIECE.PIECE_NO),
        new SkuId(row.get(AK_ORDER_PIECE.SKU)),
        row.get(AK_ORDER_PIECE.QUANTITY),
        row.get(AK_ORDER_PIECE.LIST_AMOUNT),
        row.get(AK_ORDER_PIECE.NET_AMOUNT),
        row.get(AK_ORDER_PIECE.SHIPPED),
        row.get(AK_ORDER_PIECE.DELIVERED),
        row.get(AK_ORDER_PIECE.CANCELLED),
        row.get(AK_ORDER_PIECE.RETURNED));
  }
}
