package dev.akinai.core.pricing;

import static dev.akinai.core.pricing.TestCarts.applied;
import static dev.akinai.core.pricing.TestCarts.cart;
import static dev.akinai.core.pricing.TestCarts.charges;
import static dev.akinai.core.pricing.TestCarts.cny;
import static dev.akinai.core.pricing.TestCarts.discounts;
import static dev.akinai.core.pricing.TestCarts.input;
import static dev.akinai.core.pricing.TestCarts.line;
import static dev.akinai.core.pricing.TestCarts.nets;
import static dev.akinai.core.pricing.TestCarts.quote;
import static dev.akinai.core.pricing.TestCarts.quoteAll;
import static dev.akinai.core.pricing.TestCarts.ruleset;
import static dev.akinai.core.pricing.TestCarts.sku;
import static dev.akinai.core.pricing.TestCarts.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.akinai.criteria.Criterion;
import dev.akinai.criteria.Criterion.Basis;
import dev.akinai.criteria.Sum;
import dev.akinai.money.CurrencyCode;
import dev.akinai.money.Money;
import dev.akinai.money.Ratio;
import dev.akinai.money.Rounding;
import dev.akinai.pricing.BuyerFacts;
import dev.akinai.pricing.Cart;
import dev.akinai.pricing.Charge;
import dev.akinai.pricing.Choices;
import dev.akinai.pricing.PricingInput;
import dev.akinai.pricing.Quote;
import dev.akinai.pricing.TenderPart;
import dev.akinai.promotion.AmountRounding;
import dev.akinai.promotion.AmountRules;
import dev.akinai.promotion.Benefit;
import dev.akinai.promotion.CodePolicy;
import dev.akinai.promotion.Effect;
import dev.akinai.promotion.Effect.Grouping;
import dev.akinai.promotion.Effect.LastGroup;
import dev.akinai.promotion.Effect.Part;
import dev.akinai.promotion.Effect.Pick;
import dev.akinai.promotion.Effect.Spread;
import dev.akinai.promotion.Lane;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.RulesetPolicy;
import dev.akinai.promotion.Stacking;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The worked cases of PRICING section 13 that are decided by the pricer, by number. */
class WorkedCasesTest {

  private static Offer.Builder amount(String id, long off) {
    return Offer.of(id, new Effect.Amount(cny(off))).currency(TestCarts.CNY);
  }

  private static Offer.Builder percent(String id, int percent) {
    return Offer.of(id, new Effect.Percent(percent * 10_000L));
  }

  private static Stacking priority(int priority) {
    return Stacking.FREE.withPriority(priority);
  }

  private static AmountRules on(dev.akinai.promotion.Basis base) {
    return AmountRules.OF_LANE.base(base);
  }

  private static final dev.akinai.promotion.Basis LIST = dev.akinai.promotion.Basis.LIST;
  private static final dev.akinai.promotion.Basis NET = dev.akinai.promotion.Basis.NET;

  @Test
  @DisplayName("1 to 4, 44, 47: largest remainder")
  void largestRemainder() {
    assertThat(discounts(quote(cart(10_000, 10_000, 10_000), amount("x", 1_000).build())))
        .containsExactly(334L, 333L, 333L);
    assertThat(discounts(quote(cart(500, 500, 500), amount("x", 200).build())))
        .containsExactly(67L, 67L, 66L);
    assertThat(discounts(quote(cart(0, 6, 2), amount("x", 6).build()))).containsExactly(0L, 5L, 1L);
    long[] twenty = new long[20];
    java.util.Arrays.fill(twenty, 100);
    List<Long> ten = discounts(quote(cart(twenty), amount("x", 10).build()));
    assertThat(ten.subList(0, 10)).containsOnly(1L);
    assertThat(ten.subList(10, 20)).containsOnly(0L);
    assertThat(discounts(quote(cart(60, 60, 60, 60, 60), amount("x", 3).build())))
        .containsExactly(1L, 1L, 1L, 0L, 0L);
    assertThat(discounts(quote(cart(11, 11), amount("x", 1).build()))).containsExactly(1L, 0L);
    assertThat(discounts(quote(cart(57, 3), amount("x", 10).build()))).containsExactly(10L, 0L);
    assertThat(discounts(quote(cart(16, 14, 20, 2), amount("x", 50).build())))
        .containsExactly(15L, 14L, 19L, 2L);
    assertThat(discounts(quote(cart(4, 407, 262, 88, 88), amount("x", 802).build())))
        .containsExactly(4L, 384L, 248L, 83L, 83L);
  }

