package dev.akinai.samples.workbench.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import dev.akinai.catalog.Category;
import dev.akinai.catalog.CategoryId;
import dev.akinai.catalog.Product;
import dev.akinai.catalog.ProductId;
import dev.akinai.catalog.Sku;
import dev.akinai.catalog.SkuId;
import dev.akinai.core.Akinai;
import dev.akinai.engine.Commerce;
import dev.akinai.money.Money;
import dev.akinai.order.Order;
import dev.akinai.order.PlaceOrder;
import dev.akinai.payment.CapturePayment;
import dev.akinai.price.PriceEntry;
import dev.akinai.price.PriceList;
import dev.akinai.pricing.Cart;
import dev.akinai.pricing.CartLine;
import dev.akinai.pricing.Quote;
import dev.akinai.promotion.Draft;
import dev.akinai.promotion.Lane;
import dev.akinai.samples.workbench.common.Callers;
import dev.akinai.samples.workbench.common.HandClock;
import dev.akinai.stock.Movement;
import dev.akinai.stock.StockLine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Runs one case of a price in a shop of its own: catalog, offers and earlier uses first, then the cart. For one thread. */
final class PriceRun implements AutoCloseable {

  private static final String PROVIDER = "memory";
  private static final String BUYER = "buyer";
  private static final long PLENTY = 1_000_000;

  private final PriceVector vector;
  private final CasePolicy policy;
  private final HandClock clock = new HandClock(Instant.parse("2026-01-01T12:00:00Z"));
  private final Commerce shop = Akinai.builder()
      .clock(clock)
      .payments(PROVIDER, Akinai.inMemoryPayments(clock))
      .build();
  private final Callers callers = Callers.of("vectors");
  private int keys;

  PriceRun(PriceVector vector, CasePolicy policy) {
    this.vector = vector;
    this.policy = policy;
  }

  /** The quote of the case's cart. */
  Quote quote() {
    publishGoods();
    publishOffers();
    vector.promotions().forEach(this::useUp);
    return quoteFor(BUYER);
  }

  /** Places the quote, to see how its reductions fall on single units. */
  Order place(Quote quote) {
    var held = shop.stock().hold(quote.holdRequest(), callers.call(key())).orThrow();
    PlaceOrder command = PlaceOrder.of(quote, held.id());
    if (quote.total().isPositive()) {
      var capture = new CapturePayment(PROVIDER, "vector", quote.total());
      command = command.paidBy(
          shop.payments().capture(capture, callers.call(key())).orThrow().id());
    }
    return shop.orders().place(command, callers.call(key())).orThrow();
  }

  private void publishGoods() {
    Set<String> categories = vector.lines().stream()
        .flatMap(line -> line.category().stream())
        .collect(Collectors.toSet());
    for (String category : categories) {
      shop.catalog()
          .put(
              new Category(new CategoryId(category), Optional.empty(), category),
              callers.call(key()))
          .orThrow();
    }
    for (PriceVector.Line line : vector.lines()) {
      shop.catalog().publish(List.of(product(line)), callers.call(key())).orThrow();
      shop.stock()
          .move(
              Movement.receipt("all", new StockLine(SkuId.of(line.sku()), PLENTY)),
              callers.call(key()))
          .orThrow();
      line.minPrice().ifPresent(least -> setPrice(line, least));
    }
  }

  /** A floor belongs to a price of a list; other lines carry their price themselves. */
  private void setPrice(PriceVector.Line line, long least) {
    var list = PriceList.regular("floors", vector.currency());
    shop.prices().put(list, callers.call(key())).orThrow();
    var entry = new PriceEntry(SkuId.of(line.sku()), Money.of(vector.currency(), line.unitPrice()))
        .withFloor(Optional.of(Money.of(vector.currency(), least)));
    shop.prices().set(list.id(), List.of(entry), callers.call(key())).orThrow();
  }

  private Product product(PriceVector.Line line) {
    boolean alone = vector.lines().stream()
            .filter(each -> each.product().equals(line.product()))
            .count()
        == 1;
    String id = alone ? line.product().orElse(line.sku()) : line.sku();
    return new Product(
        new ProductId(id),
        line.sku(),
        line.category().map(CategoryId::new),
        Optional.empty(),
        Set.of(),
        List.of(Sku.of(line.sku(), line.sku())));
  }

  private void publishOffers() {
    if (!vector.promotions().isEmpty()) {
      String offers = new OfferMapper(vector, policy).offers();
      var draft = new Draft(
          shop.promotions().parse(offers).offers(), Optional.of(lanes()), Optional.empty());
      shop.promotions().publish(draft, callers.call(key())).orThrow();
    }
  }

  /** A case relies on its sequence, so lanes apply every offer; only a best deal is searched. */
  private List<Lane> lanes() {
    return Lane.DEFAULTS.stream()
        .map(lane -> lane.mode() == Lane.Mode.OPTIMAL && policy != CasePolicy.BEST_DEAL
            ? lane.withMode(Lane.Mode.ALL)
            : lane)
        .toList();
  }

  /** Earlier uses are made as they would be: quoted and held. */
  private void useUp(PriceVector.Promotion promotion) {
    JsonNode node = promotion.node();
    long others = Math.max(node.path("used").asLong(), node.path("couponUsed").asLong());
    for (long use = 1; use <= others; use++) {
      hold("other-" + use);
    }
    for (long use = 1; use <= node.path("usedByThisEmail").asLong(); use++) {
      hold(BUYER);
    }
  }

  private void hold(String buyer) {
    shop.stock().hold(quoteFor(buyer).holdRequest(), callers.call(key())).orThrow();
  }

  private Quote quoteFor(String buyer) {
    Cart cart = Cart.in(vector.currency()).forBuyer(buyer);
    for (PriceVector.Line line : vector.lines()) {
      CartLine listed =
          CartLine.of(Integer.toString(cart.lines().size() + 1), line.sku(), line.quantity());
      CartLine next = line.minPrice().isPresent()
          ? listed
          : listed.at(Money.of(vector.currency(), line.unitPrice()));
      cart = cart.add(line.taxClass().map(next::taxedAs).orElse(next));
    }
    cart = cart.withCharges(vector.charges());
    for (PriceVector.Promotion promotion : vector.promotions()) {
      if (promotion.conditions().has("coupon")) {
        cart = cart.withCode(promotion.conditions().get("coupon").asText());
      }
    }
    return shop.pricing().quote(cart, vector.tax(), callers.call(key())).orThrow();
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
