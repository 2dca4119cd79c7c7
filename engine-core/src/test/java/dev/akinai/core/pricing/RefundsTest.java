package dev.akinai.core.pricing;

import static dev.akinai.core.pricing.TestCarts.CNY;
import static dev.akinai.core.pricing.TestCarts.cny;
import static dev.akinai.core.pricing.TestCarts.input;
import static dev.akinai.core.pricing.TestCarts.line;
import static dev.akinai.core.pricing.TestCarts.ruleset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akinai.base.InvalidInputException;
import dev.akinai.catalog.SkuId;
import dev.akinai.criteria.Criterion;
import dev.akinai.criteria.Criterion.Basis;
import dev.akinai.criteria.Sum;
import dev.akinai.pricing.Cart;
import dev.akinai.pricing.CartLine;
import dev.akinai.pricing.Charge;
import dev.akinai.pricing.Quote;
import dev.akinai.pricing.RefundPlan;
import dev.akinai.pricing.RefundRequest;
import dev.akinai.pricing.TaxTable;
import dev.akinai.pricing.TaxTable.Inclusion;
import dev.akinai.pricing.TaxTable.Level;
import dev.akinai.promotion.Benefit;
import dev.akinai.promotion.Effect;
import dev.akinai.promotion.Effect.Grouping;
import dev.akinai.promotion.Effect.LastGroup;
import dev.akinai.promotion.Effect.Part;
import dev.akinai.promotion.Effect.Pick;
import dev.akinai.promotion.Effect.Spread;
import dev.akinai.promotion.Lane;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.OfferId;
import dev.akinai.promotion.RefundTerms;
import dev.akinai.promotion.RefundTerms.Policy;
import dev.akinai.promotion.RulesetPolicy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

/** Refunds: the laws L-PRI-44 to 49 and 72, and the worked cases 16, 22 to 25 and 50 to 53. */
class RefundsTest {

  private static final Function<Kept, Quote> NO_PRICE = kept -> {
    throw new AssertionError("no price must be asked for, but was for " + kept);
  };

  // --- laws ------------------------------------------------------------------------------------

  private static Function<Kept, Quote> anyPrice(Quote quote, long seed) {
    return kept -> FrozenQuotes.repriced(quote, kept.lines(), seed);
  }

  @Property(tries = 2_000)
  @Label("L-PRI-44, 45, 49: in any cut and order all comes back, no step is negative or too much")
  void partialRefundsAddUp(@ForAll long seed, @ForAll Policy policy) {
    var random = new Random(seed);
    Quote quote = FrozenQuotes.of(random, policy);
    Function<Kept, Quote> price = policy == Policy.REPRICE ? anyPrice(quote, seed) : NO_PRICE;

    List<RefundPlan> plans = RefundLaws.carryOut(quote, RefundLaws.cutAll(quote, random), price);

    assertThat(Refunds.policy(quote)).isEqualTo(policy);
    RefundLaws.checkWholeReturn(quote, plans);
    RefundLaws.checkSteps(quote, plans);
  }

  @Property(tries = 1_000)
  @Label("L-PRI-46: KEEP and what WITHHOLD has released do not depend on the cut")
  void cutsDoNotMatter(@ForAll long seed) {
    var random = new Random(seed);
    Quote quote = FrozenQuotes.of(random, Policy.KEEP);
    List<RefundRequest> cut = RefundLaws.cutAll(quote, random);
    List<RefundRequest> some = cut.subList(0, 1 + random.nextInt(cut.size()));
    RefundRequest once = new RefundRequest(
        some.stream().flatMap(each -> each.units().stream()).toList(),
        some.stream().flatMap(each -> each.gifts().stream()).toList(),
        List.of(),
        java.util.Optional.empty());

    List<RefundPlan> oneByOne = RefundLaws.carryOut(quote, withoutCharges(some), NO_PRICE);
    RefundLaws.checkCut(oneByOne, List.of(Refunds.plan(quote, List.of(), once, NO_PRICE)));
  }

  private static List<RefundRequest> withoutCharges(List<RefundRequest> requests) {
    return requests.stream().filter(each -> each.charges().isEmpty()).toList();
  }

