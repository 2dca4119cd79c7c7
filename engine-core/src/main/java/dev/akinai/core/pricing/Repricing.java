package dev.akinai.core.pricing;

import dev.akinai.core.promotion.Codes;
import dev.akinai.core.promotion.Rules;
import dev.akinai.criteria.Criterion;
import dev.akinai.money.Money;
import dev.akinai.points.EarningRule;
import dev.akinai.pricing.Application;
import dev.akinai.pricing.Cart;
import dev.akinai.pricing.CouponUse;
import dev.akinai.pricing.PricingInput;
import dev.akinai.pricing.Quote;
import dev.akinai.promotion.AmountRules;
import dev.akinai.promotion.Effect;
import dev.akinai.promotion.Lane;
import dev.akinai.promotion.Limits;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.OfferId;
import dev.akinai.promotion.Ruleset;
import dev.akinai.promotion.Stacking;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Prices what is kept of an order by the order's own input and rules (PRICING 11, REPRICE): with the codes and coupons it used, limits and
 * budgets of its offers as granted, and its offers of policy KEEP as the amounts that they took off the kept units. Thread-safe.
 */
final class Repricing implements Function<Kept, Quote> {

  private final PricingInput input;
  private final Ruleset ruleset;
  private final Extensions extensions;
  private final Set<OfferId> applied;
  private final Set<OfferId> storable;
  private final Set<String> coupons;

  Repricing(Quote frozen, PricingInput input, Ruleset ruleset, Extensions extensions) {
    this.input = input;
    this.ruleset = ruleset;
    this.extensions = extensions;
    this.applied = frozen.applied().stream().map(Application::offer).collect(Collectors.toSet());
    this.storable = storable(frozen, ruleset.lanes());
    this.coupons = frozen.coupons().stream().map(CouponUse::coupon).collect(Collectors.toSet());
  }

  @Override
  public Quote apply(Kept kept) {
    Map<OfferId, Map<String, Long>> granted = new HashMap<>(kept.granted());
    granted.keySet().retainAll(storable);
    List<Offer> offers = ruleset.offers().stream()
        .map(offer -> asGranted(offer, granted.keySet()))
        .toList();
    Ruleset again = Rules.of(ruleset.version(), offers, ruleset.lanes(), ruleset.policy());
    return Pricer.again(
        withUsedCoupons(cart(kept)),
        CompiledRules.of(again, extensions),
        EarningRule.NONE,
        granted);
  }

  private Cart cart(Kept kept) {
    Cart cart = input.cart();
    Map<String, Long> units = kept.lines();
    Set<String> used = ruleset.offers().stream()
        .filter(offer -> applied.contains(offer.id()))
        .flatMap(offer -> offer.sharedCode().stream())
        .collect(Collectors.toSet());
    return cart.withLines(cart.lines().stream()
            .filter(line -> units.containsKey(line.id()))
            .map(line -> line.times(units.getOrDefault(line.id(), 0L)))
            .toList())
        .withCodes(cart.codes().stream()
            .filter(code -> used.contains(Codes.normalise(code)))
            .toList());
  }

  private PricingInput withUsedCoupons(Cart cart) {
    return input
        .withCart(cart)
        .withCoupons(input.coupons().stream()
            .filter(coupon -> coupons.contains(coupon.coupon()))
            .toList());
  }

  private Offer asGranted(Offer offer, Set<OfferId> stored) {
    if (!applied.contains(offer.id())) {
      return offer;
    }
    Offer.Builder granted = offer.toBuilder().limits(Limits.NONE);
    return stored.contains(offer.id()) ? stored(offer, granted).build() : granted.build();
  }

  /** Its amounts are given; it stands where it stood, among the others. */
  private Offer.Builder stored(Offer offer, Offer.Builder granted) {
    Stacking stacking = offer.stacking();
    Effect effect = offer.effect() instanceof Effect.Shipping
        ? offer.effect()
        : new Effect.UnitPrice(Money.zero(input.cart().currency()));
    return granted
        .currency(input.cart().currency())
        .when(Criterion.always())
        .scope(Criterion.always())
        .effect(effect)
        .amounts(AmountRules.OF_LANE)
        .stacking(new Stacking(
            stacking.priority(),
            stacking.group(),
            stacking.excludes(),
            stacking.exclusive(),
            Stacking.Duty.MANDATORY));
  }

  /** Offers whose amounts are stored: those behind the lanes that make the list price, which are what they were for each unit. */
  private static Set<OfferId> storable(Quote frozen, List<Lane> lanes) {
    Set<Object> before = lanes.subList(0, Pricer.lastRebase(lanes) + 1).stream()
        .map(Lane::id)
        .collect(Collectors.toSet());
    return frozen.applied().stream()
        .filter(each -> !before.contains(each.lane()) && !each.discount().isZero())
        .map(Application::offer)
        .collect(Collectors.toSet());
  }
}
