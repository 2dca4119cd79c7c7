package dev.akinai.samples.workbench.retail;

import dev.akinai.base.Page;
import dev.akinai.catalog.Product;
import dev.akinai.catalog.Sku;
import dev.akinai.engine.Commerce;
import dev.akinai.price.PriceEntry;
import dev.akinai.price.PriceList;
import dev.akinai.samples.workbench.common.BadInputException;
import dev.akinai.samples.workbench.common.Callers;
import dev.akinai.samples.workbench.common.Outcomes;
import dev.akinai.stock.Movement;
import dev.akinai.stock.StockLine;
import java.util.List;
import java.util.function.BiConsumer;

/** Fills an empty shop: catalog, first prices, opening stock; in batches of the size the engine takes. For one thread. */
final class ShopSetup {

  private static final int PRODUCTS = 1_000;
  private static final int LINES = 2_000;

  private final Commerce shop;
  private final Callers callers;

  ShopSetup(Commerce shop, Callers callers) {
    this.shop = shop;
    this.callers = callers;
  }

  /** Refuses a shop that has products already: its orders would count too. */
  void requireEmpty(String url) {
    if (!shop.catalog().list(callers.shop(), Page.Request.first(1)).items().isEmpty()) {
      throw new BadInputException(
          "The database (%s) must not hold the shop %s yet. Maybe give another name with --shop, or leave --jdbc out for a fresh database."
              .formatted(url, callers.shop()));
    }
  }

  void fill(Assortment assortment) {
    List<Assortment.Article> articles = List.copyOf(assortment.articles());
    batches("catalog", articles, PRODUCTS, this::publish);
    PriceList list = Outcomes.certain(() ->
        shop.prices().put(PriceList.regular("first-seen", Amounts.POUND), callers.call("prices")));
    batches("prices", articles, LINES, (key, batch) -> price(list, key, batch));
    List<StockLine> opening = articles.stream()
        .filter(article -> article.opening() > 0)
        .map(article -> new StockLine(article.sku, article.opening()))
        .toList();
    batches("opening", opening, LINES, this::receive);
  }

  private void publish(String key, List<Assortment.Article> articles) {
    List<Product> products = articles.stream().map(ShopSetup::product).toList();
    Outcomes.certain(() -> shop.catalog().publish(products, callers.call(key)));
  }

  private static Product product(Assortment.Article article) {
    Sku sku = Sku.of(article.sku.value(), article.titleOrCode());
    return Product.of(
        article.sku.value(),
        article.titleOrCode(),
        RetailLine.isGoods(article.code) ? sku : sku.untracked());
  }

  private void price(PriceList list, String key, List<Assortment.Article> articles) {
    List<PriceEntry> entries = articles.stream()
        .filter(article -> article.priced)
        .map(article -> new PriceEntry(article.sku, Amounts.money(article.firstPrice)))
        .toList();
    if (!entries.isEmpty()) {
      Outcomes.certain(() -> shop.prices().set(list.id(), entries, callers.call(key)));
    }
  }

  private void receive(String key, List<StockLine> goods) {
    Movement receipt = Movement.receipt(key, goods.toArray(StockLine[]::new));
    Outcomes.certain(() -> shop.stock().move(receipt, callers.call(key)));
  }

  private static <T> void batches(
      String name, List<T> all, int size, BiConsumer<String, List<T>> step) {
    for (int from = 0; from < all.size(); from += size) {
      step.accept(name + ":" + from, all.subList(from, Math.min(from + size, all.size())));
    }
  }
}
