package dev.akinai.samples.benchmarks;

import dev.akinai.catalog.CatalogItem;
import dev.akinai.catalog.SkuId;
import dev.akinai.money.CurrencyCode;
import dev.akinai.money.Money;
import dev.akinai.price.ListedPrice;
import dev.akinai.price.PriceEntry;
import dev.akinai.price.PriceList;
import dev.akinai.pricing.Cart;
import dev.akinai.pricing.PricingInput;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A cart as plain values, from which each engine makes what it needs. Immutable.
 *
 * @param lines of different SKUs
 */
record Basket(List<Line> lines) {

  static final CurrencyCode CURRENCY = CurrencyCode.of("EUR");
  static final Instant NOON = Instant.parse("2026-11-11T12:00:00Z");

  private static final PriceList RETAIL = PriceList.regular("retail", CURRENCY);

  Basket {
    lines = List.copyOf(lines);
  }

  /** Some units of one SKU. */
  record Line(Assortment.Good good, long quantity) {

    long amount() {
      return good.price() * quantity;
    }
  }

  /** The sum of the lines for each key that a line has. */
  Map<String, Long> subtotals() {
    Map<String, Long> sums = new HashMap<>();
    for (Line line : lines) {
      Assortment.Good good = line.good();
      for (String key : List.of(good.sku(), good.leaf(), good.top(), good.brand(), good.tag())) {
        sums.merge(key, line.amount(), Long::sum);
      }
    }
    return sums;
  }

  /** The same lines with more of each. */
  Basket times(long factor) {
    return new Basket(lines.stream()
        .map(line -> new Line(line.good(), line.quantity() * factor))
        .toList());
  }

  /** All that our engine needs for a quote, with prices from a list. */
  PricingInput input(String... codes) {
    Cart cart = Cart.in(CURRENCY).withCodes(List.of(codes));
    Map<SkuId, CatalogItem> items = new HashMap<>();
    Map<SkuId, List<ListedPrice>> prices = new HashMap<>();
    for (Line line : lines) {
      cart = cart.add(line.good().sku(), line.quantity());
      PriceEntry price = PriceEntry.of(
          line.good().sku(), Money.of(CURRENCY, line.good().price()).toString());
      items.put(price.sku(), line.good().item());
      prices.put(price.sku(), List.of(new ListedPrice(RETAIL, price)));
    }
    return PricingInput.of(cart, items, prices, NOON);
  }
}
