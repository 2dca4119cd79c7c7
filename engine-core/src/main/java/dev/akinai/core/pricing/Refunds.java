package dev.akinai.core.pricing;

import dev.akinai.base.InvalidInputException;
import dev.akinai.money.CurrencyCode;
import dev.akinai.money.Money;
import dev.akinai.money.Rounding;
import dev.akinai.money.Split;
import dev.akinai.pricing.Application;
import dev.akinai.pricing.Benefits;
import dev.akinai.pricing.Quote;
import dev.akinai.pricing.RefundPlan;
import dev.akinai.pricing.RefundRequest;
import dev.akinai.pricing.TenderPart;
import dev.akinai.promotion.OfferId;
import dev.akinai.promotion.RefundTerms;
import dev.akinai.promotion.RefundTerms.Policy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Plans what goes back when goods come back, from the quote that was paid and never from today's rules (PRICING 11).
 *
 * <p>Everything is a step between two sums "so far", each of which only grows: the units' own amounts by cumulative floor, the parts by
 * cumulative Sainte-Laguë, the money as {@code max(earlier, owed - withheld)}. So no cut of a return into several can gain or lose a cent, no
 * step is negative, and the last one takes the rest.
 *
 * <ul>
 *   <li>KEEP owes the stored net, with tax that came on top, of all units and charges that are back;
 *   <li>REPRICE owes the most that {@code paid - price(kept)} ever was;
 *   <li>WITHHOLD holds back the worth of gifts that stay while any goods of the gift's scope are back.
 * </ul>
 *
 * <p>Pure; for one plan and thread.
 */
public final class Refunds {

  private final Quote frozen;
  private final CurrencyCode currency;
  private final List<RefundPlan> before;
  private final RefundRequest now;
  private final Function<Kept, Quote> price;
  private final Policy policy;
  private final boolean onTop;
  private final RefundUnits goods;
  private final RefundUnits charges;
  private final long earlier;

  private Refunds(
      Quote frozen, List<RefundPlan> before, RefundRequest now, Function<Kept, Quote> price) {
    this.frozen = frozen;
    this.currency = frozen.currency();
    this.before = before;
    this.now = now;
    this.price = price;
    this.policy = policy(frozen);
    this.onTop = RefundItem.onTop(frozen);
    this.goods = new RefundUnits(RefundItem.goods(frozen), before, RefundPlan::pieces);
    this.charges = new RefundUnits(RefundItem.charges(frozen), before, RefundPlan::charges);
    this.earlier = before.stream().mapToLong(plan -> plan.amount().minor()).sum();
    goods.take(now.units());
    now.charges().forEach(charges::take);
    now.gifts().stream().map(RefundRequest.Gifts::offer).forEach(this::requireGiven);
  }

  /**
   * Plans a refund.
   *
   * @param frozen the quote that was paid
   * @param before the plans that were carried out, in their order
   * @param now what comes back
   * @param price what the kept units of each line cost by the order's own rules, facts, prices and instant, with the coupons it used and
   *     with offers of policy KEEP as stored; lines of which nothing is kept are left out. Asked at most once, only under REPRICE, and only
   *     when some goods are back and some are kept
   * @return the plan; equal input gives an equal plan
   * @throws InvalidInputException if more units or gifts come back than are with the buyer, or the quote has no such charge
   */
  public static RefundPlan plan(
      Quote frozen, List<RefundPlan> before, RefundRequest now, Function<Kept, Quote> price) {
    return new Refunds(frozen, before, now, price).plan();
  }

  /**
   * What an order that was changed and quoted anew still costs: one difference, to collect if positive, to give back if negative.
   *
   * @param changed the quote of the whole order after the change
   * @param received what was received over all tenders, less what was given back
   * @return the new price less what was received
   */
  public static Money difference(Quote changed, Money received) {
    return changed.total().minus(received);
  }

  /** How a quote's refunds are computed: one REPRICE makes it REPRICE, else one WITHHOLD makes it WITHHOLD. */
  public static Policy policy(Quote frozen) {
    List<Policy> policies = frozen.applied().stream()
        .map(Application::refund)
        .map(RefundTerms::policy)
        .toList();
    if (policies.contains(Policy.REPRICE)) {
      return Policy.REPRICE;
    }
    return policies.contains(Policy.WITHHOLD) ? Policy.WITHHOLD : Policy.KEEP;
  }

  private RefundPlan plan() {
    return policy == Policy.REPRICE ? repriced() : kept();
  }

  private RefundPlan kept() {
    long owed = goods.soFar().plus(charges.soFar()).total(onTop);
    return plan(owed, 0, steps(goods), steps(charges));
  }

