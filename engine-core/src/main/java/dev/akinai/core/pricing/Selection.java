package dev.akinai.core.pricing;

import dev.akinai.catalog.ProductId;
import dev.akinai.core.price.PriceSelection;
import dev.akinai.core.price.PriceTerms;
import dev.akinai.core.price.Tranche;
import dev.akinai.money.Money;
import dev.akinai.money.Rounding;
import dev.akinai.price.ListedPrice;
import dev.akinai.price.PriceEntry;
import dev.akinai.price.PriceList;
import dev.akinai.price.PriceListId;
import dev.akinai.pricing.CartLine;
import dev.akinai.pricing.PricingInput;
import dev.akinai.pricing.PricingRefusal;
import dev.akinai.pricing.TaxTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives every band its prices: what was agreed elsewhere, or what the price lists say (PRICING 2.3). Units whose price was agreed elsewhere
 * count for no least quantity. For one quote and thread.
 */
final class Selection {

  private final PricingInput input;
  private final PriceCells cells;
  private final Sheet sheet;
  private final List<PricingRefusal> refusals;
  private final List<Band> open = new ArrayList<>();
  private @Nullable Products products;

  Selection(PricingInput input, Sheet sheet, List<PricingRefusal> refusals) {
    this.input = input;
    this.cells = new PriceCells(input);
    this.sheet = sheet;
    this.refusals = refusals;
  }

  void price() {
    for (Band band : sheet.bands) {
      if (isFixed(band)) {
        addFixed(band);
      } else {
        open.add(band);
      }
    }
    for (int from = 0; from < open.size(); ) {
      int to = from + 1;
      while (to < open.size() && isSameSku(open.get(from), open.get(to))) {
        to++;
      }
      choose(open.subList(from, to));
      from = to;
    }
  }

  private static boolean isFixed(Band band) {
    return band.lines.get(0).fixedPrice().isPresent();
  }

  private static boolean isSameSku(Band one, Band other) {
    return one.merchantIndex == other.merchantIndex
        && one.item.sku().id().equals(other.item.sku().id());
  }

  private void addFixed(Band band) {
    CartLine first = band.lines.get(0);
    long price = first.fixedPrice().orElseThrow().minor();
    long list = Exact.product(price, band.quantity);
    add(
        band,
        new Band.PricedRun(
            band.quantity, list, list, 0, price, Band.FIXED, "REGULAR", standing(first), 1, -1));
  }

  private static Band.Standing standing(CartLine line) {
    return line.adjustments().isEmpty() ? Band.Standing.OPEN : Band.Standing.CLOSED;
  }

  // --- price lists ---------------------------------------------------------------------------

  /** Bands of one SKU take the units of its tranches in canonical order. */
  private void choose(List<Band> bands) {
    Band first = bands.get(0);
    long units = 0;
    for (Band band : bands) {
      units += band.quantity;
    }
    List<ListedPrice> prices = applicable(first);
    List<Tranche> tranches =
        PriceSelection.tranches(prices, terms(prices, units(prices, first, units)));
    if (tranches.isEmpty()) {
      bands.stream()
          .map(each -> each.lines.get(0))
          .forEach(line -> refusals.add(new PricingRefusal.NoPrice(line.id(), line.sku())));
    } else {
      deal(bands, tranches);
    }
  }

  /** Units of the product are counted where a list asks for them: few do. */
  private PriceTerms.Units units(List<ListedPrice> prices, Band first, long ofSku) {
    for (ListedPrice each : prices) {
      if (each.list().aggregate() == PriceList.Aggregate.SPU) {
        products = products == null ? new Products(open) : products;
        return products.units(first, ofSku);
      }
    }
    return PriceTerms.Units.of(ofSku);
  }

  /** How many units of each product there are, and how many come before a band in canonical order. */
  private static final class Products {

    private final Map<Product, Long> all = new HashMap<>();
    private final Map<Band, Long> before = new HashMap<>();

    private record Product(String merchant, ProductId id) {}

    Products(List<Band> bands) {
      for (Band band : bands) {
        long upTo = all.merge(product(band), band.quantity, Long::sum);
        before.put(band, upTo - band.quantity);
      }
    }

