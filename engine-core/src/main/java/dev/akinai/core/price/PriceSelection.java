package dev.akinai.core.price;

import dev.akinai.price.ListedPrice;
import dev.akinai.price.PriceEntry;
import dev.akinai.price.PriceList;
import dev.akinai.price.PriceListId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the price of every unit of a SKU (PRICING 2.3): a base price, and the lists that lower it as far as they reach.
 *
 * <p>Units are numbered from 1. Of each list one price counts for a unit; which, only graduated prices decide by the unit's number. Between
 * two numbers at which such a price begins all units are alike, so the work does not grow with the quantity. Each unit takes the first price
 * that still has units left, in a total order; what is used of an allotment is used by the lowest numbers, which graduated prices make the
 * dearest. Lines play no part (L-PRI-38). For one call.
 */
public final class PriceSelection {

  private final PriceTerms terms;
  private final List<ListedPrice> fit;
  private final Map<PriceListId, Long> taken = new HashMap<>();
  private final List<Tranche> tranches = new ArrayList<>();

  PriceSelection(List<ListedPrice> prices, PriceTerms terms) {
    this.terms = terms;
    this.fit = new ArrayList<>(prices.size());
    for (ListedPrice each : prices) {
      if (unfit(each, terms).isEmpty()) {
        fit.add(each);
      }
    }
    fit.sort(PriceOrder.BY_LIST);
  }

  /**
   * The prices of all units of a SKU.
   *
   * @param prices of the SKU, with their lists, in any order; each key of a list once
   * @param terms what decides
   * @return tranches whose quantities add up to the units of the SKU, those of low unit numbers first; empty if a unit has no base price
   */
  public static List<Tranche> tranches(List<ListedPrice> prices, PriceTerms terms) {
    return prices.size() == 1
        ? only(prices.get(0), terms)
        : new PriceSelection(prices, terms).choose();
  }

  /** Most SKUs have one price: it is that of all units, or there is no base price for some. */
  private static List<Tranche> only(ListedPrice only, PriceTerms terms) {
    boolean isBase =
        !only.list().kind().isOverride() && unfit(only, terms).isEmpty() && reaches(only, 1, terms);
    return isBase
        ? List.of(new Tranche(terms.units().ofSku(), only, only, Optional.empty()))
        : List.of();
  }

  /** Why a price does not count at all, whatever the others are. */
  static Optional<PriceLoser.Reason> unfit(ListedPrice each, PriceTerms terms) {
    PriceList list = each.list();
    if (!list.currency().equals(terms.currency())) {
      return Optional.of(PriceLoser.Reason.OTHER_CURRENCY);
    }
    if (!list.audience().admits(terms.shopper())) {
      return Optional.of(PriceLoser.Reason.OTHER_AUDIENCE);
    }
    if (!list.window().holds(terms.at()) || !each.entry().window().holds(terms.at())) {
      return Optional.of(PriceLoser.Reason.OUT_OF_TIME);
    }
    return each.entry().minQty() > counted(list, terms)
        ? Optional.of(PriceLoser.Reason.TOO_FEW_UNITS)
        : Optional.empty();
  }

  private static long counted(PriceList list, PriceTerms terms) {
    return switch (list.aggregate()) {
      case SKU -> terms.units().ofSku();
      case SPU -> terms.units().ofProduct();
    };
  }

  private List<Tranche> choose() {
    long unit = 1;
    while (unit <= terms.units().ofSku()) {
      long next = next(unit);
      if (!chooseFrom(unit, next - unit)) {
        return List.of();
      }
      unit = next;
    }
    return List.copyOf(tranches);
  }

  /** The next unit at which something may change, or the one after the last. */
  long next(long unit) {
    long next = terms.units().ofSku() + 1;
    for (ListedPrice each : fit) {
      long start = each.entry().minQty() - before(each.list(), terms);
      if (isGraduated(each.list()) && start > unit) {
        next = Math.min(next, start);
      }
    }
    return next;
  }

  private boolean chooseFrom(long unit, long units) {
    List<ListedPrice> here = at(unit);
    Optional<ListedPrice> base = base(here);
    if (base.isEmpty()) {
      return false;
    }
    long rest = units;
    for (ListedPrice each : lower(here, base.get())) {
      long some = Math.min(rest, left(each));
      if (some > 0) {
        take(each, some, base.get());
        rest -= some;
      }
    }
    add(new Tranche(rest, base.get(), base.get(), Optional.empty()));
    return true;
  }

  /** Of each list the price that counts for a unit. */
  List<ListedPrice> at(long unit) {
    var found = new ArrayList<ListedPrice>();
    @Nullable PriceListId last = null;
    for (ListedPrice each : fit) {
      if (!each.list().id().equals(last) && reaches(each, unit, terms)) {
        found.add(each);
        last = each.list().id();
      }
    }
    return found;
  }

  private static boolean reaches(ListedPrice each, long unit, PriceTerms terms) {
    return !isGraduated(each.list()) || each.entry().minQty() <= unit + before(each.list(), terms);
  }

  private static long before(PriceList list, PriceTerms terms) {
    return list.aggregate() == PriceList.Aggregate.SPU ? terms.units().before() : 0;
  }

  private static boolean isGraduated(PriceList list) {
    return list.breaks() == PriceList.Breaks.GRADUATED;
  }

  /** The base price among those that count for a unit. */
  Optional<ListedPrice> base(List<ListedPrice> here) {
    Comparator<ListedPrice> order = PriceOrder.ofBases(terms.policy());
    @Nullable ListedPrice first = null;
    for (ListedPrice each : here) {
      if (!each.list().kind().isOverride() && (first == null || order.compare(each, first) < 0)) {
        first = each;
      }
    }
    return Optional.ofNullable(first);
  }

  /** What lowers the base price, best first; who does not lower it must not keep others from doing so. */
  private List<ListedPrice> lower(List<ListedPrice> here, ListedPrice base) {
    var lower = new ArrayList<ListedPrice>(here.size());
    for (ListedPrice each : here) {
      if (each.list().kind().isOverride() && PriceOrder.COST.compare(each, base) < 0) {
        lower.add(each);
      }
    }
    if (lower.size() > 1) {
      lower.sort(PriceOrder.ofOverrides(terms.policy()));
    }
    return lower;
  }

  private long left(ListedPrice each) {
    PriceEntry entry = each.entry();
    PriceTerms.Left left = terms.left(each.list().id(), entry);
    return Math.min(left.allotment(), left.buyer())
        - taken.getOrDefault(each.list().id(), 0L);
  }

  private void take(ListedPrice each, long units, ListedPrice base) {
    taken.merge(each.list().id(), units, Long::sum);
    add(
        each.list().stance() == PriceList.Stance.COMPETE
            ? new Tranche(units, base, base, Optional.of(each))
            : new Tranche(units, each, base, Optional.empty()));
  }

  private void add(Tranche next) {
    if (next.quantity() == 0) {
      return;
    }
    int last = tranches.size() - 1;
    if (last >= 0 && tranches.get(last).isPricedAs(next)) {
      tranches.set(
          last, tranches.get(last).withQuantity(tranches.get(last).quantity() + next.quantity()));
    } else {
      tranches.add(next);
    }
  }
}
