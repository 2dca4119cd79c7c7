package dev.akinai.samples.benchmarks;

import dev.akinai.catalog.CatalogItem;
import dev.akinai.catalog.CategoryId;
import dev.akinai.catalog.ProductId;
import dev.akinai.catalog.Sku;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Made-up goods: categories of two levels, brands and tags. Two assortments with different prefixes have no key in common. Immutable.
 *
 * @param prefix what all names begin with
 * @param goods how many SKUs
 * @param leaves how many categories of the lower level
 * @param tops how many of the upper level
 * @param brands how many brands
 * @param tags how many tags; each good has one
 */
record Assortment(String prefix, int goods, int leaves, int tops, int brands, int tags) {

  /** A shop of 20,000 SKUs. */
  static final Assortment LARGE = new Assortment("l", 20_000, 1_000, 50, 1_000, 500);
  /** A corner of a shop, of 500 SKUs. */
  static final Assortment CORNER = new Assortment("c", 500, 50, 5, 50, 25);

  /** One SKU. */
  record Good(String sku, String leaf, String top, String brand, String tag, long price) {

    CatalogItem item() {
      return new CatalogItem(
          Sku.of(sku, sku),
          new ProductId("p-" + sku),
          List.of(new CategoryId(leaf), new CategoryId(top)),
          Optional.of(brand),
          Set.of(tag));
    }
  }

  Good good(int number) {
    int mixed = Math.floorMod(number * 0x9E3779B1, Integer.MAX_VALUE);
    int leaf = mixed % leaves;
    return new Good(
        name("sku", number),
        name("leaf", leaf),
        name("top", leaf % tops),
        name("brand", mixed / leaves % brands),
        name("tag", mixed / 7 % tags),
        500 + mixed % 19_500);
  }

  private String name(String kind, int number) {
    return prefix + "-" + kind + "-" + number;
  }

  /** Lines of different SKUs. */
  List<Basket.Line> lines(SplittableRandom random, int count) {
    var seen = new HashSet<Integer>();
    var lines = new ArrayList<Basket.Line>();
    while (lines.size() < count) {
      int number = random.nextInt(goods);
      if (seen.add(number)) {
        lines.add(new Basket.Line(good(number), 1 + random.nextInt(3)));
      }
    }
    return lines;
  }

  /** A rule on a key of this assortment; about half of those that a cart of 20 lines touches also get their amount. */
  Rule rule(SplittableRandom random, String id) {
    Good good = good(random.nextInt(goods));
    long from = 1_000L + random.nextInt(39_000);
    int kind = random.nextInt(100);
    if (kind < 55) {
      return new Rule(id, Rule.Key.LEAF, good.leaf(), from);
    }
    if (kind < 60) {
      return new Rule(id, Rule.Key.TOP, good.top(), from);
    }
    if (kind < 75) {
      return new Rule(id, Rule.Key.SKU, good.sku(), from);
    }
    return kind < 90
        ? new Rule(id, Rule.Key.BRAND, good.brand(), from)
        : new Rule(id, Rule.Key.TAG, good.tag(), from);
  }
}
