package dev.akinai.core.order;

import dev.akinai.base.CallContext;
import dev.akinai.base.Outcome;
import dev.akinai.base.Page;
import dev.akinai.base.ShopId;
import dev.akinai.base.Text;
import dev.akinai.catalog.SkuId;
import dev.akinai.core.base.Commands;
import dev.akinai.core.payment.PaymentService;
import dev.akinai.member.MemberId;
import dev.akinai.money.CurrencyCode;
import dev.akinai.money.Money;
import dev.akinai.order.ExternalRef;
import dev.akinai.order.Flow;
import dev.akinai.order.GroupId;
import dev.akinai.order.Order;
import dev.akinai.order.OrderId;
import dev.akinai.order.Orders;
import dev.akinai.order.PieceUnits;
import dev.akinai.order.PlaceOrder;
import dev.akinai.order.Refund;
import dev.akinai.order.ReturnUnits;
import dev.akinai.order.Returnable;
import dev.akinai.payment.PaymentId;
import dev.akinai.spi.OrderRows.OrderRow;
import dev.akinai.spi.UnitOfWork;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The orders on a storage. Thread-safe. */
public final class OrderService implements Orders {

  private static final int MAX_RETURNABLE = 500;

  private final Commands commands;
  private final OrderBook book;
  private final Placement placement;
  private final Reversal reversal;
  private final PaymentService payments;

  /** Orders whose commands run on a storage. */
  public OrderService(
      Commands commands,
      OrderBook book,
      Placement placement,
      Reversal reversal,
      PaymentService payments) {
    this.commands = commands;
    this.book = book;
    this.placement = placement;
    this.reversal = reversal;
    this.payments = payments;
  }

  @Override
  public Outcome<Order> place(PlaceOrder command, CallContext call) {
    var id = new OrderId(commands.door().newId());
    var group = new GroupId(commands.door().newId());
    List<Object> content = List.of(
        command.quote().digest(),
        command.hold(),
        command.payment(),
        command.expectedTotal(),
        command.externalRef());
    var named = new Commands.Command("order.place", call, content, id.value());
    Outcome<Order> outcome = commands.run(
        named,
        unit -> placement.place(unit, command, id, group, call.actor()).view(),
        (unit, known) -> view(unit, new OrderId(known)));
    // an outside number belongs to its first order: whoever brings it again is told of that one
    Optional<Order> first = outcome instanceof Outcome.Refused
        ? command.externalRef().flatMap(ref -> find(call.shop(), ref))
        : Optional.empty();
    return first.<Outcome<Order>>map(order -> new Outcome.Done<>(order, true)).orElse(outcome);
  }

  @Override
  public Outcome<Order> ship(OrderId order, CallContext call) {
    return change("order.ship", order, List.of(order), call, Decisions::shipAll);
  }

  @Override
  public Outcome<Order> ship(OrderId order, List<PieceUnits> units, CallContext call) {
    List<PieceUnits> named = List.copyOf(units);
    PieceUnits.requireDistinct(named);
    return change(
        "order.ship", order, List.of(order, named), call, decisions -> decisions.ship(named));
  }

  @Override
  public Outcome<Order> deliver(OrderId order, CallContext call) {
    return change("order.deliver", order, List.of(order), call, Decisions::deliverAll);
  }

  @Override
  public Outcome<Order> complete(OrderId order, CallContext call) {
    var named = new Commands.Command("order.complete", call, List.of(order), order.value());
    return commands.run(
        named, unit -> complete(unit, order, call), (unit, known) -> view(unit, order));
  }

  @Override
  public Outcome<Order> cancel(OrderId order, String reason, CallContext call) {
    Text.requireVisible("reason", reason, 64);
    var named = new Commands.Command("order.cancel", call, List.of(order, reason), order.value());
    Outcome<Order> outcome = commands.run(
        named,
        unit -> reversal.cancel(unit, order, reason, call).view(),
        (unit, known) -> view(unit, order));
    sendMoney(call.shop(), outcome.map(Order::payment));
    return outcome;
  }

  @Override
  public Outcome<Refund> returnUnits(ReturnUnits command, CallContext call) {
    // the refund's number is known only inside the unit: its request finds it again
    var named = new Commands.Command(
        "order.return", call, List.of(command), call.requestKey().value());
    Outcome<Reversal.Returned> outcome = commands.run(
        named,
        unit -> reversal.takeBack(unit, command, call),
        (unit, known) -> reversal.find(unit, command.order(), known));
    sendMoney(call.shop(), outcome.map(Reversal.Returned::payment));
    return outcome.map(Reversal.Returned::refund);
  }

  @Override
  public Optional<Order> find(ShopId shop, OrderId order) {
    return commands.inUnit(shop, unit -> OrderBook.replay(unit, order));
  }

  @Override
  public Optional<Order> find(ShopId shop, ExternalRef ref) {
    return commands.inUnit(
        shop, unit -> unit.orders().find(ref).flatMap(id -> OrderBook.replay(unit, id)));
  }

  @Override
  public Page<Order> list(ShopId shop, Page.Request page) {
    return commands.inUnit(shop, unit -> {
      Page<OrderRow> rows = unit.orders().list(page);
      return new Page<>(
          rows.items().stream().map(row -> view(unit, row.id())).toList(), rows.next());
    });
  }

  @Override
  public List<Returnable> returnable(ShopId shop, MemberId buyer, SkuId sku) {
    List<OrderRow> rows =
        commands.inUnit(shop, unit -> unit.orders().delivered(buyer, sku, MAX_RETURNABLE));
    return rows.stream()
        .flatMap(row -> row.pieces().stream()
            .map(piece -> new Returnable(
                row.id(),
                piece.number(),
                piece.quantity(),
                Money.of(new CurrencyCode(row.currency(), row.digits()), piece.net()),
                piece.delivered())))
        .toList();
  }

  @Override
  public List<Flow> flows() {
    return OrderFlows.all();
  }

  private Order complete(UnitOfWork unit, OrderId order, CallContext call) {
    OrderState state = decide(unit, order, call, Decisions::complete);
    placement.grantPoints(unit, state);
    return state.view();
  }

  private Outcome<Order> change(
      String kind, OrderId order, List<?> content, CallContext call, Consumer<Decisions> decision) {
    var named = new Commands.Command(kind, call, content, order.value());
    return commands.run(
        named,
        unit -> decide(unit, order, call, decision).view(),
        (unit, known) -> view(unit, order));
  }

  private OrderState decide(
      UnitOfWork unit, OrderId order, CallContext call, Consumer<Decisions> decision) {
    OrderState state = OrderBook.require(unit, order);
    var decisions = new Decisions(state, call.actor(), commands.door().now());
    decision.accept(decisions);
    book.write(unit, state, decisions.facts());
    return state;
  }

  /** The refund is owed since the commit; outside a host's transaction the provider is asked right away. */
  private void sendMoney(ShopId shop, Outcome<Optional<PaymentId>> outcome) {
    if (!commands.isJoined()
        && outcome instanceof Outcome.Done<Optional<PaymentId>> done
        && !done.replayed()) {
      done.value().ifPresent(payment -> payments.recover(shop, payment));
    }
  }

  private static Order view(UnitOfWork unit, OrderId id) {
    return OrderBook.replay(unit, id).orElseThrow();
  }
}
