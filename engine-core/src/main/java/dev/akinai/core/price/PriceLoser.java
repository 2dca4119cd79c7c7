package dev.akinai.core.price;

import dev.akinai.price.ListedPrice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A price that no unit took, and why. Immutable.
 *
 * @param price the price
 * @param reason the first that applies
 */
public record PriceLoser(ListedPrice price, Reason reason) {

  /** Why no unit took a price, in the order in which it is asked. */
  public enum Reason {
    /** Its list is in another currency. */
    OTHER_CURRENCY,
    /** The buyer is not in its list's audience. */
    OTHER_AUDIENCE,
    /** It, or its list, does not apply at this instant. */
    OUT_OF_TIME,
    /** It is for more units. */
    TOO_FEW_UNITS,
    /** Another price of its list counts for these units: from a greater quantity on, or of a later start. */
    OTHER_STEP,
    /** It would lower a base price, but there is none. */
    NO_BASE,
    /** Its allotment is used up. */
    NONE_LEFT,
    /** The buyer has had as many units as one buyer gets. */
    BUYER_LIMIT,
    /** It does not lower the base price. */
    NOT_BELOW_BASE,
    /** A price of another list goes first. */
    BEATEN
  }

  /**
   * The prices that no unit took, each with its reason.
   *
   * @param prices as in {@link PriceSelection#tranches}
   * @param terms as there
   * @return in the order of the prices; a base price that another one lowers is not among them
   */
  public static List<PriceLoser> of(List<ListedPrice> prices, PriceTerms terms) {
    Set<ListedPrice> used = new HashSet<>();
    for (Tranche each : PriceSelection.tranches(prices, terms)) {
      used.add(each.won());
      used.add(each.base());
      each.rival().ifPresent(used::add);
    }
    var selection = new PriceSelection(prices, terms);
    return prices.stream()
        .filter(each -> !used.contains(each))
        .map(each -> new PriceLoser(each, reason(each, selection, terms)))
        .toList();
  }

  private static Reason reason(ListedPrice each, PriceSelection selection, PriceTerms terms) {
    return PriceSelection.unfit(each, terms).orElseGet(() -> {
      List<List<ListedPrice>> places = places(selection, terms.units().ofSku()).stream()
          .filter(here -> here.contains(each))
          .toList();
      if (places.isEmpty()) {
        return Reason.OTHER_STEP;
      }
      return each.list().kind().isOverride()
          ? ofOverride(each, places, selection, terms)
          : Reason.BEATEN;
    });
  }

  /** The prices that count, wherever they change. */
  private static List<List<ListedPrice>> places(PriceSelection selection, long units) {
    var places = new ArrayList<List<ListedPrice>>();
    for (long unit = 1; unit <= units; unit = selection.next(unit)) {
      places.add(selection.at(unit));
    }
    return places;
  }

  private static Reason ofOverride(
      ListedPrice each,
      List<List<ListedPrice>> places,
      PriceSelection selection,
      PriceTerms terms) {
    if (places.stream().allMatch(here -> selection.base(here).isEmpty())) {
      return Reason.NO_BASE;
    }
    PriceTerms.Left left = terms.left(each.list().id(), each.entry());
    if (left.allotment() <= 0) {
      return Reason.NONE_LEFT;
    }
    if (left.buyer() <= 0) {
      return Reason.BUYER_LIMIT;
    }
    boolean lowers = places.stream()
        .anyMatch(here -> selection
            .base(here)
            .filter(base -> PriceOrder.COST.compare(each, base) < 0)
            .isPresent());
    return lowers ? Reason.BEATEN : Reason.NOT_BELOW_BASE;
  }
}
