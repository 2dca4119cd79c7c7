package dev.akinai.core.pricing;

import dev.akinai.base.Text;
import dev.akinai.catalog.CatalogItem;
import dev.akinai.core.base.RefusedInside;
import dev.akinai.money.CurrencyCode;
import dev.akinai.money.Money;
import dev.akinai.pricing.Cart;
import dev.akinai.pricing.CartLine;
import dev.akinai.pricing.Charge;
import dev.akinai.pricing.ExternalAdjustment;
import dev.akinai.pricing.PricingInput;
import dev.akinai.pricing.PricingRefusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * Brings a cart into canonical order and gives each band its prices (PRICING 2.2, 2.3). Everything that forbids a quote is collected and
 * refused at once. For one quote and thread.
 */
final class SheetMaker {

  private static final Comparator<Key> CANONICAL = Comparator.comparing(
          Key::merchant, Text.UTF8_ORDER)
      .thenComparing(Key::sku, Text.UTF8_ORDER)
      .thenComparing(Key::rest, Text.UTF8_ORDER);

  private final PricingInput input;
  private final CurrencyCode currency;
  private final List<PricingRefusal> refusals = new ArrayList<>();

  /** What units must share to be equal for pricing; the rest is empty for most. */
  private record Key(String merchant, String sku, String rest) {}

  SheetMaker(PricingInput input) {
    this.input = input;
    this.currency = input.cart().currency();
  }

  Sheet make() {
    Sheet sheet = new Sheet();
    Map<Key, List<CartLine>> lines = byKey(input.cart());
    List<Key> keys = new ArrayList<>(lines.keySet());
    keys.sort(CANONICAL);
    var merchants = new TreeSet<String>(Text.UTF8_ORDER);
    keys.forEach(key -> merchants.add(key.merchant()));
    sheet.merchants.addAll(merchants);
    for (Key key : keys) {
      sheet.bands.add(band(sheet, key, lines.getOrDefault(key, List.of())));
    }
    new Selection(input, sheet, refusals).price();
    requireExternal(sheet);
    addCharges(sheet);
    RefusedInside.ifAny(refusals);
    requireBounded(sheet);
    return sheet;
  }

  private Map<Key, List<CartLine>> byKey(Cart cart) {
    Map<Key, List<CartLine>> lines = new HashMap<>();
    for (CartLine line : cart.lines()) {
      if (line.quantity() > 0 && isSold(line) && isInCurrency(line)) {
        var key = new Key(line.merchant().orElse(""), line.sku().value(), rest(line));
        lines.computeIfAbsent(key, each -> new ArrayList<>(2)).add(line);
      }
    }
    return lines;
  }

  private boolean isSold(CartLine line) {
    CatalogItem item = input.items().get(line.sku());
    boolean sold = item != null && item.sku().active();
    if (!sold) {
      refusals.add(new PricingRefusal.NotSold(line.id(), line.sku()));
    }
    return sold;
  }

  private boolean isInCurrency(CartLine line) {
    boolean fixed = requireCurrency(line.id(), line.fixedPrice().orElse(Money.zero(currency)));
    return line.adjustments().stream()
            .map(ExternalAdjustment::amount)
            .allMatch(amount -> fixed && requireCurrency(line.id(), amount))
        && fixed;
  }

  private boolean requireCurrency(String id, Money amount) {
    boolean same = amount.currency().equals(currency);
    if (!same) {
      refusals.add(new PricingRefusal.OtherCurrency(id, amount.currency().code()));
    }
    return same;
  }

  /** Lines that carry reductions of another channel are never merged: their amounts belong to them. */
  private static String rest(CartLine line) {
    if (line.fixedPrice().isEmpty()
        && line.attributes().isEmpty()
        && line.taxClass().isEmpty()
        && line.adjustments().isEmpty()) {
      return "";
    }
    return line.attributes()
        + "\n" + line.taxClass().orElse("")
        + "\n" + line.fixedPrice().map(Money::toString).orElse("")
        + "\n" + (line.adjustments().isEmpty() ? "" : line.id());
  }

  private Band band(Sheet sheet, Key key, List<CartLine> lines) {
    lines.sort(Comparator.comparing(CartLine::id, Text.UTF8_ORDER));
    Band band = new Band(
        sheet.bands.size(),
        Objects.requireNonNull(input.items().get(lines.get(0).sku()), "item"),
        key.merchant(),
        sheet.merchants.indexOf(key.merchant()),
        lines.get(0));
    lines.forEach(band::add);
    return band;
  }

  /** What another channel took off is at most what the line costs here. */
  private void requireExternal(Sheet sheet) {
    for (Band band : sheet.bands) {
      long list = band.runs.stream().mapToLong(Band.PricedRun::list).sum();
      if (!band.runs.isEmpty() && band.externalOff() > list) {
        refusals.add(new PricingRefusal.TooMuch(band.lines.get(0).id()));
      }
    }
  }

  private void addCharges(Sheet sheet) {
    input.cart().charges().stream()
        .filter(charge -> requireCurrency(charge.id(), charge.amount()))
        .sorted(Comparator.comparing(Charge::id, Text.UTF8_ORDER))
        .forEach(sheet.charges::add);
  }

  /** Sums of a quote stay within what Money can say, so nothing behind this point overflows. */
  private static void requireBounded(Sheet sheet) {
    long total = 0;
    for (Band band : sheet.bands) {
      for (Band.PricedRun run : band.runs) {
        total += Math.max(run.list(), run.regular());
        requireBounded(total);
      }
    }
    for (Charge charge : sheet.charges) {
      total += charge.amount().minor();
      requireBounded(total);
    }
  }

  private static void requireBounded(long total) {
    if (total > Money.MAX_MINOR) {
      throw RefusedInside.because(new PricingRefusal.TooMuch("total"));
    }
  }
}