  @Property(tries = 1_000)
  @Label("L-PRI-47: REPRICE leaves the shop with the least price of what was kept so far")
  void repricedOrdersKeepTheLeastPrice(@ForAll long seed) {
    var random = new Random(seed);
    Quote quote = FrozenQuotes.of(random, Policy.REPRICE);
    var prices = new ArrayList<Long>();
    Function<Kept, Quote> price = kept -> {
      Quote again = FrozenQuotes.repriced(quote, kept.lines(), seed);
      prices.add(again.total().minor());
      return again;
    };
    List<RefundRequest> goods = RefundLaws.cutAll(quote, random).stream()
        .filter(each -> !each.units().isEmpty())
        .toList();

    List<RefundPlan> plans = RefundLaws.carryOut(quote, goods.subList(0, goods.size() - 1), price);

    RefundLaws.checkRepriced(quote, plans, prices);
    Statistics.label("shortfall")
        .collect(plans.stream().anyMatch(plan -> plan.shortfall().isPositive()));
    Statistics.label("shortfall").coverage(cover -> {
      cover.check(true).percentage(share -> share > 5);
      cover.check(false).percentage(share -> share > 5);
    });
  }

  /** Half of the offers of a REPRICE order keep what they took off. */
  private static Policy policy(Policy usual, Offer offer, long seed) {
    boolean keeps = usual == Policy.REPRICE && ((offer.id().hashCode() ^ seed) & 1) == 0;
    return keeps ? Policy.KEEP : usual;
  }

  @Example
  @Label(
      "11: in a REPRICE order an offer of policy KEEP goes on taking off what it took off the kept units")
  void keptAmounts() {
    Offer tenth = Offer.of("tenth", new Effect.Percent(100_000))
        .lane(Lane.ITEM)
        .when(Sum.amount(Basis.LIST).ge(30_000))
        .build();
    Offer off = off(30_000, 5_000, Policy.REPRICE);
    // 3 x 100 less 30, less 50: paid 220; of two kept units 20 of the 30 stay off, the 50 do not:
    // 180
    assertThat(refunds(one(3, 10_000), List.of(RefundRequest.of("a", 1)), tenth, off))
        .containsExactly(4_000L);
  }

  @Property(tries = 500)
  @Label("L-PRI-44, 45, 47, 49 on quotes of the pricer, priced anew by the pricer")
  void quotesOfThePricer(@ForAll long seed, @ForAll Policy policy, @ForAll Inclusion inclusion) {
    var random = new RandomOffers(seed);
    Cart cart = random.cart();
    TaxTable table = TaxTable.europe("DE", inclusion, Level.RATE, 190_000);
    Offer[] offers = random.offers(4).stream()
        .map(offer -> offer.toBuilder()
            .refund(RefundTerms.of(policy(policy, offer, seed)))
            .build())
        .toArray(Offer[]::new);
    Quote quote = quote(cart, table, offers);
    List<RefundRequest> cut = RefundLaws.cutAll(quote, new Random(seed)).stream()
        .filter(each -> each.gifts().isEmpty())
        .toList();

    List<RefundPlan> plans = RefundLaws.carryOut(quote, cut, repricing(cart, quote, table, offers));

    RefundLaws.checkWholeReturn(quote, plans);
    RefundLaws.checkSteps(quote, plans);
  }

  @Property(tries = 500)
  @Label("L-PRI-45: no more money goes back than was received; what was short goes back later")
  void neverMoreThanWasReceived(@ForAll long seed, @ForAll Policy policy) {
    var random = new Random(seed);
    Quote quote = FrozenQuotes.of(random, policy);
    Function<Kept, Quote> price = anyPrice(quote, seed);
    var plans = new ArrayList<RefundPlan>();
    for (RefundRequest request : RefundLaws.cutAll(quote, random)) {
      long left = random.nextInt(300);
      RefundPlan plan = Refunds.plan(quote, plans, request.limitedTo(cny(left)), price);
      long points = plan.tenders().stream()
          .filter(part -> part.kind() == dev.akinai.pricing.TenderPart.Kind.POINTS)
          .mapToLong(part -> part.amount().minor())
          .sum();
      assertThat(plan.amount().minor() - points).isBetween(0L, left);
      plans.add(plan);
    }
    plans.add(Refunds.plan(quote, plans, RefundRequest.NOTHING, price));

    RefundLaws.checkWholeReturn(quote, plans);
  }

