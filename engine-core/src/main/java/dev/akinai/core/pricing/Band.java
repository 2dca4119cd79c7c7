package dev.akinai.core.pricing;

import dev.akinai.catalog.CatalogItem;
import dev.akinai.money.Money;
import dev.akinai.pricing.CartLine;
import dev.akinai.pricing.Share;
import java.util.ArrayList;
import java.util.List;

/**
 * All units of a cart that are equal for pricing: same SKU, same price (PRICING 2.2). Decisions are taken on bands, so the order of lines
 * and how they are split cannot matter. For one quote and thread.
 */
final class Band {

  /** One cart line's part of the band. */
  static final class Portion {
    final CartLine line;
    final Money list;
    Money net;
    final List<Share> shares = new ArrayList<>();

    Portion(CartLine line, Money list) {
      this.line = line;
      this.list = list;
      this.net = list;
    }
  }

  final CatalogItem item;
  final Money unitPrice;
  final String priceSource;
  final List<Portion> portions = new ArrayList<>();
  long quantity;
  Money list;
  Money net;

  Band(CatalogItem item, Money unitPrice, String priceSource) {
    this.item = item;
    this.unitPrice = unitPrice;
    this.priceSource = priceSource;
    this.list = Money.zero(unitPrice.currency());
    this.net = list;
  }

  /** Adds a line; lines come in the order of their ids. */
  void add(CartLine line) {
    Money amount = unitPrice.times(line.quantity());
    portions.add(new Portion(line, amount));
    quantity += line.quantity();
    list = list.plus(amount);
    net = list;
  }
}