  @Test
  @DisplayName("5: a coupon of more than the cart is clamped")
  void clamped() {
    Quote quote = quote(
        cart(100, 200).withCode("x"),
        amount("coupon", 1_000).code(CodePolicy.shared("X")).build());

    assertThat(quote.payable()).isEqualTo(cny(0));
    assertThat(quote.discount()).isEqualTo(cny(300));
    assertThat(verdict(quote, "coupon")).isEqualTo("CLAMPED CNY 7.00");
  }

  @Test
  @DisplayName("6: 10 % off 10 units of 0.33, once and per unit")
  void rounding() {
    Cart cart = Cart.in(TestCarts.CNY).add(line(0, 10, 33));
    AmountRules perUnit = on(LIST).rounded(AmountRounding.PER_UNIT);

    assertThat(quote(cart, percent("x", 10).build()).discount()).isEqualTo(cny(33));
    assertThat(quote(cart, percent("x", 10).amounts(perUnit).build()).discount())
        .isEqualTo(cny(30));
  }

  @Test
  @DisplayName("8: 2.5 % of 1.00 by the mode of rounding")
  void modes() {
    assertThat(rounded(Rounding.HALF_UP)).isEqualTo(3);
    assertThat(rounded(Rounding.HALF_EVEN)).isEqualTo(2);
    assertThat(rounded(Rounding.DOWN)).isEqualTo(2);
  }

  private static long rounded(Rounding mode) {
    var rounding = new AmountRounding(AmountRounding.Level.SCOPE, mode);
    Offer offer = Offer.of("x", new Effect.Percent(25_000))
        .amounts(AmountRules.OF_LANE.rounded(rounding))
        .build();
    return quote(cart(100), offer).discount().minor();
  }

  @Test
  @DisplayName("9, 10, 46, 49: in sequence and side by side")
  void sequence() {
    Offer ten = percent("ten", 10).stacking(priority(2)).build();
    Offer twenty = amount("twenty", 2_000).stacking(priority(1)).build();
    assertThat(quoteAll(cart(10_000), ten, twenty).payable()).isEqualTo(cny(7_000));
    assertThat(
            quoteAll(cart(10_000), ten, amount("t", 2_000).stacking(priority(3)).build())
                .payable())
        .isEqualTo(cny(7_200));
    Offer tenOfList = percent("ten", 10).amounts(on(LIST)).build();
    assertThat(quoteAll(
                cart(10_000),
                tenOfList,
                amount("t", 2_000).stacking(priority(3)).build())
            .payable())
        .isEqualTo(cny(7_000));
    assertThat(quoteAll(cart(10_000), percent("a", 10).build(), percent("b", 20).build())
            .payable())
        .isEqualTo(cny(7_200));
    assertThat(
            quoteAll(cart(10_000), tenOfList, percent("b", 20).amounts(on(LIST)).build())
                .payable())
        .isEqualTo(cny(7_000));
    Offer six = amount("six", 600).stacking(priority(2)).build();
    Offer half = percent("half", 50).stacking(priority(1)).build();
    assertThat(quoteAll(cart(1_000), six, half).payable()).isEqualTo(cny(200));
    Quote reversed =
        quoteAll(cart(1_000), six, percent("half", 50).stacking(priority(3)).build());
    assertThat(reversed.payable()).isEqualTo(cny(0));
    assertThat(verdict(reversed, "six")).isEqualTo("CLAMPED CNY 1.00");
    Quote mug = quoteAll(
        cart(1_299),
        percent("half", 50).stacking(priority(2)).build(),
        amount("ten", 1_000).build());
    assertThat(mug.payable()).isEqualTo(cny(0));
    assertThat(mug.applied().get(0).discount()).isEqualTo(cny(650));
    assertThat(verdict(mug, "ten")).isEqualTo("CLAMPED CNY 3.51");
  }

  @Test
  @DisplayName("11: three times 40 %")
  void threeTimes() {
    Offer[] net = {
      percent("a", 40).build(), percent("b", 40).build(), percent("c", 40).build()
    };
    Offer[] list = new Offer[3];
    for (int i = 0; i < 3; i++) {
      list[i] = net[i].toBuilder().amounts(on(LIST)).build();
    }
    assertThat(quoteAll(cart(10_000), net).payable()).isEqualTo(cny(2_160));
    assertThat(quoteAll(cart(10_000), list).payable()).isEqualTo(cny(0));
    RulesetPolicy floored = new RulesetPolicy(
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.of(700_000),
        20_000,
        Duration.ofMinutes(30),
        Map.of());
    for (Offer[] each : List.of(net, list)) {
      assertThat(quote(input(cart(10_000)), ruleset(Lane.DEFAULTS, floored, List.of(each)))
              .payable())
          .isEqualTo(cny(3_000));
    }
  }

