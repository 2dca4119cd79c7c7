package dev.akinai.samples.workbench.retail;

import dev.akinai.engine.Commerce;
import dev.akinai.location.LocationId;
import dev.akinai.member.MemberId;
import dev.akinai.order.OrderId;
import dev.akinai.order.PieceUnits;
import dev.akinai.order.Refund;
import dev.akinai.order.ReturnUnits;
import dev.akinai.order.Returnable;
import dev.akinai.samples.workbench.common.Callers;
import dev.akinai.samples.workbench.common.Outcomes;
import dev.akinai.stock.Movement;
import dev.akinai.stock.StockLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes goods back: what the buyer bought here at that price is refunded, oldest order first; the rest comes back without a refund, since it
 * was never bought here. For one thread.
 */
final class ReturnsDesk {

  private final Commerce shop;
  private final Callers callers;

  ReturnsDesk(Commerce shop, Callers callers) {
    this.shop = shop;
    this.callers = callers;
  }

  /** The cancellation's own invoice and month, kept as the request's key of each refund. */
  record Request(String invoice, String month) {

    static String key(RetailLine line, int number) {
      return "%s/%s/%d/%d".formatted(line.invoice(), line.month(), line.number(), number);
    }

    static Request of(Refund refund) {
      String[] parts = refund.request().split("/", -1);
      return new Request(parts[0], parts[1]);
    }
  }

  /** Takes a line back and answers how many of its units were refunded. */
  long takeBack(RetailLine line) {
    long refunded =
        line.customer().map(customer -> refund(line, new MemberId(customer))).orElse(0L);
    long rest = line.units() - refunded;
    if (rest > 0 && line.isGoods()) {
      move(Movement.Kind.RETURN, line, rest);
    }
    return refunded;
  }

  /** Books lost goods out; a service cannot get lost. */
  void writeOff(RetailLine line) {
    if (line.isGoods()) {
      move(Movement.Kind.LOSS, line, line.units());
    }
  }

  private void move(Movement.Kind kind, RetailLine line, long units) {
    var goods = List.of(new StockLine(Assortment.sku(line.code()), units));
    var movement = new Movement(kind, LocationId.MAIN, goods, line.invoice());
    Outcomes.certain(() -> shop.stock().move(movement, callers.call("move:" + line.number())));
  }

  private long refund(RetailLine line, MemberId buyer) {
    Map<OrderId, List<PieceUnits>> plan =
        plan(line, shop.orders().returnable(callers.shop(), buyer, Assortment.sku(line.code())));
    int number = 0;
    for (Map.Entry<OrderId, List<PieceUnits>> each : plan.entrySet()) {
      number++;
      String key = Request.key(line, number);
      var command = new ReturnUnits(each.getKey(), each.getValue(), "cancelled", true);
      Outcomes.certain(() -> shop.orders().returnUnits(command, callers.call(key)));
    }
    return plan.values().stream()
        .flatMap(List::stream)
        .mapToLong(PieceUnits::quantity)
        .sum();
  }

  private static Map<OrderId, List<PieceUnits>> plan(RetailLine line, List<Returnable> returnable) {
    Map<OrderId, List<PieceUnits>> plan = new LinkedHashMap<>();
    long left = line.units();
    for (Returnable piece : returnable) {
      long units = Math.min(left, piece.returnable());
      if (units > 0 && piece.net().minor() == line.price() * piece.quantity()) {
        plan.computeIfAbsent(piece.order(), order -> new ArrayList<>())
            .add(new PieceUnits(piece.piece(), units));
        left -= units;
      }
    }
    return plan;
  }
}
