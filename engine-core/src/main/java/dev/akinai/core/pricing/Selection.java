package dev.akinai.core.pricing;

import dev.akinai.base.Text;
import dev.akinai.catalog.CatalogItem;
import dev.akinai.catalog.SkuId;
import dev.akinai.money.CurrencyCode;
import dev.akinai.money.Money;
import dev.akinai.money.MoneyOverflowException;
import dev.akinai.price.PriceEntry;
import dev.akinai.price.PriceList;
import dev.akinai.pricing.Cart;
import dev.akinai.pricing.CartLine;
import dev.akinai.pricing.PricingRefusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Gives each line its price and merges lines into bands (PRICING 2.2, 2.3). For one quote and thread. */
final class Selection {

  /** Where a fixed price comes from. */
  static final String FIXED = "fixed";

  // higher priority, then lower price, then smaller id: a total order, so that losers never matter
  // (L-PRI-37)
  private static final Comparator<Map.Entry<PriceList, PriceEntry>> BEST_FIRST =
      Comparator.comparing(
              (Map.Entry<PriceList, PriceEntry> each) -> -(long) each.getKey().priority())
          .thenComparing(each -> each.getValue().price().minor())
          .thenComparing(each -> each.getKey().id().value(), Text.UTF8_ORDER);

  private final Map<SkuId, CatalogItem> items;
  private final Map<SkuId, Map<PriceList, PriceEntry>> prices;
  private final CurrencyCode currency;
  private final List<PricingRefusal> refusals = new ArrayList<>();
  private final Map<Key, Band> bands = new TreeMap<>();

  private record Key(String sku, long unitPrice, String source) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int bySku = Text.UTF8_ORDER.compare(sku, other.sku);
      int byPrice = bySku != 0 ? bySku : Long.compare(unitPrice, other.unitPrice);
      return byPrice != 0 ? byPrice : Text.UTF8_ORDER.compare(source, other.source);
    }
  }

  private record Priced(Money unitPrice, String source) {}

  Selection(
      Map<SkuId, CatalogItem> items,
      Map<SkuId, Map<PriceList, PriceEntry>> prices,
      CurrencyCode currency) {
    this.items = items;
    this.prices = prices;
    this.currency = currency;
  }

  List<Band> bands(Cart cart) {
    cart.lines().stream()
        .filter(line -> line.quantity() > 0)
        .sorted(Comparator.comparing(CartLine::id, Text.UTF8_ORDER))
        .forEach(this::add);
    return List.copyOf(bands.values());
  }

  List<PricingRefusal> refusals() {
    return refusals;
  }

  private void add(CartLine line) {
    CatalogItem item = items.get(line.sku());
    if (item == null || !item.sku().active()) {
      refusals.add(new PricingRefusal.NotSold(line.id(), line.sku()));
      return;
    }
    price(line).ifPresent(priced -> add(line, item, priced));
  }

  private void add(CartLine line, CatalogItem item, Priced priced) {
    var key = new Key(line.sku().value(), priced.unitPrice().minor(), priced.source());
    try {
      bands
          .computeIfAbsent(key, each -> new Band(item, priced.unitPrice(), priced.source()))
          .add(line);
    } catch (MoneyOverflowException tooMuch) {
      refusals.add(new PricingRefusal.TooMuch(line.id()));
    }
  }

  private Optional<Priced> price(CartLine line) {
    if (line.fixedPrice().isPresent()) {
      return fixed(line, line.fixedPrice().get());
    }
    Optional<Priced> best = prices.getOrDefault(line.sku(), Map.of()).entrySet().stream()
        .min(BEST_FIRST)
        .map(each -> new Priced(each.getValue().price(), each.getKey().id().value()));
    if (best.isEmpty()) {
      refusals.add(new PricingRefusal.NoPrice(line.id(), line.sku()));
    }
    return best;
  }

  private Optional<Priced> fixed(CartLine line, Money price) {
    if (!price.currency().equals(currency)) {
      refusals.add(new PricingRefusal.OtherCurrency(line.id(), price.currency().code()));
      return Optional.empty();
    }
    return Optional.of(new Priced(price, FIXED));
  }
}
