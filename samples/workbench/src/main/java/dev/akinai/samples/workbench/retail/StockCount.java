package dev.akinai.samples.workbench.retail;

import dev.akinai.base.Page;
import dev.akinai.base.ShopId;
import dev.akinai.catalog.Product;
import dev.akinai.catalog.Sku;
import dev.akinai.catalog.SkuId;
import dev.akinai.engine.Commerce;
import dev.akinai.samples.workbench.common.Hashing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The units of every counted code at one moment, read from the engine: what is there and not yet promised to anybody. Immutable.
 *
 * @param byCode units by stock code, in byte order
 * @param articles how many codes the catalog has, counted or not
 */
record StockCount(TreeMap<String, Long> byCode, long articles) {

  private static final int PAGE = 500;

  static StockCount of(Commerce shop, ShopId id, Function<SkuId, String> codeOf) {
    var byCode = new TreeMap<String, Long>();
    long articles = 0;
    Optional<Page.Request> next = Optional.of(Page.Request.first(PAGE));
    while (next.isPresent()) {
      Page<Product> page = shop.catalog().list(id, next.get());
      List<Sku> skus =
          page.items().stream().flatMap(product -> product.skus().stream()).toList();
      articles += skus.size();
      List<SkuId> counted = skus.stream().filter(Sku::tracked).map(Sku::id).toList();
      shop.stock()
          .look(id, counted)
          .forEach((sku, cell) ->
              byCode.put(codeOf.apply(sku), cell.limit() - cell.held() - cell.consumed()));
      next = page.next().map(next.get()::after);
    }
    return new StockCount(byCode, articles);
  }

  long total() {
    return byCode.values().stream().mapToLong(Long::longValue).sum();
  }

  String sha256() {
    var hash = new Hashing();
    byCode.forEach((code, units) -> hash.line(code + "," + units));
    return hash.hex();
  }

  /** The codes with the most units, most first. */
  List<Map.Entry<String, Long>> largest(int count) {
    return byCode.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue()
            .reversed()
            .thenComparing(Map.Entry.comparingByKey()))
        .limit(count)
        .collect(Collectors.toList());
  }
}