  @Test
  @DisplayName("12: thresholds on list and on net")
  void thresholds() {
    Offer item = amount("item", 3_000).lane(Lane.ITEM).build();
    Offer onList =
        amount("order", 2_000).when(Sum.amount(Basis.LIST).ge(20_000)).build();
    Offer onNet = amount("order", 2_000).when(Sum.amount(Basis.NET).ge(20_000)).build();

    assertThat(quote(cart(21_000), item, onList).payable()).isEqualTo(cny(16_000));
    assertThat(quote(cart(21_000), item, onNet).payable()).isEqualTo(cny(18_000));
  }

  @Test
  @DisplayName("13: every 300, 50 off")
  void every() {
    assertThat(quote(cart(100_000), every(3).build()).payable()).isEqualTo(cny(85_000));
    assertThat(quote(cart(100_000), every(2).build()).payable()).isEqualTo(cny(90_000));
  }

  private static Offer.Builder every(long maxTimes) {
    return Offer.of("every", new Effect.Every(cny(30_000), cny(5_000), OptionalLong.of(maxTimes)))
        .currency(TestCarts.CNY);
  }

  @Test
  @DisplayName("14: a threshold across merchants")
  void acrossMerchants() {
    Offer offer = amount("order", 5_000).when(Sum.amount(Basis.LIST).ge(30_000)).build();

    Quote met = quote(twoMerchants(19_999, 10_001), offer);
    assertThat(discounts(met)).containsExactly(3_333L, 1_667L);
    assertThat(met.payable()).isEqualTo(cny(25_000));
    Quote notMet = quote(twoMerchants(19_998, 10_001), offer);
    assertThat(notMet.payable()).isEqualTo(cny(29_999));
    assertThat(verdict(notMet, "order"))
        .isEqualTo("THRESHOLD_NOT_MET need 30000, have 29999, LIST");
  }

  private static Cart twoMerchants(long a, long b) {
    return Cart.in(TestCarts.CNY)
        .add(line(0, 1, a).soldBy("A"))
        .add(line(1, 1, b).soldBy("B"));
  }

  @Test
  @DisplayName("15: shares fixed by list, lost or redistributed")
  void clampLose() {
    Offer item = amount("item", 13_000).lane(Lane.ITEM).scope(sku("a")).build();
    AmountRules list = on(LIST).threshold(LIST).weights(LIST);
    Offer order = Offer.of("order", new Effect.Every(cny(20_000), cny(3_000), OptionalLong.empty()))
        .currency(TestCarts.CNY)
        .amounts(list)
        .build();
    Offer losing = order.toBuilder().amounts(list.losingClamped()).build();

    assertThat(quoteAll(cart(15_000, 5_000), item, order).payable()).isEqualTo(cny(4_000));
    Quote lost = quoteAll(cart(15_000, 5_000), item, losing);
    assertThat(lost.payable()).isEqualTo(cny(4_250));
    assertThat(nets(lost)).containsExactly(0L, 4_250L);
  }

  @Test
  @DisplayName("17: 3 for 2, for the buyer and for the merchant")
  void threeForTwo() {
    Cart cart = cart(5_000, 4_000, 3_000, 2_000, 1_000, 500);

    assertThat(quote(cart, threeForTwo(Grouping.CUSTOMER_BEST)).discount()).isEqualTo(cny(3_500));
    assertThat(quote(cart, threeForTwo(Grouping.MERCHANT_BEST)).discount()).isEqualTo(cny(1_500));
  }

  private static Offer threeForTwo(Grouping grouping) {
    return buyGet(2, 1, Criterion.always(), grouping, Spread.GROUP).build();
  }

  private static Offer.Builder buyGet(
      int buy, int get, Criterion where, Grouping grouping, Spread spread) {
    return Offer.of(
        "buyGet",
        new Effect.BuyGet(
            new Part(where, buy),
            new Part(where, get),
            new Benefit.PercentOff(1_000_000),
            Pick.CHEAPEST,
            grouping,
            LastGroup.FULL_ONLY,
            OptionalLong.empty(),
            spread));
  }

  @Test
  @DisplayName("18: buy 2 get 1 of one SKU")
  void buyTwoGetOne() {
    long[] free = {0, 0, 0, 1, 1, 1, 2};
    for (int quantity : new int[] {2, 3, 5, 6}) {
      Cart cart = Cart.in(TestCarts.CNY).add(line(0, quantity, 100));
      assertThat(quote(cart, threeForTwo(Grouping.CUSTOMER_BEST)).discount())
          .isEqualTo(cny(100 * free[quantity]));
    }
  }

