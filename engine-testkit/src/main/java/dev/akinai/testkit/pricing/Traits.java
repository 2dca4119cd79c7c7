package dev.akinai.testkit.pricing;

import dev.akinai.criteria.Criterion;
import dev.akinai.pricing.CustomEffect;
import dev.akinai.pricing.CustomEffect.Trait;
import dev.akinai.promotion.Effect;
import dev.akinai.promotion.Offer;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What may be relied on, by the table of effects (PRICING 3.3); of custom effects, what they declare. Stateless. */
final class Traits {

  private Traits() {}

  static Set<Trait> of(LawSubject subject, Offer offer) {
    Set<Trait> traits = of(subject.effects(), offer.effect());
    boolean capped = offer.amounts().rounding().isPresent();
    if (capped) {
      traits.remove(Trait.UNITS_HELP); // rounding each band or unit may lose a cent
      traits.remove(Trait.MONOTONE);
    }
    return traits;
  }

  private static Set<Trait> of(List<CustomEffect> custom, Effect effect) {
    Set<Trait> none = EnumSet.noneOf(Trait.class);
    if (effect instanceof Effect.Percent percent) {
      return percent.maxUnits().isEmpty() ? both() : monotone();
    }
    if (effect instanceof Effect.UnitAmount amount) {
      return amount.maxUnits().isEmpty() ? both() : monotone();
    }
    if (effect instanceof Effect.Amount
        || effect instanceof Effect.UnitPrice
        || effect instanceof Effect.Every
        || effect instanceof Effect.Shipping) {
      return both();
    }
    if (effect instanceof Effect.Tiers) {
      return both();
    }
    if (effect instanceof Effect.BuyGet buyGet) {
      return buyGet.grouping() == Effect.Grouping.CUSTOMER_BEST ? grouped(buyGet) : none;
    }
    if (effect instanceof Effect.Bundle bundle) {
      return bundle.grouping() == Effect.Grouping.CUSTOMER_BEST ? monotone() : none;
    }
    if (effect instanceof Effect.Ext ext) {
      return custom.stream()
          .filter(each -> each.id().equals(ext.id()))
          .findFirst()
          .map(each -> copy(each.traits()))
          .orElse(none);
    }
    return none;
  }

  private static Set<Trait> grouped(Effect.BuyGet buyGet) {
    boolean equal = Stream.of(buyGet.buy(), buyGet.get())
        .map(Effect.Part::where)
        .allMatch(Criterion.always()::equals);
    return equal && buyGet.pick() == Effect.Pick.DEAREST ? both() : EnumSet.noneOf(Trait.class);
  }

  private static Set<Trait> both() {
    return EnumSet.of(Trait.MONOTONE, Trait.UNITS_HELP);
  }

  private static Set<Trait> monotone() {
    return EnumSet.of(Trait.MONOTONE);
  }

  private static Set<Trait> copy(Set<Trait> traits) {
    Set<Trait> copy = EnumSet.noneOf(Trait.class);
    copy.addAll(traits);
    return copy;
  }
}
