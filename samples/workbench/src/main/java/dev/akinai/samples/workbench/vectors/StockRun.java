package dev.akinai.samples.workbench.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import dev.akinai.base.Outcome;
import dev.akinai.catalog.Product;
import dev.akinai.catalog.Sku;
import dev.akinai.catalog.SkuId;
import dev.akinai.core.Akinai;
import dev.akinai.engine.Commerce;
import dev.akinai.money.CurrencyCode;
import dev.akinai.money.Money;
import dev.akinai.order.PlaceOrder;
import dev.akinai.payment.CapturePayment;
import dev.akinai.pricing.Cart;
import dev.akinai.pricing.Quote;
import dev.akinai.quota.Cell;
import dev.akinai.samples.workbench.common.Callers;
import dev.akinai.samples.workbench.common.HandClock;
import dev.akinai.stock.Held;
import dev.akinai.stock.HoldRefusal;
import dev.akinai.stock.HoldRequest;
import dev.akinai.stock.Movement;
import dev.akinai.stock.StockLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Runs one case of stock in a shop of its own, at its only place. For one thread. */
final class StockRun implements AutoCloseable {

  private static final SkuId UNIT = SkuId.of("unit");
  private static final String PROVIDER = "memory";
  private static final Money PRICE = Money.of(CurrencyCode.of("USD"), 100);

  private final String id;
  private final JsonNode vector;
  private final HandClock clock = new HandClock(Instant.parse("2026-01-01T12:00:00Z"));
  private final Commerce shop = Akinai.builder()
      .clock(clock)
      .payments(PROVIDER, Akinai.inMemoryPayments(clock))
      .build();
  private final Callers callers = Callers.of("vectors");
  private final List<String> differences = new ArrayList<>();
  private int keys;

  StockRun(JsonNode vector, String id) {
    this.vector = vector;
    this.id = id;
  }

  /** What differs; throws what the engine cannot do yet. */
  List<String> differences() {
    requireSupported();
    JsonNode place = vector.get("stock").elements().next();
    open(place.path("onHand").asLong(), place.path("reserved").asLong());
    vector.path("steps").forEach(this::step);
    ask();
    String name = vector.get("stock").fieldNames().next();
    vector
        .path("expected")
        .path(name)
        .properties()
        .forEach(each -> compare(each.getKey(), each.getValue()));
    return differences;
  }

  private void requireSupported() {
    var missing =
        new TreeSet<String>(VectorKeys.notYet(vector, VectorKeys.STOCK_VECTOR, "the vector", id));
    JsonNode stock = vector.path("stock");
    for (JsonNode place : stock) {
      missing.addAll(VectorKeys.notYet(place, VectorKeys.STOCK_LOCATION, "the stock", id));
    }
    for (JsonNode step : vector.path("steps")) {
      missing.addAll(VectorKeys.notYet(step, VectorKeys.STOCK_STEP, "a step", id));
    }
    if (vector.has("query")) {
      missing.addAll(
          VectorKeys.notYet(vector.get("query"), VectorKeys.STOCK_QUERY, "the query", id));
    }
    if (stock.size() != 1) {
      missing.add("several locations");
    }
    if (!missing.isEmpty()) {
      throw new NotSupportedException(missing);
    }
  }

  private void open(long onHand, long reserved) {
    shop.catalog()
        .publish(Product.of("unit", "Unit", Sku.of("unit", "Unit")), callers.call(key()))
        .orThrow();
    if (onHand > 0) {
      shop.stock()
          .move(Movement.receipt("opening", new StockLine(UNIT, onHand)), callers.call(key()))
          .orThrow();
    }
    if (reserved > 0) {
      hold(reserved).orThrow();
    }
  }

  private void step(JsonNode step) {
    if (step.has("placeOrder")) {
      place(step.get("placeOrder").asLong());
      return;
    }
    long units = step.path("reserve").asLong();
    String refusal = hold(units)
        .match(
            done -> "",
            refused -> name(step, (HoldRefusal.OutOfStock) refused.first()),
            again -> "UNCERTAIN");
    require("reserve " + units, step.path("expect").asText(""), refusal);
  }

  private String name(JsonNode step, HoldRefusal.OutOfStock refusal) {
    if (step.has("quantityAvailable")) {
      require("quantityAvailable", step.get("quantityAvailable").asLong(), refusal.free());
    }
    return "INSUFFICIENT";
  }

  private void place(long units) {
    Cart cart = Cart.in(PRICE.currency()).addAt(UNIT.value(), units, PRICE);
    Quote quote = shop.pricing().quote(cart, callers.call(key())).orThrow();
    Held held = shop.stock().hold(quote.holdRequest(), callers.call(key())).orThrow();
    var payment = shop.payments()
        .capture(new CapturePayment(PROVIDER, "vector", quote.total()), callers.call(key()))
        .orThrow();
    shop.orders()
        .place(PlaceOrder.of(quote, held.id()).paidBy(payment.id()), callers.call(key()))
        .orThrow();
  }

  private void ask() {
    JsonNode query = vector.path("query");
    if (query.has("available")) {
      require("available", vector.path("expected").path("available").asLong(), free());
    }
    for (int i = 0; i < query.path("canSupply").size(); i++) {
      boolean expected = vector.path("expected").path("canSupply").path(i).asBoolean();
      require(
          "canSupply[" + i + "]",
          expected,
          canSupply(query.get("canSupply").get(i).asLong()));
    }
  }

  /** Asked as a buyer would: by a hold, which is let go at once. */
  private boolean canSupply(long units) {
    return hold(units)
        .match(
            done -> shop.stock().release(done.value().id(), callers.call(key())).isDone(),
            refused -> false,
            again -> false);
  }

  private void compare(String key, JsonNode expected) {
    Cell cell = cell();
    long taken = cell.held() + cell.consumed();
    switch (key) {
      case "onHand" -> require(key, expected.asLong(), cell.limit());
      case "reserved", "allocated", "onHold" -> require(key, expected.asLong(), taken);
      case "available" -> require(key, expected.asLong(), cell.limit() - taken);
      default ->
        throw new dev.akinai.samples.workbench.common.BadInputException(
            "The key (%s) in expected of the vector %s must be one that the format knows. Maybe it is misspelt, or the format is newer."
                .formatted(key, id));
    }
  }

  private Outcome<Held> hold(long units) {
    return shop.stock().hold(HoldRequest.of(UNIT, units), callers.call(key()));
  }

  private long free() {
    return cell().free();
  }

  private Cell cell() {
    return java.util.Objects.requireNonNull(
        shop.stock().look(callers.shop(), List.of(UNIT)).get(UNIT));
  }

  private void require(String what, Object expected, Object actual) {
    if (!expected.equals(actual)) {
      differences.add("%s: expected %s, actual %s".formatted(what, expected, actual));
    }
  }

  private String key() {
    keys++;
    return "k" + keys;
  }

  @Override
  public void close() {
    shop.close();
  }
}
