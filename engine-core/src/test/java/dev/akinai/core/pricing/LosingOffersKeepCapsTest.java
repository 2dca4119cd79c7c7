package dev.akinai.core.pricing;

import static dev.akinai.core.pricing.TestCarts.cart;
import static dev.akinai.core.pricing.TestCarts.cny;
import static dev.akinai.core.pricing.TestCarts.discounts;
import static dev.akinai.core.pricing.TestCarts.input;
import static dev.akinai.core.pricing.TestCarts.quote;
import static dev.akinai.core.pricing.TestCarts.ruleset;
import static org.assertj.core.api.Assertions.assertThat;

import dev.akinai.pricing.Quote;
import dev.akinai.promotion.AmountRules;
import dev.akinai.promotion.Effect;
import dev.akinai.promotion.Lane;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.RulesetPolicy;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Offers that lose what is clamped once passed the caps of cart, merchant and lane (found by L-PRI-08). */
class LosingOffersKeepCapsTest {

  private static final RulesetPolicy USUAL = RulesetPolicy.DEFAULT;
  private static final Offer LOSING = Offer.of("losing", new Effect.Amount(cny(750)))
      .currency(TestCarts.CNY)
      .lane(Lane.ITEM)
      .amounts(AmountRules.OF_LANE.losingClamped())
      .build();

  @Test
  void keepsTheCapOfTheCart() {
    var policy = new RulesetPolicy(
        OptionalLong.of(50_000),
        USUAL.merchantCapPpm(),
        USUAL.bandCapPpm(),
        USUAL.searchNodes(),
        USUAL.validFor(),
        USUAL.rates());
    Quote quote = quote(input(cart(900, 100)), ruleset(Lane.DEFAULTS, policy, List.of(LOSING)));

    assertThat(discounts(quote)).containsExactly(45L, 5L);
  }

  @Test
  void keepsTheCapOfTheLane() {
    List<Lane> lanes = Lane.DEFAULTS.stream()
        .map(lane -> lane.id().equals(Lane.ITEM) ? lane.cappedAt(100_000) : lane)
        .toList();
    Quote quote = quote(input(cart(900, 100)), ruleset(lanes, USUAL, List.of(LOSING)));

    assertThat(discounts(quote)).containsExactly(90L, 10L);
  }
}