  @Test
  @DisplayName("19: two bundles beat the greatest one")
  void bundles() {
    Quote quote = quote(
        cart(2_000, 2_000, 2_000, 2_000),
        bundle("x", 1_000, "b", "c"),
        bundle("y", 900, "a", "b"),
        bundle("z", 900, "c", "d"));

    assertThat(quote.discount()).isEqualTo(cny(1_800));
    assertThat(applied(quote)).containsExactly("y", "z");
  }

  private static Offer bundle(String id, long off, String one, String other) {
    return Offer.of(
            id,
            new Effect.Bundle(
                List.of(new Part(sku(one), 1), new Part(sku(other), 1)),
                new Benefit.AmountOff(cny(off)),
                Grouping.CUSTOMER_BEST,
                OptionalLong.empty(),
                Spread.GROUP))
        .currency(TestCarts.CNY)
        .build();
  }

  @Test
  @DisplayName("20: lines outside the scope take no part")
  void scope() {
    Quote quote = quote(cart(2_299, 1_599), amount("x", 1_000).scope(sku("a")).build());
    assertThat(discounts(quote)).containsExactly(1_000L, 0L);
  }

  @Test
  @DisplayName("21: item offer, order offer, shipping")
  void itemAndOrder() {
    Offer item = percent("item", 20).lane(Lane.ITEM).scope(sku("a")).build();
    Offer order = percent("order", 10).build();
    Cart cart = cart(10_000, 5_000, 20_000).with(Charge.shipping("s", "post", cny(2_000)));

    assertThat(quote(cart, item, order).payable()).isEqualTo(cny(31_700));
  }

  @Test
  @DisplayName("25: buy 1 get 1 free, spread over the group and on the target")
  void spread() {
    Cart cart = Cart.in(TestCarts.CNY).add(line(0, 2, 4_000));
    Offer group =
        buyGet(1, 1, Criterion.always(), Grouping.CUSTOMER_BEST, Spread.GROUP).build();
    Offer target =
        buyGet(1, 1, Criterion.always(), Grouping.CUSTOMER_BEST, Spread.TARGET).build();

    assertThat(nets(quote(cart, group)).stream().mapToLong(Long::longValue).sum())
        .isEqualTo(4_000);
    assertThat(nets(quote(cart, group))).containsOnly(2_000L);
    assertThat(nets(quote(cart, target))).containsExactlyInAnyOrder(0L, 4_000L);
  }

  @Test
  @DisplayName("28: 20.00 over three units stays 20.00")
  void unitPrices() {
    Cart cart = Cart.in(TestCarts.CNY).add(line(0, 3, 1_000));
    Quote quote = quote(cart, amount("x", 1_000).build());
    assertThat(nets(quote)).containsExactly(2_000L);
  }

  @Test
  @DisplayName("30: percentages in currencies of 0 and 3 digits")
  void digits() {
    assertThat(inCurrency("JPY", 333)).isEqualTo(50);
    assertThat(inCurrency("KWD", 333)).isEqualTo(50);
  }

  private static long inCurrency(String code, long price) {
    CurrencyCode currency = CurrencyCode.of(code);
    Cart cart = Cart.in(currency).addAt("a", 1, Money.of(currency, price));
    return quote(cart, percent("x", 15).build()).discount().minor();
  }

  @Test
  @DisplayName("31: an offer in another currency, without and with a rate")
  void currencies() {
    CurrencyCode eur = CurrencyCode.of("EUR");
    Offer offer = Offer.of("usd", new Effect.Amount(Money.parse("USD 10.00")))
        .currency(CurrencyCode.of("USD"))
        .build();
    Cart cart = Cart.in(eur).addAt("a", 1, Money.parse("EUR 50.00"));
    assertThat(verdict(quote(cart, offer), "usd")).isEqualTo("CURRENCY USD");
    RulesetPolicy rates = new RulesetPolicy(
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        20_000,
        Duration.ofMinutes(30),
        Map.of("USD/EUR", Ratio.parse("0.9137")));
    Quote quote = quote(input(cart), ruleset(Lane.DEFAULTS, rates, List.of(offer)));
    assertThat(quote.discount()).isEqualTo(Money.parse("EUR 9.14"));
  }