  private List<RefundPlan.Back> steps(RefundUnits units) {
    var backs = new ArrayList<RefundPlan.Back>();
    for (int i = 0; i < units.to.length; i++) {
      if (units.to[i] > units.from[i]) {
        backs.add(units.items.get(i).between(currency, units.from[i], units.to[i]));
      }
    }
    return backs;
  }

  // --- REPRICE ---------------------------------------------------------------------------------

  private RefundPlan repriced() {
    var left = RefundLeft.of(frozen, goods, charges, price);
    long due = left.total();
    long paid = frozen.total().minor();
    long held = before.isEmpty() ? 0 : before.get(before.size() - 1).withheld().minor();
    long owed = Math.max(earlier + held, paid - due);
    List<RefundPlan.Back> ofGoods = reversed(goods, all(goods), RefundPlan::pieces, left.goods());
    var ofCharges = new ArrayList<RefundPlan.Back>();
    for (int i = 0; i < charges.items.size(); i++) {
      RefundItem.Sums rest = left.charges().get(i);
      ofCharges.addAll(reversed(charges, new int[] {i}, RefundPlan::charges, rest));
    }
    return plan(owed, Math.max(0, due + earlier - paid), ofGoods, ofCharges);
  }

  private static int[] all(RefundUnits units) {
    int[] all = new int[units.to.length];
    Arrays.setAll(all, i -> i);
    return all;
  }

  /** Parts of a group are reversed by the most that was ever less than originally. */
  private List<RefundPlan.Back> reversed(
      RefundUnits units,
      int[] group,
      Function<RefundPlan, List<RefundPlan.Back>> backs,
      RefundItem.Sums left) {
    RefundItem.Sums whole = RefundItem.Sums.ZERO;
    RefundItem.Sums from = RefundItem.Sums.ZERO;
    for (int i : group) {
      whole = whole.plus(units.items.get(i).all());
      from = from.plus(reversedBefore(units.items.get(i), backs));
    }
    RefundItem.Sums to = from.max(whole.minus(left));
    var offs = new Parts(units, group, RefundItem::discounts, from.discount(), to.discount());
    var taxes = new Parts(units, group, RefundItem::taxes, from.tax(), to.tax());
    var bases = new Parts(units, group, RefundItem::bases, from.base(), to.base());
    var list = new ArrayList<RefundPlan.Back>();
    for (int i : group) {
      var back = units
          .items
          .get(i)
          .back(currency, units.from[i], units.to[i], offs.next(), taxes.next(), bases.next());
      if (back.quantity() > 0 || !back.shares().isEmpty() || !back.tax().isEmpty()) {
        list.add(back);
      }
    }
    return list;
  }

  private RefundItem.Sums reversedBefore(
      RefundItem item, Function<RefundPlan, List<RefundPlan.Back>> backs) {
    RefundItem.Sums sums = RefundItem.Sums.ZERO;
    for (RefundPlan plan : before) {
      for (RefundPlan.Back back : backs.apply(plan)) {
        if (item.is(back)) {
          sums = sums.plus(sums(back));
        }
      }
    }
    return sums;
  }

  private static RefundItem.Sums sums(RefundPlan.Back back) {
    return new RefundItem.Sums(
        back.net().minor(),
        back.shares().stream().mapToLong(share -> share.amount().minor()).sum(),
        back.tax().stream().mapToLong(line -> line.amount().minor()).sum(),
        back.tax().stream().mapToLong(line -> line.base().minor()).sum());
  }

  /** The parts of all items of a group as one split, handed out item by item. */
  private static final class Parts {
    private final List<long[]> parts = new ArrayList<>();
    private int next;

    Parts(
        RefundUnits units, int[] group, Function<RefundItem, long[]> amounts, long from, long to) {
      for (int i : group) {
        parts.add(amounts.apply(units.items.get(i)));
      }
      long[] steps = Split.step(parts.stream().flatMapToLong(Arrays::stream).toArray(), from, to);
      int at = 0;
      for (int i = 0; i < parts.size(); i++) {
        int length = parts.get(i).length;
        parts.set(i, Arrays.copyOfRange(steps, at, at + length));
        at += length;
      }
    }

    long[] next() {
      return parts.get(next++);
    }
  }

  // --- gifts -----------------------------------------------------------------------------------

  private void requireGiven(OfferId offer) {
    long given = gifts(offer, false);
    long back = giftsBack(offer);
    if (back > given) {
      throw new InvalidInputException(
          "The gifts (%d of %s) must not be more than were given (%d). Maybe they came back already."
              .formatted(back, offer, given));
    }
  }

