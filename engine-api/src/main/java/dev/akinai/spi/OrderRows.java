package dev.akinai.spi;

import dev.akinai.base.Api;
import dev.akinai.base.Page;
import dev.akinai.catalog.SkuId;
import dev.akinai.member.MemberId;
import dev.akinai.order.ExternalRef;
import dev.akinai.order.OrderId;
import dev.akinai.payment.Payment;
import dev.akinai.payment.PaymentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Rows of orders and payments for queries; the truth is their stream, which is appended to in the same unit (I13). */
@Api(Api.Use.IMPLEMENT)
public interface OrderRows {

  /**
   * One order as a row. Immutable.
   *
   * @param id which order
   * @param number its place in the shop's listing: the instant of placing in microseconds, then the id
   * @param version of its stream
   * @param buyer who bought, or empty
   * @param currency ISO code
   * @param digits minor digits of the currency
   * @param placedAt on the engine's clock
   * @param headline the one word for it
   * @param total in minor units
   * @param refunded in minor units
   * @param pieces one row each
   */
  record OrderRow(
      OrderId id,
      String number,
      long version,
      Optional<MemberId> buyer,
      String currency,
      int digits,
      Instant placedAt,
      String headline,
      long total,
      long refunded,
      List<PieceRow> pieces) {
    /** Copies the pieces. */
    public OrderRow {
      pieces = List.copyOf(pieces);
    }

    /**
     * The same row with other pieces.
     *
     * @param others the pieces it shall name
     * @return a changed copy
     */
    public OrderRow withPieces(List<PieceRow> others) {
      return new OrderRow(
          id, number, version, buyer, currency, digits, placedAt, headline, total, refunded,
          others);
    }
  }

  /**
   * One piece as a row; counters are units, amounts minor units. Immutable.
   *
   * @param number its place in the order, from 1
   * @param sku which variant
   * @param quantity units bought
   * @param list before any offer
   * @param net after all offers
   * @param shipped units on their way
   * @param delivered units that arrived
   * @param cancelled units never sent
   * @param returned units that came back
   */
  record PieceRow(
      int number,
      SkuId sku,
      long quantity,
      long list,
      long net,
      long shipped,
      long delivered,
      long cancelled,
      long returned) {}

  /**
   * Claims another system's number for an order.
   *
   * @param ref the number
   * @param order the order
   * @return the order it belongs to: this one, or the first that claimed it
   */
  OrderId claim(ExternalRef ref, OrderId order);

  /**
   * The order behind another system's number.
   *
   * @param ref the number
   * @return the order, or empty
   */
  Optional<OrderId> find(ExternalRef ref);

  /**
   * Writes the row of a new order with its pieces.
   *
   * @param row version 1 or above
   */
  void insert(OrderRow row);

  /**
   * Replaces the row, and the counters of the pieces it names, if the row has the expected version.
   *
   * @param row as it shall be; pieces that it does not name stay as they are
   * @param expectedVersion as it was read
   * @return false if it has another version; nothing changed
   */
  boolean update(OrderRow row, long expectedVersion);

  /**
   * Reads one row with its pieces.
   *
   * @param id which order
   * @return the row, or empty
   */
  Optional<OrderRow> row(OrderId id);

  /**
   * Lists orders by their number, with their pieces; the page's key is the number.
   *
   * @param page which page
   * @return the page
   */
  Page<OrderRow> list(Page.Request page);

  /**
   * Rows of a buyer's orders that hold delivered units of a SKU, oldest first.
   *
   * @param buyer who
   * @param sku which SKU
   * @param limit most pieces
   * @return each order once, with only the pieces of the SKU that have delivered units
   */
  List<OrderRow> delivered(MemberId buyer, SkuId sku, int limit);

  /**
   * Writes the row of a payment, new or known; its stream decided already.
   *
   * @param payment as it stands
   * @param todo true if something is left to do: an enquiry, a refund
   */
  void put(Payment payment, boolean todo);

  /**
   * Reads the row of a payment.
   *
   * @param id which
   * @return the payment, or empty
   */
  Optional<Payment> payment(PaymentId id);

  /**
   * Payments with something to do.
   *
   * @param limit most payments
   * @return ids, in any order
   */
  List<PaymentId> paymentsToDo(int limit);
}