  @Test
  @DisplayName("34: points up to 30 % of 99.99")
  void points() {
    Offer offer =
        Offer.of("points", new Effect.PayPoints(300_000, 100, cny(100), 1)).build();
    PricingInput input = input(cart(9_999).choosing(Choices.NONE.spending(5_000)))
        .withFacts(BuyerFacts.UNKNOWN.points(5_000));
    Quote quote = quote(input, ruleset(Lane.DEFAULTS, RulesetPolicy.DEFAULT, List.of(offer)));

    assertThat(quote.tenders())
        .containsExactly(new TenderPart(TenderPart.Kind.POINTS, offer.id(), 2_999, cny(2_999)));
    assertThat(quote.payable()).isEqualTo(cny(9_999));
  }

  @Test
  @DisplayName("35: free shipping from 50, before and after the coupon")
  void freeShipping() {
    Offer coupon = amount("coupon", 1_000).code(CodePolicy.shared("X")).build();
    Cart cart = cart(5_500).withCode("x").with(Charge.shipping("s", "post", cny(500)));
    assertThat(quoteAll(cart, coupon, freeFrom(Basis.NET)).payable()).isEqualTo(cny(5_000));
    assertThat(quoteAll(cart, coupon, freeFrom(Basis.LIST)).payable()).isEqualTo(cny(4_500));
    // the search finds that the coupon is worth more than the shipping
    assertThat(quote(cart, coupon, freeFrom(Basis.NET)).payable()).isEqualTo(cny(5_000));
    assertThat(charges(quote(cart, coupon, freeFrom(Basis.LIST)))).containsExactly(0L);
  }

  private static Offer freeFrom(Basis basis) {
    return Offer.of("free", new Effect.Shipping(new Benefit.PercentOff(1_000_000), Set.of()))
        .when(Sum.amount(basis).ge(5_000))
        .build();
  }

  @Test
  @DisplayName("37: one coupon, however it is typed")
  void codes() {
    Offer coupon = amount("coupon", 100).code(CodePolicy.shared("SAVE10")).build();
    Quote quote = quote(
        cart(1_000)
            .withCodes(List.of(" save10 ", "SAVE10", "\uff53\uff41\uff56\uff45\uff11\uff10")),
        coupon);

    assertThat(quote.payable()).isEqualTo(cny(900));
    assertThat(quote.coupons()).hasSize(1);
  }

  @Test
  @DisplayName("41: equal in all, the higher priority and then the smaller id wins")
  void ties() {
    Stacking exclusive = Stacking.FREE.inGroup("one");
    assertThat(applied(quote(
            cart(1_000),
            amount("b", 100).stacking(exclusive).build(),
            amount("a", 100).stacking(exclusive).build())))
        .containsExactly("a");
    assertThat(applied(quote(
            cart(1_000),
            amount("b", 100).stacking(exclusive.withPriority(1)).build(),
            amount("a", 100).stacking(exclusive).build())))
        .containsExactly("b");
  }

  @Test
  @DisplayName("43: nothing bought, nothing to pay, nothing to divide by")
  void nothing() {
    Offer coupon = percent("coupon", 10).code(CodePolicy.shared("X")).build();
    assertThat(quote(Cart.in(TestCarts.CNY).withCode("x"), coupon).payable()).isEqualTo(cny(0));
    Cart none = Cart.in(TestCarts.CNY).add(line(0, 0, 100)).withCode("x");
    assertThat(quote(none, coupon).pieces()).isEmpty();
    Quote free = quote(cart(0, 0).withCode("x"), coupon);
    assertThat(free.payable()).isEqualTo(cny(0));
    assertThat(free.coupons()).isEmpty();
    assertThat(verdict(free, "coupon")).isEqualTo("NO_EFFECT");
  }

  @Test
  @DisplayName("48: cents that are left")
  void leftCents() {
    Quote quote = quote(cart(2_164, 1_746, 938, 1_501, 1), amount("x", 5_729).build());
    assertThat(nets(quote)).containsExactly(211L, 171L, 92L, 147L, 0L);
  }

  @Test
  @DisplayName("54: an exclusive order offer leaves the shipping offer")
  void exclusiveGoods() {
    Offer order = percent("order", 50)
        .stacking(Stacking.FREE.exclusive(Stacking.Exclusive.GOODS))
        .build();
    Offer other = percent("other", 10).build();
    Offer free = Offer.of("free", new Effect.Shipping(new Benefit.PercentOff(1_000_000), Set.of()))
        .build();
    Quote quote =
        quote(cart(1_000).with(Charge.shipping("s", "post", cny(500))), order, other, free);

    assertThat(applied(quote)).containsExactly("free", "order");
    assertThat(verdict(quote, "other")).isEqualTo("LOST_TO order");
  }
}
