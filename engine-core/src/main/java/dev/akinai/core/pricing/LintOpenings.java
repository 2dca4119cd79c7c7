package dev.akinai.core.pricing;

import dev.akinai.base.InvalidInputException;
import dev.akinai.criteria.Criterion;
import dev.akinai.criteria.Fact;
import dev.akinai.criteria.FactType;
import dev.akinai.criteria.Literal;
import dev.akinai.criteria.Op;
import dev.akinai.pricing.Cart;
import dev.akinai.pricing.CouponFact;
import dev.akinai.pricing.PricingInput;
import dev.akinai.promotion.Limits;
import dev.akinai.promotion.Offer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes hold what an offer asks beside goods: time, code, place, member. What it does not know how to do it leaves. Stateless. */
final class LintOpenings {

  private static final String SOMEBODY = "somebody";
  private static final String OTHER = "other";

  private LintOpenings() {}

  static PricingInput open(PricingInput from, Offer offer) {
    try {
      PricingInput live = from.at(offer.schedule().nextStart(from.at()).orElse(from.at()));
      return met(known(coded(live, offer), offer), offer.when());
    } catch (InvalidInputException unusable) {
      return from; // such as a channel of 500 characters, which no cart can have
    }
  }

  private static PricingInput coded(PricingInput input, Offer offer) {
    if (offer.code().isEmpty()) {
      return input;
    }
    Optional<String> shared = offer.sharedCode();
    if (shared.isPresent()) {
      return typed(input, shared.get());
    }
    var coupons = new ArrayList<>(input.coupons());
    coupons.add(
        new CouponFact(Optional.empty(), offer.id(), "coupon of " + offer.id(), Optional.empty()));
    return input.withCoupons(coupons);
  }

  private static PricingInput typed(PricingInput input, String code) {
    Cart cart = input.cart();
    return cart.codes().contains(code) || cart.codes().size() == Cart.MAX_CODES
        ? input
        : input.withCart(cart.withCode(code));
  }

  /** Limits per buyer need a buyer. */
  private static PricingInput known(PricingInput input, Offer offer) {
    PricingInput known = input;
    for (Limits.BuyerUses limit : offer.limits().perBuyer()) {
      if (!limit.identity().equals("member")) {
        known = known.withFacts(known.facts().knownBy(limit.identity(), SOMEBODY));
      } else if (known.cart().buyer().isEmpty()) {
        known = known.withCart(known.cart().forBuyer(SOMEBODY));
      }
    }
    return known;
  }

  private static PricingInput met(PricingInput input, Criterion node) {
    if (node instanceof Criterion.All all) {
      PricingInput met = input;
      for (Criterion part : all.parts()) {
        met = met(met, part);
      }
      return met;
    }
    if (node instanceof Criterion.Any any) {
      boolean byGoods = any.parts().stream().anyMatch(Criterion.SumTest.class::isInstance);
      return byGoods || any.parts().isEmpty() ? input : met(input, any.parts().get(0));
    }
    if (node instanceof Criterion.Not not && not.part() instanceof Criterion.Test test) {
      return test.type() == FactType.TEXT ? another(input, test) : input;
    }
    return node instanceof Criterion.Test test ? met(input, test) : input;
  }

  private static PricingInput met(PricingInput input, Criterion.Test test) {
    return switch (test.op()) {
      case NE, NOT_IN -> another(input, test);
      case HAS_ALL -> {
        PricingInput met = input;
        for (Literal literal : test.values()) {
          met = set(met, new Criterion.Test(test.fact(), Op.HAS, List.of(literal)));
        }
        yield met;
      }
      case EMPTY -> input;
      default -> set(input, test);
    };
  }

  private static PricingInput another(PricingInput input, Criterion.Test test) {
    return test.type() == FactType.TEXT
        ? set(input, (Criterion.Test) Fact.text(test.fact().value()).eq(OTHER))
        : input;
  }

  private static PricingInput set(PricingInput input, Criterion.Test test) {
    if (test.values().get(0) instanceof Literal.Text text) {
      if (test.fact().value().equals("coupon")) {
        return typed(input, text.value());
      }
      if (test.fact().value().equals("member.id")) {
        return input.withCart(input.cart().forBuyer(text.value()));
      }
    }
    return FactChanges.of(input, test).values().stream().findFirst().orElse(input);
  }
}