  @Property(tries = 500)
  @Label("L-PRI-52: of goods that come back, net and tax are what was paid for them")
  void creditNotesAddUp(@ForAll long seed) {
    var random = new Random(seed);
    Quote quote = FrozenQuotes.of(random, Policy.KEEP);
    boolean included = quote.tax().included().isPositive();
    for (RefundPlan plan : RefundLaws.carryOut(quote, RefundLaws.cutAll(quote, random), NO_PRICE)) {
      for (RefundPlan.Back back : plan.pieces()) {
        if (!back.tax().isEmpty()) {
          long tax =
              back.tax().stream().mapToLong(line -> line.amount().minor()).sum();
          long base = back.tax().get(0).base().minor();
          assertThat(included ? base + tax : base).isEqualTo(back.net().minor());
        }
      }
    }
  }

  @Property(tries = 500)
  @Label("KEEP: of whole units, net and reductions that come back are the list price")
  void reductionsFollowTheUnits(@ForAll long seed) {
    var random = new Random(seed);
    Quote quote = FrozenQuotes.of(random, Policy.KEEP);
    for (RefundPlan plan : RefundLaws.carryOut(quote, RefundLaws.cutAll(quote, random), NO_PRICE)) {
      for (RefundPlan.Back back : plan.pieces()) {
        long list = back.net().minor()
            + back.shares().stream().mapToLong(each -> each.amount().minor()).sum();
        assertThat(list).isEqualTo(back.quantity() * unitPrice(quote, back));
      }
    }
  }

  private static long unitPrice(Quote quote, RefundPlan.Back back) {
    return quote.pieces().stream()
        .filter(piece -> piece.run() == back.run())
        .findFirst()
        .orElseThrow()
        .unitPrice()
        .minor();
  }

  // --- worked cases ----------------------------------------------------------------------------

  private static Quote quote(Cart cart, TaxTable table, Offer... offers) {
    return TestCarts.quote(
        input(cart).taxed(table),
        ruleset(Lane.DEFAULTS, RulesetPolicy.DEFAULT, Arrays.asList(offers)));
  }

  private static Function<Kept, Quote> repricing(
      Cart cart, Quote quote, TaxTable table, Offer... offers) {
    return new Repricing(
        quote,
        input(cart).taxed(table),
        ruleset(Lane.DEFAULTS, RulesetPolicy.DEFAULT, Arrays.asList(offers)),
        Extensions.NONE);
  }

  /** What returns refund, one after the other, when the order's own offers price what is kept. */
  private static List<Long> refunds(Cart cart, List<RefundRequest> returns, Offer... offers) {
    Quote quote = quote(cart, TaxTable.NONE, offers);
    return RefundLaws.carryOut(quote, returns, repricing(cart, quote, TaxTable.NONE, offers))
        .stream()
        .map(plan -> plan.amount().minor())
        .toList();
  }

  private static Offer.Builder percent(int percent) {
    return Offer.of("percent", new Effect.Percent(percent * 10_000L));
  }

  private static Offer off(long threshold, long amount, Policy policy) {
    return Offer.of("off", new Effect.Amount(cny(amount)))
        .currency(CNY)
        .when(Sum.amount(Basis.LIST).ge(threshold))
        .refund(RefundTerms.of(policy))
        .build();
  }

  private static Cart one(long quantity, long price) {
    return Cart.in(CNY).add(line(0, quantity, price));
  }

  @Example
  @Label("16: 150 + 60, 20 % off; the 150 comes back")
  void stored() {
    assertThat(refunds(
            TestCarts.cart(15_000, 6_000),
            List.of(RefundRequest.of("a", 1)),
            percent(20).build()))
        .containsExactly(12_000L);
  }

  @Example
  @Label("22: 10.00 paid for 3 units that come back one by one")
  void oneByOne() {
    RefundRequest unit = RefundRequest.of("a", 1);
    Offer ten = off(0, 200, Policy.KEEP);

    assertThat(refunds(one(3, 400), List.of(unit, unit, unit), ten))
        .containsExactly(333L, 333L, 334L);
  }

  @Example
  @Label("23: 6 x 50, 10 % from 300; 5 come back")
  void thresholdLost() {
    Offer.Builder ten = percent(10).when(Sum.amount(Basis.LIST).ge(30_000));
    List<RefundRequest> five = List.of(RefundRequest.of("a", 5));

    assertThat(refunds(one(6, 5_000), five, ten.build())).containsExactly(22_500L);
    assertThat(refunds(
            one(6, 5_000), five, ten.refund(RefundTerms.of(Policy.REPRICE)).build()))
        .containsExactly(22_000L);
  }

