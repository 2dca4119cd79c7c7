package dev.akinai.core.order;

import dev.akinai.order.Flow;
import dev.akinai.order.Flow.Move;
import dev.akinai.order.Milestone;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The two flows of an order, and the conditions their rows name (ORDERS section 5). */
final class OrderFlows {

  static final Flow PAYMENT = new Flow(
      "order.payment",
      1,
      "OPEN",
      Set.of("PAID", "CLOSED"),
      List.of(
          Move.of("OPEN", "nothingDue", "PAID").when("dueIsZero").stamp(Milestone.PAID),
          Move.of("OPEN", "capture", "PAID").when("capturedCoversDue").stamp(Milestone.PAID),
          Move.of("PAID", "cancel", "CLOSED")
              .when("nothingHandedOver", "nothingReversed")
              .stamp(Milestone.CANCELLED)));

  static final Flow FULFILMENT = new Flow(
      "order.fulfilment",
      1,
      "WAITING",
      Set.of("COMPLETED", "STOPPED"),
      List.of(
          Move.of("WAITING", "release", "RELEASED")
              .when("secured", "someOpen")
              .stamp(Milestone.RELEASED),
          Move.of("RELEASED", "shipPart", "PART_SHIPPED").when("someShipped", "someOpen"),
          Move.of("RELEASED", "shipLast", "SHIPPED")
              .when("someShipped", "noneOpen")
              .stamp(Milestone.SHIPPED),
          Move.of("PART_SHIPPED", "shipLast", "SHIPPED")
              .when("someShipped", "noneOpen")
              .stamp(Milestone.SHIPPED),
          Move.of("SHIPPED", "deliverLast", "DELIVERED")
              .when("noneOnTheWay")
              .stamp(Milestone.DELIVERED),
          Move.of("DELIVERED", "complete", "COMPLETED").when("secured").stamp(Milestone.COMPLETED),
          Move.of("WAITING", "stop", "STOPPED").when("nothingHandedOver", "noneOpen"),
          Move.of("RELEASED", "stop", "STOPPED").when("nothingHandedOver", "noneOpen")));

  /** Actions that the engine takes by itself after every change, in table order. */
  static final Set<String> BY_ENGINE =
      Set.of("nothingDue", "capture", "release", "shipPart", "shipLast", "deliverLast", "stop");

  private static final Map<String, Predicate<OrderState>> GUARDS = Map.of(
      "dueIsZero", order -> order.total().isZero(),
      "capturedCoversDue", order -> order.payment().isPresent(),
      "secured", order -> order.paymentState().equals("PAID"),
      "nothingHandedOver", order -> order.shippedEver() == 0,
      "nothingReversed", order -> order.refunds().isEmpty(),
      "someOpen", order -> order.open() > 0,
      "noneOpen", order -> order.open() == 0,
      "someShipped", order -> order.shippedEver() > 0,
      "noneOnTheWay", order -> order.open() == 0 && order.onTheWay() == 0);

  private OrderFlows() {}

  static List<Flow> all() {
    return List.of(PAYMENT, FULFILMENT);
  }

  /** The conditions of a row that do not hold. */
  static List<String> blockedBy(Move move, OrderState order) {
    return move.guards().stream().filter(name -> !guard(name).test(order)).toList();
  }

  private static Predicate<OrderState> guard(String name) {
    Predicate<OrderState> guard = GUARDS.get(name);
    if (guard == null) {
      throw new IllegalStateException(
          "The condition (" + name + ") must be registered. Maybe a flow misspells it.");
    }
    return guard;
  }
}
