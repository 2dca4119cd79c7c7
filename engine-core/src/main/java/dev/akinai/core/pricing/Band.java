package dev.akinai.core.pricing;

import dev.akinai.catalog.CatalogItem;
import dev.akinai.catalog.CategoryId;
import dev.akinai.criteria.TreePosition;
import dev.akinai.pricing.CartLine;
import dev.akinai.pricing.ExternalAdjustment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All units of a cart that are equal for pricing: same merchant, SKU, attributes, tax class and agreed price (PRICING 2.2). Decisions are
 * taken on bands, so the order of lines and how they are split cannot matter. For one quote and thread.
 */
final class Band {

  /** The price list of a line whose price was agreed elsewhere. */
  static final String FIXED = "fixed";

  final int index;
  final CatalogItem item;
  final String merchant;
  final int merchantIndex;
  final Map<String, String> attributes;
  final List<CartLine> lines = new ArrayList<>(1);
  final List<PricedRun> runs = new ArrayList<>(1);
  long quantity;

  /** Units of a band that were bought at one price, which is for so many units; a rival is one of the sheet's, or -1. */
  record PricedRun(
      long quantity,
      long regular,
      long list,
      long floor,
      long unitPrice,
      String source,
      String kind,
      Standing standing,
      long per,
      int rival) {

    int flags() {
      return Nets.flags(standing, per > 1, rival);
    }
  }

  /** Whether offers work on units, and whether thresholds count them. */
  enum Standing {
    OPEN,
    CLOSED,
    CLOSED_UNCOUNTED
  }

  Band(int index, CatalogItem item, String merchant, int merchantIndex, CartLine first) {
    this.index = index;
    this.item = item;
    this.merchant = merchant;
    this.merchantIndex = merchantIndex;
    this.attributes = first.attributes();
  }

  void add(CartLine line) {
    lines.add(line);
    quantity += line.quantity();
  }

  /** What other channels took off already; such lines are never merged. */
  long externalOff() {
    long off = 0;
    for (ExternalAdjustment adjustment : lines.get(0).adjustments()) {
      off += adjustment.amount().minor();
    }
    return off;
  }

  /** Where it stands in the tree of categories; offers ask {@link #isAt} and {@link #isUnder}, which make no sets. */
  TreePosition position() {
    List<CategoryId> path = item.categoryPath();
    return path.isEmpty()
        ? new TreePosition(Set.of(), Set.of())
        : new TreePosition(
            Set.of(path.get(0).value()),
            path.stream().skip(1).map(CategoryId::value).collect(Collectors.toSet()));
  }

  boolean isAt(String category) {
    List<CategoryId> path = item.categoryPath();
    return !path.isEmpty() && path.get(0).value().equals(category);
  }

  boolean isUnder(String category) {
    for (CategoryId each : item.categoryPath()) {
      if (each.value().equals(category)) {
        return true;
      }
    }
    return false;
  }

  /** The price of its first run: what a condition on {@code price} sees. */
  long unitPrice() {
    return runs.get(0).unitPrice();
  }

  boolean isReduced() {
    return runs.get(0).list() < runs.get(0).regular();
  }
}
