package dev.akinai.core.pricing;

import dev.akinai.base.Text;
import dev.akinai.money.Money;
import dev.akinai.pricing.CartLine;
import dev.akinai.pricing.PricingInput;
import dev.akinai.pricing.PricingRefusal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Gives every band its prices: what was agreed elsewhere, or the best of the price lists (PRICING 2.3). For one quote and thread. */
final class Selection {

  private static final Comparator<PricingInput.Priced> BEST_FIRST = Comparator.comparing(
          (PricingInput.Priced each) -> -(long) each.list().priority())
      .thenComparing(each -> each.entry().price().minor())
      .thenComparing(each -> each.list().id().value(), Text.UTF8_ORDER);

  private final PricingInput input;

  Selection(PricingInput input) {
    this.input = input;
  }

  void price(Sheet sheet, List<PricingRefusal> refusals) {
    for (Band band : sheet.bands) {
      CartLine first = band.lines.get(0);
      if (first.fixedPrice().isPresent()) {
        add(
            band,
            first.fixedPrice().get(),
            Optional.empty(),
            Band.FIXED,
            standing(first),
            refusals);
      } else {
        chosen(band, refusals);
      }
    }
  }

  private static Band.Standing standing(CartLine line) {
    return line.adjustments().isEmpty() ? Band.Standing.OPEN : Band.Standing.CLOSED;
  }

  private void chosen(Band band, List<PricingRefusal> refusals) {
    CartLine first = band.lines.get(0);
    Optional<PricingInput.Priced> best =
        input.prices().getOrDefault(first.sku(), List.of()).stream()
            .filter(each -> each.list().currency().equals(input.cart().currency()))
            .min(BEST_FIRST);
    if (best.isEmpty()) {
      refusals.add(new PricingRefusal.NoPrice(first.id(), first.sku()));
    } else {
      PricingInput.Priced won = best.get();
      add(
          band,
          won.entry().price(),
          won.entry().floor(),
          won.list().id().value(),
          standing(first),
          refusals);
    }
  }

  private static void add(
      Band band,
      Money price,
      Optional<Money> floor,
      String source,
      Band.Standing standing,
      List<PricingRefusal> refusals) {
    long list = Exact.product(price.minor(), band.quantity);
    long off = band.externalOff();
    if (list > Money.MAX_MINOR || off > list) {
      refusals.add(new PricingRefusal.TooMuch(band.lines.get(0).id()));
      return;
    }
    long least =
        Math.min(Money.MAX_MINOR, Exact.product(floor.map(Money::minor).orElse(0L), band.quantity));
    band.runs.add(new Band.PricedRun(
        band.quantity, list, list, least, price.minor(), source, "REGULAR", standing));
  }
}