  /** How many gifts an offer gave; or gave for goods some of which are back. */
  private long gifts(OfferId offer, boolean onlyDue) {
    return frozen.applied().stream()
        .filter(each -> each.offer().equals(offer))
        .filter(each -> !onlyDue || isDue(each))
        .mapToLong(Refunds::giftsOf)
        .sum();
  }

  private static long giftsOf(Application each) {
    return each.benefit().orElse(null) instanceof Benefits.Gifts gifts
        ? gifts.skus().size()
        : 0;
  }

  private boolean isDue(Application each) {
    for (int i = 0; i < goods.to.length; i++) {
      String merchant = goods.items.get(i).merchant();
      if (goods.to[i] > 0 && each.merchant().map(merchant::equals).orElse(true)) {
        return true;
      }
    }
    return false;
  }

  private long giftsBack(OfferId offer) {
    long back = now.gifts().stream()
        .filter(each -> each.offer().equals(offer))
        .mapToLong(RefundRequest.Gifts::quantity)
        .sum();
    for (RefundPlan plan : before) {
      back += plan.gifts().stream()
          .filter(each -> each.offer().equals(offer))
          .mapToLong(RefundRequest.Gifts::quantity)
          .sum();
    }
    return back;
  }

  /** The worth of gifts that stay although goods of their scope are back. */
  private long worthOfGifts() {
    long worth = 0;
    Set<OfferId> seen = new LinkedHashSet<>();
    for (Application each : frozen.applied()) {
      if (each.refund().policy() == Policy.WITHHOLD
          && each.benefit().orElse(null) instanceof Benefits.Gifts gifts
          && seen.add(each.offer())) {
        long stay = Math.max(0, gifts(each.offer(), true) - giftsBack(each.offer()));
        worth += gifts.worth().times(stay).minor();
      }
    }
    return worth;
  }

  // --- money -----------------------------------------------------------------------------------

  private RefundPlan plan(
      long owed, long shortfall, List<RefundPlan.Back> pieces, List<RefundPlan.Back> back) {
    long soFar = withinCash(Math.max(earlier, owed - worthOfGifts()));
    List<TenderPart> tenders = tenders(soFar);
    long others = tenders.stream().mapToLong(part -> part.amount().minor()).sum();
    return new RefundPlan(
        policy,
        pieces,
        back,
        now.gifts(),
        money(soFar - earlier),
        tenders,
        money(soFar - earlier - others),
        money(Math.max(0, owed - soFar)),
        money(shortfall));
  }

  /** The most that can be given back so far without paying out money that was not received. */
  private long withinCash(long target) {
    if (now.cashLeft().isEmpty()) {
      return target;
    }
    long left = now.cashLeft().get().minor();
    long low = earlier;
    long high = target;
    while (low < high) {
      long middle = high - (high - low) / 2;
      if (cash(middle) <= left) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** What of a step is money: all but points. It grows with the step, since no part of a split ever falls. */
  private long cash(long soFar) {
    long[] steps = Split.step(originals(), earlier, soFar);
    long cash = soFar - earlier;
    for (int i = 0; i < frozen.tenders().size(); i++) {
      cash -= frozen.tenders().get(i).kind() == TenderPart.Kind.POINTS ? steps[i] : 0;
    }
    return cash;
  }

  private List<TenderPart> tenders(long soFar) {
    long[] from = Split.cumulativeSainteLague(originals(), earlier);
    long[] to = Split.cumulativeSainteLague(originals(), soFar);
    var parts = new ArrayList<TenderPart>();
    for (int i = 0; i < frozen.tenders().size(); i++) {
      TenderPart part = frozen.tenders().get(i);
      if (to[i] > from[i]) {
        long units = units(part, to[i]) - units(part, from[i]);
        parts.add(new TenderPart(part.kind(), part.offer(), units, money(to[i] - from[i])));
      }
    }
    return parts;
  }

  private static long units(TenderPart part, long amount) {
    return Rounding.DOWN.mulDiv(part.units(), amount, part.amount().minor());
  }

  /** The tenders of the quote, then what was paid beside them. */
  private long[] originals() {
    long[] all = new long[frozen.tenders().size() + 1];
    long rest = frozen.total().minor();
    for (int i = 0; i + 1 < all.length; i++) {
      all[i] = frozen.tenders().get(i).amount().minor();
      rest -= all[i];
    }
    all[all.length - 1] = Math.max(0, rest);
    return all;
  }

  private Money money(long minor) {
    return Money.of(currency, minor);
  }
}