    private static Product product(Band band) {
      return new Product(band.merchant, band.item.product());
    }

    PriceTerms.Units units(Band first, long ofSku) {
      long ofProduct = all.getOrDefault(product(first), ofSku);
      return new PriceTerms.Units(ofSku, ofProduct, before.getOrDefault(first, 0L));
    }
  }

  private List<ListedPrice> applicable(Band band) {
    List<ListedPrice> all = input.prices().getOrDefault(band.item.sku().id(), List.of());
    return input.tax().rates().isEmpty()
        ? all
        : all.stream().filter(each -> hasTaxAsAsked(each.list())).toList();
  }

  /** A list that says how it stands to the tax is for quotes of that kind only. */
  private boolean hasTaxAsAsked(PriceList list) {
    return switch (list.tax()) {
      case UNSTATED -> true;
      case INCLUDED -> input.tax().inclusion() == TaxTable.Inclusion.INCLUSIVE;
      case EXCLUDED -> input.tax().inclusion() == TaxTable.Inclusion.EXCLUSIVE;
    };
  }

  private PriceTerms terms(List<ListedPrice> prices, PriceTerms.Units units) {
    Map<PriceListId, PriceTerms.Left> left = Map.of();
    for (ListedPrice each : prices) {
      if (each.entry().isLimited()) {
        left = left.isEmpty() ? new HashMap<>() : left;
        left.merge(each.list().id(), cells.left(each), Selection::less);
      }
    }
    return new PriceTerms(
        cells.shopper(), input.at(), input.cart().currency(), units, input.pricePolicy(), left);
  }

  private static PriceTerms.Left less(PriceTerms.Left one, PriceTerms.Left other) {
    return new PriceTerms.Left(
        Math.min(one.allotment(), other.allotment()), Math.min(one.buyer(), other.buyer()));
  }

  private void deal(List<Band> bands, List<Tranche> tranches) {
    int next = 0;
    long left = tranches.get(0).quantity();
    for (Band band : bands) {
      for (long open = band.quantity; open > 0; ) {
        if (left == 0) {
          left = tranches.get(++next).quantity();
        }
        long some = Math.min(open, left);
        if (!add(band, run(band, tranches.get(next), some))) {
          return;
        }
        open -= some;
        left -= some;
      }
    }
  }

  private Band.PricedRun run(Band band, Tranche tranche, long units) {
    PriceEntry entry = tranche.won().entry();
    long floor = amount(entry.floor().map(Money::minor).orElse(0L), units, entry.per());
    int rival = tranche
        .rival()
        .map(each -> sheet.rival(band, each, cells.demands(each, units)))
        .orElse(-1);
    sheet.allotments.addAll(cells.demands(tranche.won(), units));
    return new Band.PricedRun(
        units,
        amount(tranche.regular(), units, tranche.regularPer()),
        amount(tranche.price(), units, tranche.per()),
        Math.min(Money.MAX_MINOR, floor),
        tranche.price(),
        tranche.list().id().value(),
        tranche.list().kind().name(),
        standing(band, tranche.list().stance()),
        tranche.per(),
        rival);
  }

  private static Band.Standing standing(Band band, PriceList.Stance stance) {
    return switch (stance) {
      case STACK, COMPETE -> standing(band.lines.get(0));
      case CLOSED -> Band.Standing.CLOSED;
      case CLOSED_NOT_COUNTED -> Band.Standing.CLOSED_UNCOUNTED;
    };
  }

  /** What units cost at a price for so many of them, rounded once; beyond all money where a long cannot hold it. */
  static long amount(long price, long units, long per) {
    if (per == 1 || price / per > Money.MAX_MINOR / units) {
      return Exact.product(price, units);
    }
    return Rounding.HALF_UP.mulDiv(price, units, per);
  }

  private boolean add(Band band, Band.PricedRun run) {
    long dearest = Math.max(run.list(), run.regular());
    if (dearest > Money.MAX_MINOR) {
      refusals.add(new PricingRefusal.TooMuch(band.lines.get(0).id()));
      return false;
    }
    band.runs.add(run);
    return true;
  }
}
