package dev.akinai.order;

import dev.akinai.base.Api;
import dev.akinai.base.CallContext;
import dev.akinai.base.Outcome;
import dev.akinai.base.Page;
import dev.akinai.base.ShopId;
import dev.akinai.catalog.SkuId;
import dev.akinai.member.MemberId;
import java.util.List;
import java.util.Optional;

/** Places orders and leads them to their end. Each command is one transaction. Safe to call from any thread. */
@Api(Api.Use.CALL)
public interface Orders {

  /**
   * Places an order: confirms the hold, uses the payment, freezes the pieces, earns the points, all or nothing.
   *
   * @param command what was quoted, held and paid
   * @param call whose shop, who asks, and the request's key
   * @return the order; or every reason, as {@link OrderRefusal} or {@link dev.akinai.stock.HoldRefusal}. An external reference that has an order
   *     already gives that order, replayed
   */
  Outcome<Order> place(PlaceOrder command, CallContext call);

  /**
   * Books all open units as handed over.
   *
   * @param order which order
   * @param call whose shop, who asks, and the request's key
   * @return the order, or an {@link OrderRefusal}
   */
  Outcome<Order> ship(OrderId order, CallContext call);

  /**
   * Books some open units as handed over.
   *
   * @param order which order
   * @param units which units, each piece once
   * @param call whose shop, who asks, and the request's key
   * @return the order, or an {@link OrderRefusal}
   */
  Outcome<Order> ship(OrderId order, List<PieceUnits> units, CallContext call);

  /**
   * Books all units on their way as arrived.
   *
   * @param order which order
   * @param call whose shop, who asks, and the request's key
   * @return the order, or an {@link OrderRefusal}
   */
  Outcome<Order> deliver(OrderId order, CallContext call);

  /**
   * Completes a delivered order; its points can be spent from now on.
   *
   * @param order which order
   * @param call whose shop, who asks, and the request's key
   * @return the order, or an {@link OrderRefusal}
   */
  Outcome<Order> complete(OrderId order, CallContext call);

  /**
   * Cancels an order of which nothing was sent: units, uses, points and money go back.
   *
   * @param order which order
   * @param reason the host's reason code, 1 to 64 visible characters
   * @param call whose shop, who asks, and the request's key
   * @return the order, or an {@link OrderRefusal}
   */
  Outcome<Order> cancel(OrderId order, String reason, CallContext call);

  /**
   * Takes delivered units back; the refund is what exactly these units carry, and their points are clawed back.
   *
   * @param command which units, and why
   * @param call whose shop, who asks, and the request's key
   * @return the refund, or an {@link OrderRefusal}
   */
  Outcome<Refund> returnUnits(ReturnUnits command, CallContext call);

  /**
   * Looks an order up.
   *
   * @param shop whose shop
   * @param order which
   * @return the order, or empty
   */
  Optional<Order> find(ShopId shop, OrderId order);

  /**
   * Looks an order up by another system's number.
   *
   * @param shop whose shop
   * @param ref the number
   * @return the order, or empty
   */
  Optional<Order> find(ShopId shop, ExternalRef ref);

  /**
   * Lists orders by the order in which they were placed.
   *
   * @param shop whose shop
   * @param page which page
   * @return the page
   */
  Page<Order> list(ShopId shop, Page.Request page);

  /**
   * What a buyer could bring back of a SKU, oldest order first.
   *
   * @param shop whose shop
   * @param buyer who
   * @param sku which variant
   * @return at most 500 pieces with units left to return
   */
  List<Returnable> returnable(ShopId shop, MemberId buyer, SkuId sku);

  /**
   * The tables of moves that orders follow.
   *
   * @return payment, then fulfilment
   */
  List<Flow> flows();
}