  @Example
  @Label("24: 200 with a gift worth 30; the goods come back, the gift comes later")
  void giftWithheld() {
    Offer gift = Offer.of(
            "gift",
            new Effect.Gift(
                List.of(new SkuId("gift")), 1, cny(3_000), Effect.Gift.Fallback.FIRST_AVAILABLE))
        .refund(RefundTerms.of(Policy.WITHHOLD))
        .build();
    RefundRequest giftBack = RefundRequest.NOTHING.withGifts(new OfferId("gift"), 1);
    RefundRequest goods = RefundRequest.of("a", 1);

    assertThat(refunds(one(1, 20_000), List.of(goods, giftBack), gift))
        .containsExactly(17_000L, 3_000L);
    assertThat(refunds(one(1, 20_000), List.of(giftBack, goods), gift))
        .containsExactly(0L, 20_000L);
    assertThat(refunds(one(1, 2_000), List.of(goods, giftBack), gift)).containsExactly(0L, 2_000L);
    Cart shipped = one(1, 20_000).with(Charge.shipping("ship", "post", cny(500)));
    assertThat(refunds(shipped, List.of(RefundRequest.NOTHING.withCharge("ship"), goods), gift))
        .containsExactly(500L, 17_000L);
  }

  @Example
  @Label(
      "what a gift holds back of a REPRICE order is what was owed at its best, not what is owed now")
  void giftWithheldFromReprice() {
    Offer gift = Offer.of(
            "gift",
            new Effect.Gift(
                List.of(new SkuId("gift")), 1, cny(3_000), Effect.Gift.Fallback.FIRST_AVAILABLE))
        .refund(RefundTerms.of(Policy.WITHHOLD))
        .build();
    RefundRequest unit = RefundRequest.of("a", 1);
    RefundRequest giftBack = RefundRequest.NOTHING.withGifts(new OfferId("gift"), 1);

    assertThat(refunds(
            one(3, 10_000),
            List.of(unit, unit, giftBack, unit),
            off(20_000, 12_000, Policy.REPRICE),
            gift))
        .containsExactly(7_000L, 0L, 3_000L, 8_000L);
  }

  @Example
  @Label("25: buy 1 get 1 free on 2 x 40, over the group and on the target")
  void freeUnit() {
    assertThat(refunds(one(2, 4_000), List.of(RefundRequest.of("a", 1)), oneFree(Spread.GROUP)))
        .containsExactly(2_000L);

    Offer target = oneFree(Spread.TARGET);
    Quote quote = quote(one(2, 4_000), TaxTable.NONE, target);
    int paid = quote.pieces().stream()
        .filter(piece -> piece.net().isPositive())
        .findFirst()
        .orElseThrow()
        .run();
    assertThat(quote.pieces()).hasSize(2);
    assertThat(refunds(one(2, 4_000), List.of(RefundRequest.of("a", 1)), target))
        .containsExactly(0L);
    assertThat(refunds(one(2, 4_000), List.of(RefundRequest.NOTHING.withRun("a", paid, 1)), target))
        .containsExactly(4_000L);
    RefundRequest both = RefundRequest.of("a", 1).withRun("a", 1 - paid, 1);
    assertThat(refunds(one(2, 4_000), List.of(both), target)).containsExactly(4_000L);
  }

  private static Offer oneFree(Spread spread) {
    Part any = new Part(Criterion.always(), 1);
    return Offer.of(
            "free",
            new Effect.BuyGet(
                any,
                any,
                new Benefit.PercentOff(1_000_000),
                Pick.CHEAPEST,
                Grouping.CUSTOMER_BEST,
                LastGroup.FULL_ONLY,
                OptionalLong.empty(),
                spread))
        .build();
  }

  @Example
  @Label("50: 3 x 100, 10 % off, 2 come back; 2 x 48, 20 % off, 1 is removed")
  void percentKept() {
    assertThat(refunds(
            one(3, 10_000), List.of(RefundRequest.of("a", 2)), percent(10).build()))
        .containsExactly(18_000L);
    Quote quote = quote(one(2, 4_800), TaxTable.NONE, percent(20).build());
    RefundPlan plan = Refunds.plan(quote, List.of(), RefundRequest.of("a", 1), NO_PRICE);
    assertThat(quote.total().minus(plan.amount())).isEqualTo(cny(3_840));
  }

