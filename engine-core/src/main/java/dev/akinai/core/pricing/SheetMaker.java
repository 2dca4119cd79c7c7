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
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings a cart into canonical order and gives each band its prices (PRICING 2.2, 2.3). Everything that forbids a quote is collected and
 * refused at once. For one quote and thread.
 */
final class SheetMaker {

  private static final Comparator<Sold> CANONICAL = Comparator.comparing(
          Sold::merchant, Text.UTF8_ORDER)
      .thenComparing(Sold::sku, Text.UTF8_ORDER)
      .thenComparing(Sold::rest, Text.UTF8_ORDER)
      .thenComparing(sold -> sold.line().id(), Text.UTF8_ORDER);

  private final PricingInput input;
  private final CurrencyCode currency;
  private final List<PricingRefusal> refusals = new ArrayList<>();

  /** A line, and what its units must share with those of another to be equal for pricing; the rest is empty for most. */
  private record Sold(String merchant, String sku, String rest, CatalogItem item, CartLine line) {

    boolean isEqual(Sold other) {
      return merchant.equals(other.merchant) && sku.equals(other.sku) && rest.equals(other.rest);
    }
  }

  SheetMaker(PricingInput input) {
    this.input = input;
    this.currency = input.cart().currency();
  }

  Sheet make() {
    Sheet sheet = new Sheet();
    addBands(sheet, sold(input.cart()));
    new Selection(input, sheet, refusals).price();
    requireExternal(sheet);
    addCharges(sheet);
    RefusedInside.ifAny(refusals);
    requireBounded(sheet);
    return sheet;
  }

  private List<Sold> sold(Cart cart) {
    var sold = new ArrayList<Sold>(cart.lines().size());
    for (CartLine line : cart.lines()) {
      if (line.quantity() > 0) {
        @Nullable CatalogItem item = active(line);
        if (item != null && isInCurrency(line)) {
          sold.add(
              new Sold(line.merchant().orElse(""), line.sku().value(), rest(line), item, line));
        }
      }
    }
    return sold;
  }

  private @Nullable CatalogItem active(CartLine line) {
    CatalogItem item = input.items().get(line.sku());
    if (item == null || !item.sku().active()) {
      refusals.add(new PricingRefusal.NotSold(line.id(), line.sku()));
      return null;
    }
    return item;
  }

  private boolean isInCurrency(CartLine line) {
    if (line.fixedPrice().isPresent()
        && !requireCurrency(line.id(), line.fixedPrice().get())) {
      return false;
    }
    for (ExternalAdjustment adjustment : line.adjustments()) {
      if (!requireCurrency(line.id(), adjustment.amount())) {
        return false;
      }
    }
    return true;
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

  private static void addBands(Sheet sheet, List<Sold> sold) {
    sold.sort(CANONICAL);
    @Nullable Sold last = null;
    for (Sold next : sold) {
      if (last == null || !last.merchant().equals(next.merchant())) {
        sheet.merchants.add(next.merchant());
      }
      if (last == null || !last.isEqual(next)) {
        sheet.bands.add(new Band(
            sheet.bands.size(),
            next.item(),
            next.merchant(),
            sheet.merchants.size() - 1,
            next.line()));
      }
      sheet.bands.get(sheet.bands.size() - 1).add(next.line());
      last = next;
    }
  }

  /** What another channel took off is at most what the line costs here. */
  private void requireExternal(Sheet sheet) {
    for (Band band : sheet.bands) {
      long off = band.externalOff();
      if (off > 0
          && !band.runs.isEmpty()
          && off > band.runs.stream().mapToLong(Band.PricedRun::list).sum()) {
        refusals.add(new PricingRefusal.TooMuch(band.lines.get(0).id()));
      }
    }
  }

  private void addCharges(Sheet sheet) {
    for (Charge charge : input.cart().charges()) {
      if (requireCurrency(charge.id(), charge.amount())) {
        sheet.charges.add(charge);
      }
    }
    sheet.charges.sort(Comparator.comparing(Charge::id, Text.UTF8_ORDER));
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
