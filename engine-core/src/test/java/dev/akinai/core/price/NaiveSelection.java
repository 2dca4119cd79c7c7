package dev.akinai.core.price;

import dev.akinai.price.ListedPrice;
import dev.akinai.price.PriceList;
import dev.akinai.price.PriceList.Kind;
import dev.akinai.price.PriceListId;
import dev.akinai.price.PricePolicy;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The same choice unit by unit, as the text of PRICING 2.3 reads: the oracle. */
final class NaiveSelection {

  /** What one unit costs. */
  record Unit(ListedPrice won, ListedPrice base, Optional<ListedPrice> rival) {}

  private final List<ListedPrice> prices;
  private final PriceTerms terms;
  private final Map<PriceListId, Long> taken = new HashMap<>();

  private NaiveSelection(List<ListedPrice> prices, PriceTerms terms) {
    this.prices = prices;
    this.terms = terms;
  }

  static List<Unit> units(List<ListedPrice> prices, PriceTerms terms) {
    var naive = new NaiveSelection(prices, terms);
    var units = new ArrayList<Unit>();
    for (long unit = 1; unit <= terms.units().ofSku(); unit++) {
      Optional<Unit> next = naive.choose(unit);
      if (next.isEmpty()) {
        return List.of();
      }
      units.add(next.get());
    }
    return units;
  }

  private Optional<Unit> choose(long unit) {
    @Nullable ListedPrice base = null;
    for (ListedPrice each : prices) {
      if (!each.list().kind().isOverride()
          && counts(each, unit)
          && (base == null || goesFirst(each, base, false))) {
        base = each;
      }
    }
    if (base == null) {
      return Optional.empty();
    }
    @Nullable ListedPrice best = null;
    for (ListedPrice each : prices) {
      if (each.list().kind().isOverride()
          && counts(each, unit)
          && cost(each, base) < 0
          && free(each) > 0
          && (best == null || goesFirst(each, best, true))) {
        best = each;
      }
    }
    return Optional.of(unit(base, best));
  }

  private Unit unit(ListedPrice base, @Nullable ListedPrice best) {
    if (best == null) {
      return new Unit(base, base, Optional.empty());
    }
    taken.merge(best.list().id(), 1L, Long::sum);
    return best.list().stance() == PriceList.Stance.COMPETE
        ? new Unit(base, base, Optional.of(best))
        : new Unit(best, base, Optional.empty());
  }

  private long free(ListedPrice each) {
    PriceTerms.Left left = terms.left(each.list().id(), each.entry());
    return Math.min(left.allotment(), left.buyer())
        - taken.getOrDefault(each.list().id(), 0L);
  }

  private boolean counts(ListedPrice each, long unit) {
    return applies(each, unit)
        && prices.stream()
            .filter(other -> other.list().id().equals(each.list().id()) && applies(other, unit))
            .noneMatch(other -> isLater(other, each));
  }

  private boolean applies(ListedPrice each, long unit) {
    PriceList list = each.list();
    boolean spu = list.aggregate() == PriceList.Aggregate.SPU;
    long all = spu ? terms.units().ofProduct() : terms.units().ofSku();
    long number = spu ? unit + terms.units().before() : unit;
    long reached = list.breaks() == PriceList.Breaks.GRADUATED ? number : all;
    return list.currency().equals(terms.currency())
        && list.audience().admits(terms.shopper())
        && list.window().holds(terms.at())
        && each.entry().window().holds(terms.at())
        && each.entry().minQty() <= reached;
  }

  private static boolean isLater(ListedPrice other, ListedPrice each) {
    if (other.entry().minQty() != each.entry().minQty()) {
      return other.entry().minQty() > each.entry().minQty();
    }
    long start = each.entry().window().from().map(at -> at.getEpochSecond()).orElse(-1L);
    return other.entry().window().from().map(at -> at.getEpochSecond()).orElse(-1L) > start;
  }

  private boolean goesFirst(ListedPrice each, ListedPrice other, boolean override) {
    List<Kind> precedence = terms.policy().precedence();
    if (override && !precedence.isEmpty() && each.list().kind() != other.list().kind()) {
      return precedence.indexOf(each.list().kind())
          < precedence.indexOf(other.list().kind());
    }
    boolean costFirst =
        override && precedence.isEmpty() || terms.policy().base() == PricePolicy.Base.LOWEST;
    if (costFirst && cost(each, other) != 0) {
      return cost(each, other) < 0;
    }
    if (override && precedence.isEmpty() && each.list().kind() != other.list().kind()) {
      return each.list().kind().ordinal() < other.list().kind().ordinal();
    }
    if (each.list().rank() != other.list().rank()) {
      return each.list().rank() > other.list().rank();
    }
    if (each.list().priority() != other.list().priority()) {
      return each.list().priority() > other.list().priority();
    }
    return cost(each, other) != 0
        ? cost(each, other) < 0
        : each.list().id().value().compareTo(other.list().id().value()) < 0;
  }

  private static int cost(ListedPrice a, ListedPrice b) {
    return product(a, b).compareTo(product(b, a));
  }

  private static BigInteger product(ListedPrice price, ListedPrice units) {
    return BigInteger.valueOf(price.entry().price().minor())
        .multiply(BigInteger.valueOf(units.entry().per()));
  }
}