  @Example
  @Label("51: 4 x 30 and shipping 5, 50 off above 100; the quantity becomes 2")
  void quantityLowered() {
    Cart cart = one(4, 3_000).with(Charge.shipping("ship", "post", cny(500)));
    List<RefundRequest> two = List.of(RefundRequest.of("a", 2));

    assertThat(refunds(cart, two, off(10_001, 5_000, Policy.REPRICE))).containsExactly(1_000L);
    assertThat(refunds(cart, two, off(10_001, 5_000, Policy.KEEP))).containsExactly(3_500L);
  }

  @Example
  @Label("52: shipping 5.00 discounted to 0 gives nothing back, but its reduction is reversed")
  void freeShipping() {
    Cart cart = one(1, 1_000).with(Charge.shipping("ship", "post", cny(500)));
    Offer free = Offer.of("free", new Effect.Shipping(new Benefit.FixedPrice(cny(0)), Set.of()))
        .build();
    Quote quote = quote(cart, TaxTable.NONE, free);
    RefundRequest shipping = RefundRequest.NOTHING.withCharge("ship", cny(500));
    RefundPlan plan = Refunds.plan(quote, List.of(), shipping, NO_PRICE);

    assertThat(plan.amount()).isEqualTo(cny(0));
    assertThat(plan.charges().get(0).shares())
        .extracting(share -> share.amount().minor())
        .containsExactly(500L);
  }

  @Example
  @Label("53: a line added to a paid order and removed before paying")
  void editUndone() {
    Cart paid = one(1, 10_000);
    Quote before = quote(paid, TaxTable.NONE);
    Quote added = quote(paid.add(line(1, 1, 5_000)), TaxTable.NONE);

    assertThat(Refunds.difference(added, before.total())).isEqualTo(cny(5_000));
    assertThat(Refunds.difference(before, before.total())).isEqualTo(cny(0));
    assertThat(Refunds.difference(before, added.total())).isEqualTo(cny(-5_000));
  }

  @Example
  @Label("L-PRI-72: known to be false: REPRICE does depend on how returns are cut")
  void repriceDependsOnTheCut() {
    Offer off = off(20_000, 12_000, Policy.REPRICE);
    RefundRequest unit = RefundRequest.of("a", 1);

    assertThat(refunds(one(3, 10_000), List.of(unit, unit), off)).containsExactly(10_000L, 0L);
    assertThat(refunds(one(3, 10_000), List.of(RefundRequest.of("a", 2)), off))
        .containsExactly(8_000L);
  }

  @Example
  @Label("a lost threshold owes more: it is shown, not collected, and the next return makes it up")
  void shortfall() {
    Offer off = off(20_000, 12_000, Policy.REPRICE);
    Cart cart = Cart.in(CNY)
        .add(CartLine.of("small", "s", 1).at(cny(1_000)))
        .add(CartLine.of("big", "b", 1).at(cny(19_000)));
    Quote quote = quote(cart, TaxTable.NONE, off);
    List<RefundPlan> plans = RefundLaws.carryOut(
        quote,
        List.of(RefundRequest.of("small", 1), RefundRequest.of("big", 1)),
        repricing(cart, quote, TaxTable.NONE, off));

    assertThat(plans).extracting(plan -> plan.amount().minor()).containsExactly(0L, 8_000L);
    assertThat(plans).extracting(plan -> plan.shortfall().minor()).containsExactly(11_000L, 0L);
  }

  @Example
  @Label("more than was bought, other gifts and other charges are refused")
  void refusesWhatWasNotBought() {
    Quote quote = quote(one(2, 100), TaxTable.NONE);
    List<RefundPlan> first =
        List.of(Refunds.plan(quote, List.of(), RefundRequest.of("a", 1), NO_PRICE));
    var wrong = new LinkedHashMap<RefundRequest, String>();
    wrong.put(RefundRequest.of("a", 2), "The units (2 of line a) must not be more than");
    wrong.put(RefundRequest.of("b", 1), "(0)");
    wrong.put(RefundRequest.NOTHING.withRun("a", 7, 1), "(0)");
    wrong.put(RefundRequest.NOTHING.withCharge("ship"), "The charge (ship)");
    wrong.put(RefundRequest.NOTHING.withGifts(new OfferId("g"), 1), "The gifts (1 of g)");

    wrong.forEach((request, message) -> assertThatThrownBy(
            () -> Refunds.plan(quote, first, request, NO_PRICE))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(message));
  }
}
