package dev.akinai.core.pricing;

import dev.akinai.pricing.Application;
import dev.akinai.pricing.Quote;
import dev.akinai.pricing.Share;
import dev.akinai.promotion.OfferId;
import dev.akinai.promotion.RefundTerms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What a buyer owes for what is kept, as REPRICE sees it: the goods at the price of the kept units, the charges less what was given back of
 * them. A charge is priced by the kept units too, but never gives back more than was paid for it; where nothing is kept, charges stay as they
 * were, since no goods are left to price them by. Immutable.
 *
 * @param goods all kept goods
 * @param charges each charge of the frozen quote, in its order
 * @param onTop true if tax comes on top of the kept net
 */
record RefundLeft(RefundItem.Sums goods, List<RefundItem.Sums> charges, boolean onTop) {

  static RefundLeft of(
      Quote frozen, RefundUnits goods, RefundUnits charges, Function<Kept, Quote> price) {
    Quote kept = priced(frozen, goods, price);
    return new RefundLeft(
        goods.all() ? RefundItem.Sums.ZERO : sum(RefundItem.goods(kept)),
        left(kept, charges),
        RefundItem.onTop(kept));
  }

  private static Quote priced(Quote frozen, RefundUnits goods, Function<Kept, Quote> price) {
    if (goods.none() || goods.all()) {
      return frozen;
    }
    return price.apply(new Kept(kept(goods), granted(frozen, goods)));
  }

  private static Map<String, Long> kept(RefundUnits goods) {
    Map<String, Long> kept = new LinkedHashMap<>();
    for (int i = 0; i < goods.to.length; i++) {
      RefundItem item = goods.items.get(i);
      if (item.quantity() > goods.to[i]) {
        kept.merge(item.id(), item.quantity() - goods.to[i], Long::sum);
      }
    }
    return kept;
  }

  /** What offers of policy KEEP took off the kept units, and off charges. */
  private static Map<OfferId, Map<String, Long>> granted(Quote frozen, RefundUnits goods) {
    Map<OfferId, Map<String, Long>> granted = new LinkedHashMap<>();
    for (Application each : frozen.applied()) {
      if (each.refund().policy() == RefundTerms.Policy.KEEP) {
        granted.put(each.offer(), new HashMap<>());
      }
    }
    for (int i = 0; i < goods.to.length; i++) {
      RefundItem item = goods.items.get(i);
      add(granted, item.id(), item.shares(), 1);
      add(granted, item.id(), item.between(frozen.currency(), 0, goods.to[i]).shares(), -1);
    }
    RefundItem.charges(frozen).forEach(charge -> add(granted, charge.id(), charge.shares(), 1));
    return granted;
  }

  private static void add(
      Map<OfferId, Map<String, Long>> granted, String id, List<Share> shares, int sign) {
    for (Share share : shares) {
      Map<String, Long> ofOffer = granted.get(share.offer());
      if (ofOffer != null) {
        ofOffer.merge(id, sign * share.amount().minor(), Long::sum);
      }
    }
  }

  private static RefundItem.Sums sum(List<RefundItem> items) {
    RefundItem.Sums sums = RefundItem.Sums.ZERO;
    for (RefundItem item : items) {
      sums = sums.plus(item.all());
    }
    return sums;
  }

  private static List<RefundItem.Sums> left(Quote kept, RefundUnits charges) {
    List<RefundItem> again = RefundItem.charges(kept);
    var left = new ArrayList<RefundItem.Sums>();
    for (int i = 0; i < charges.items.size(); i++) {
      RefundItem paid = charges.items.get(i);
      RefundItem item =
          again.stream().filter(each -> each.id().equals(paid.id())).findFirst().orElse(paid);
      left.add(item.all().minus(item.upTo(givenBack(paid, charges.to[i], item))));
    }
    return left;
  }

  /** How many units of a charge's new price are given back, if so many are of what was paid. */
  private static long givenBack(RefundItem paid, long back, RefundItem item) {
    if (item.net() == 0) {
      return back > 0 ? 1 : 0;
    }
    return paid.net() == 0 ? 0 : Math.min(back, item.quantity());
  }

  long total() {
    long total = goods.total(onTop);
    for (RefundItem.Sums charge : charges) {
      total += charge.total(onTop);
    }
    return total;
  }
}
