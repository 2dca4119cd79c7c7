package dev.akinai.samples.workbench.retail;

import dev.akinai.catalog.SkuId;
import dev.akinai.samples.workbench.common.BadInputException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a first reading of the file learns: every code with its title, first price and smallest opening stock, and where each invoice goes.
 *
 * <p>The opening stock of a code is the smallest that never falls below zero when all lines are booked in file order. For one thread.
 */
final class Assortment {

  /** One code of the file. */
  static final class Article {
    final String code;
    final SkuId sku;
    String title = "";
    long firstPrice;
    boolean priced;
    private long balance;
    private long lowest;

    Article(String code) {
      this.code = code;
      this.sku = sku(code);
    }

    /** The smallest opening stock. */
    long opening() {
      return -lowest;
    }

    /** What shoppers read. */
    String titleOrCode() {
      return title.isEmpty() ? code : title;
    }

    private void book(long units) {
      balance += units;
      lowest = Math.min(lowest, balance);
    }
  }

  private final Map<String, Article> articles = new LinkedHashMap<>();
  private final Map<SkuId, Article> bySku = new HashMap<>();
  private final Map<String, String> countries = new HashMap<>();
  private final Set<String> months = new TreeSet<>();
  private long lines;
  private long orderedLines;

  /** Learns one line. */
  void learn(RetailLine line) {
    lines++;
    LineKind kind = line.kind();
    orderedLines += kind.isOrdered() ? 1 : 0;
    months.add(line.month());
    countries.putIfAbsent(line.invoice(), line.country());
    Article article = articles.computeIfAbsent(line.code(), this::open);
    if (article.title.isEmpty()) {
      article.title = line.title().strip();
    }
    if (!article.priced && kind.isOrdered()) {
      article.priced = true;
      article.firstPrice = line.price();
    }
    if (line.isGoods() && kind != LineKind.OTHER) {
      article.book(kind == LineKind.CANCELLATION ? line.units() : -line.units());
    }
  }

  private Article open(String code) {
    var article = new Article(code);
    Article other = bySku.putIfAbsent(article.sku, article);
    if (other != null) {
      throw new BadInputException(
          "The stock codes (%s, %s) must differ when their spaces are written as '_'. Maybe rename one of them."
              .formatted(other.code, code));
    }
    return article;
  }

  /** The code with its spaces written as {@code _}, since an id has visible characters only. */
  static SkuId sku(String code) {
    return SkuId.of(code.replace(' ', '_'));
  }

  Collection<Article> articles() {
    return articles.values();
  }

  /** The code that an id stands for. */
  String code(SkuId sku) {
    Article article = bySku.get(sku);
    if (article == null) {
      throw new IllegalStateException(
          "The SKU (" + sku + ") must be one of the file. Maybe another program uses the shop.");
    }
    return article.code;
  }

  /** Where an invoice goes; the engine does not keep it. */
  String country(String invoice) {
    return countries.getOrDefault(invoice, "Unspecified");
  }

  Set<String> months() {
    return months;
  }

  long lines() {
    return lines;
  }

  /** Lines that become pieces of orders. */
  long orderedLines() {
    return orderedLines;
  }
}
