package dev.akinai.samples.workbench.retail;

import dev.akinai.engine.Commerce;
import dev.akinai.order.Order;
import dev.akinai.order.PlaceOrder;
import dev.akinai.payment.CapturePayment;
import dev.akinai.payment.Payment;
import dev.akinai.pricing.Cart;
import dev.akinai.pricing.Quote;
import dev.akinai.pricing.QuotePiece;
import dev.akinai.samples.workbench.common.Callers;
import dev.akinai.samples.workbench.common.Outcomes;
import dev.akinai.stock.Held;
import dev.akinai.stock.HoldRequest;
import dev.akinai.stock.StockLine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns lines of an invoice into an order and leads it to its end: quote, hold, pay, place, ship, deliver, complete. For one thread. */
final class SalesDesk {

  /** The name under which the payment provider was given to the engine. */
  static final String PROVIDER = "memory";

  /** The system whose invoice numbers the orders carry. */
  static final String SOURCE = "online-retail";

  private final Commerce shop;
  private final Callers callers;
  private final Map<String, Integer> runs = new HashMap<>();
  private long orders;

  SalesDesk(Commerce shop, Callers callers) {
    this.shop = shop;
    this.callers = callers;
  }

  /** How many orders were placed. */
  long orders() {
    return orders;
  }

  /** The invoice that a reference belongs to: what stands before the number of the run. */
  static String invoice(String ref) {
    int dot = ref.lastIndexOf('.');
    return dot < 0 ? ref : ref.substring(0, dot);
  }

  void sell(List<RetailLine> lines) {
    String ref = ref(lines.get(0).invoice());
    Quote quote =
        Outcomes.certain(() -> shop.pricing().quote(cart(lines), callers.call(ref + ":quote")));
    Held held =
        Outcomes.certain(() -> shop.stock().hold(request(quote), callers.call(ref + ":hold")));
    PlaceOrder command = pay(quote, ref)
        .map(payment -> PlaceOrder.of(quote, held.id()).paidBy(payment.id()))
        .orElseGet(() -> PlaceOrder.of(quote, held.id()))
        .referredToAs(SOURCE, ref);
    Order order =
        Outcomes.certain(() -> shop.orders().place(command, callers.call(ref + ":place")));
    Outcomes.certain(() -> shop.orders().ship(order.id(), callers.call(ref + ":ship")));
    Outcomes.certain(() -> shop.orders().deliver(order.id(), callers.call(ref + ":deliver")));
    Outcomes.certain(() -> shop.orders().complete(order.id(), callers.call(ref + ":complete")));
    orders++;
  }

  /** An invoice that was written in several sittings becomes several orders: 536365, 536365.2 and so on. */
  private String ref(String invoice) {
    int run = runs.merge(invoice, 1, Integer::sum);
    return run == 1 ? invoice : invoice + "." + run;
  }

  private static Cart cart(List<RetailLine> lines) {
    Cart cart = Cart.in(Amounts.POUND);
    for (RetailLine line : lines) {
      cart = cart.addAt(
          Assortment.sku(line.code()).value(), line.quantity(), Amounts.money(line.price()));
    }
    Optional<String> customer = lines.get(0).customer();
    return customer.isPresent() ? cart.forBuyer(customer.get()) : cart;
  }

  /** A quote of services alone names no goods; naming them as goods is allowed, since what is not counted takes nothing. */
  private static HoldRequest request(Quote quote) {
    HoldRequest request = quote.holdRequest();
    if (!request.goods().isEmpty()) {
      return request;
    }
    List<StockLine> services = quote.pieces().stream().map(SalesDesk::line).toList();
    return new HoldRequest(
        services,
        request.cells(),
        request.ttl(),
        request.owner(),
        request.buyer(),
        request.digest());
  }

  private static StockLine line(QuotePiece piece) {
    return new StockLine(piece.sku(), piece.quantity());
  }

  private Optional<Payment> pay(Quote quote, String ref) {
    if (!quote.total().isPositive()) {
      return Optional.empty();
    }
    var capture = new CapturePayment(PROVIDER, "replayed", quote.total());
    return Optional.of(
        Outcomes.certain(() -> shop.payments().capture(capture, callers.call(ref + ":pay"))));
  }
}
