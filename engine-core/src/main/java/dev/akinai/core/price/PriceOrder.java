package dev.akinai.core.price;

import dev.akinai.base.Text;
import dev.akinai.price.ListedPrice;
import dev.akinai.price.PricePolicy;
import java.util.Comparator;

/**
 * Which of two prices goes first: total orders, since no two lists share an id and each list gives one price for a unit (L-PRI-37).
 *
 * <p>One order ranks all prices that lower the base price, whatever their kinds. To rank each kind by audience first and compare the best of
 * each by price would not do: a dear price of a high priority would keep a cheap one of its kind from winning, without winning itself, so
 * that removing it changed the price. Stateless.
 */
final class PriceOrder {

  /** What one unit costs, lowest first. */
  static final Comparator<ListedPrice> COST = PriceOrder::compareCost;

  private static final Comparator<ListedPrice> ID =
      Comparator.comparing(each -> each.list().id().value(), Text.UTF8_ORDER);

  /** Of one list the price that counts: the greatest least quantity, then the latest start; lists by id. */
  static final Comparator<ListedPrice> BY_LIST = ID.thenComparing(
          each -> each.entry().minQty(), Comparator.reverseOrder())
      .thenComparing(PriceOrder::compareStartLatestFirst);

  private static final Comparator<ListedPrice> NARROWEST = Comparator.<ListedPrice>comparingInt(
          each -> -each.list().rank())
      .thenComparing(each -> each.list().priority(), Comparator.reverseOrder());

  private static final Comparator<ListedPrice> BY_AUDIENCE =
      NARROWEST.thenComparing(COST).thenComparing(ID);

  private static final Comparator<ListedPrice> LOWEST =
      COST.thenComparing(NARROWEST).thenComparing(ID);

  private static final Comparator<ListedPrice> BEST_OF =
      COST.thenComparing(each -> each.list().kind()).thenComparing(NARROWEST).thenComparing(ID);

  private PriceOrder() {}

  /** The order of base prices. */
  static Comparator<ListedPrice> ofBases(PricePolicy policy) {
    return switch (policy.base()) {
      case BY_AUDIENCE -> BY_AUDIENCE;
      case LOWEST -> LOWEST;
    };
  }

  /** The order of prices that lower a base price. */
  static Comparator<ListedPrice> ofOverrides(PricePolicy policy) {
    return policy.precedence().isEmpty()
        ? BEST_OF
        : Comparator.<ListedPrice>comparingInt(
                each -> policy.precedence().indexOf(each.list().kind()))
            .thenComparing(ofBases(policy));
  }

  private static int compareCost(ListedPrice a, ListedPrice b) {
    long left = a.entry().price().minor();
    long right = b.entry().price().minor();
    long leftPer = a.entry().per();
    long rightPer = b.entry().per();
    if (leftPer == rightPer) {
      return Long.compare(left, right);
    }
    // both products stay below 10^15 x 10^6, beyond a long: 128 bits
    int high = Long.compare(Math.multiplyHigh(left, rightPer), Math.multiplyHigh(right, leftPer));
    return high != 0 ? high : Long.compareUnsigned(left * rightPer, right * leftPer);
  }

  private static int compareStartLatestFirst(ListedPrice a, ListedPrice b) {
    var left = a.entry().window().from();
    var right = b.entry().window().from();
    if (left.isEmpty() || right.isEmpty()) {
      return Boolean.compare(left.isEmpty(), right.isEmpty());
    }
    return right.get().compareTo(left.get());
  }
}
