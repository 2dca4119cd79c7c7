package dev.akinai.core.pricing;

import static dev.akinai.core.pricing.TestCarts.CNY;
import static dev.akinai.core.pricing.TestCarts.applied;
import static dev.akinai.core.pricing.TestCarts.cny;
import static dev.akinai.core.pricing.TestCarts.nets;
import static dev.akinai.core.pricing.TestCarts.quote;
import static dev.akinai.core.pricing.TestCarts.ruleset;
import static dev.akinai.core.pricing.TestCarts.sku;
import static dev.akinai.core.pricing.TestCarts.verdict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akinai.catalog.SkuId;
import dev.akinai.core.base.RefusedInside;
import dev.akinai.criteria.Criterion.Basis;
import dev.akinai.criteria.Sum;
import dev.akinai.price.Audience;
import dev.akinai.price.ListedPrice;
import dev.akinai.price.PriceEntry;
import dev.akinai.price.PriceList;
import dev.akinai.price.PriceList.Kind;
import dev.akinai.price.PriceList.Stance;
import dev.akinai.price.PricePolicy;
import dev.akinai.pricing.BuyerFacts;
import dev.akinai.pricing.Cart;
import dev.akinai.pricing.CartLine;
import dev.akinai.pricing.ExternalAdjustment;
import dev.akinai.pricing.PricingInput;
import dev.akinai.pricing.Quote;
import dev.akinai.pricing.QuotePiece;
import dev.akinai.pricing.TaxTable;
import dev.akinai.promotion.Effect;
import dev.akinai.promotion.Lane;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.RulesetPolicy;
import dev.akinai.quota.Cell;
import dev.akinai.quota.CellKey;
import dev.akinai.quota.Demand;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Price lists at work in quotes: splits, stances, allotments, breaks (PRICING 2.3). */
class PriceListsInQuotesTest {

  private static final PriceList RETAIL = PriceList.regular("retail", CNY);
  private static final Offer TWENTY =
      Offer.of("twenty", new Effect.Percent(200_000)).lane(Lane.ITEM).build();

  private static ListedPrice price(PriceList list, PriceEntry entry) {
    return new ListedPrice(list, entry);
  }

  private static PriceEntry tea(long minor) {
    return new PriceEntry(new SkuId("tea"), cny(minor));
  }

  private static PriceList member(Stance stance) {
    return PriceList.of("member", Kind.MEMBER, CNY).withStance(stance);
  }

  private static PriceList flash(Stance stance) {
    return PriceList.of("flash", Kind.FLASH, CNY).withStance(stance);
  }

  private static PricingInput input(Cart cart, ListedPrice... prices) {
    return new PricingInput(
        cart,
        BuyerFacts.UNKNOWN.tier("gold"),
        TestCarts.input(cart).items(),
        Map.of(new SkuId("tea"), List.of(prices)),
        PricePolicy.DEFAULT,
        List.of(),
        List.of(),
        TaxTable.NONE,
        TestCarts.NOON);
  }

  private static Cart teas(long... quantities) {
    Cart cart = Cart.in(CNY);
    for (long quantity : quantities) {
      cart = cart.add("tea", quantity);
    }
    return cart;
  }

  private static Quote priced(PricingInput input, Offer... offers) {
    return quote(input, ruleset(Lane.DEFAULTS, RulesetPolicy.DEFAULT, List.of(offers)));
  }

  @Test
  @DisplayName("32: regular 100, member 90, offer 20 %: COMPETE 80, STACK 72; closed 90")
  void stances() {
    Map<Stance, Long> pays = new HashMap<>();
    for (Stance stance : Stance.values()) {
      PricingInput input =
          input(teas(1), price(RETAIL, tea(10_000)), price(member(stance), tea(9_000)));
      pays.put(stance, priced(input, TWENTY).payable().minor());
    }

    assertThat(pays)
        .containsEntry(Stance.COMPETE, 8_000L)
        .containsEntry(Stance.STACK, 7_200L)
        .containsEntry(Stance.CLOSED, 9_000L)
        .containsEntry(Stance.CLOSED_NOT_COUNTED, 9_000L);
  }

  @Test
  void competingPriceWinsOverWeakerOffersAndThenStandsAlone() {
    Offer five = Offer.of("five", new Effect.Percent(50_000)).lane(Lane.ITEM).build();
    PricingInput input =
        input(teas(2), price(RETAIL, tea(10_000)), price(member(Stance.COMPETE), tea(9_000)));

    Quote quote = priced(input, five);

    assertThat(quote.payable()).isEqualTo(cny(18_000));
    assertThat(applied(quote)).containsExactly("member");
    assertThat(verdict(quote, "five")).isEqualTo("LOST_TO member:1");
    assertThat(verdict(priced(input, TWENTY), "member:1")).isEqualTo("LOST_TO twenty");
    assertThat(quote.pieces().get(0).regular()).isEqualTo(cny(20_000));
  }

  @Test
  @DisplayName("a closed price counts for thresholds unless its list says otherwise")
  void closedPricesCount() {
    Offer least = Offer.of("least", new Effect.Amount(cny(1_000)))
        .currency(CNY)
        .when(Sum.amount(Basis.LIST).ge(13_000))
        .build();
    Cart cart = teas(1).add(CartLine.of("mug", "mug", 1).at(cny(5_000)));
    Map<Stance, Long> pays = new HashMap<>();
    for (Stance stance : List.of(Stance.CLOSED, Stance.CLOSED_NOT_COUNTED)) {
      PricingInput input =
          input(cart, price(RETAIL, tea(10_000)), price(member(stance), tea(8_000)));
      pays.put(stance, priced(input, least).payable().minor());
    }

    assertThat(pays)
        .containsEntry(Stance.CLOSED, 12_000L)
        .containsEntry(Stance.CLOSED_NOT_COUNTED, 13_000L);
  }

  @Test
  @DisplayName(
      "row 38: a flash price for as many units as its allotment and the buyer's limit leave, the rest at the next best")
  void flash() {
    PricingInput input = input(
        teas(4, 3).forBuyer("m-1"),
        price(RETAIL, tea(1_000)),
        price(PriceList.of("sale", Kind.SALE, CNY), tea(900)),
        price(flash(Stance.STACK), tea(500).allotted(100).atMostPerBuyer(5)));

    Quote quote = priced(input);

    assertThat(quote.payable()).isEqualTo(cny(5 * 500 + 2 * 900));
    assertThat(quote.list()).isEqualTo(quote.payable());
    assertThat(quote.pieces().stream().mapToLong(each -> each.regular().minor()).sum())
        .isEqualTo(7_000);
    assertThat(quote.cells()).hasSize(2).allMatch(each -> each.quantity() == 5);
    assertThat(units(quote)).isEqualTo(Map.of("flash", 5L, "sale", 2L));

    PricingInput later = input.withUsed(List.of(used(quote.cells(), "flash:flash", 97)));
    assertThat(units(priced(later))).isEqualTo(Map.of("flash", 3L, "sale", 4L));
    PricingInput had = input.withUsed(List.of(used(quote.cells(), "flash:flash", 100)));
    assertThat(units(priced(had))).isEqualTo(Map.of("sale", 7L));
  }

  private static Cell used(List<Demand> cells, String name, long consumed) {
    CellKey key = cells.stream()
        .map(Demand::cell)
        .filter(each -> each.toString().contains(name) && !each.toString().contains("member:"))
        .findFirst()
        .orElseThrow();
    return new Cell(key, 0, 0, consumed, 0, 0, 0, 1);
  }

  private static Map<String, Long> units(Quote quote) {
    Map<String, Long> units = new HashMap<>();
    for (QuotePiece piece : quote.pieces()) {
      units.merge(piece.priceSource(), piece.quantity(), Long::sum);
    }
    return units;
  }

  @Test
  void whoIsNoMemberGetsNoPriceThatCountsUnitsOfEachBuyer() {
    PricingInput input = input(
        teas(2), price(RETAIL, tea(1_000)), price(flash(Stance.STACK), tea(500).atMostPerBuyer(5)));

    assertThat(priced(input).payable()).isEqualTo(cny(2_000));
  }

  @Test
  void competingPriceTakesItsAllotmentOnlyWhereItWins() {
    PricingInput input = input(
        teas(3),
        price(RETAIL, tea(10_000)),
        price(flash(Stance.COMPETE), tea(9_000).allotted(2)));

    Quote won = priced(input);
    assertThat(won.payable()).isEqualTo(cny(28_000));
    assertThat(won.cells()).singleElement().returns(2L, Demand::quantity);

    Quote lost = priced(input, TWENTY);
    assertThat(lost.payable()).isEqualTo(cny(24_000));
    assertThat(lost.cells()).isEmpty();
  }

  @Test
  @DisplayName("33, L-PRI-38: breaks look at the units in the cart, not at how lines hold them")
  void breaks() {
    ListedPrice one = price(RETAIL, tea(1_000));
    ListedPrice six = price(RETAIL, tea(800).from(6));
    PriceList graduated = RETAIL.withBreaks(PriceList.Breaks.GRADUATED);

    assertThat(priced(input(teas(10), one, six)).payable()).isEqualTo(cny(8_000));
    assertThat(priced(input(teas(4, 5, 1), six, one)).payable()).isEqualTo(cny(8_000));
    assertThat(priced(input(teas(5), one, six)).payable()).isEqualTo(cny(5_000));
    assertThat(priced(input(teas(6), one, six)).payable()).isEqualTo(cny(4_800));
    assertThat(priced(input(
                teas(10),
                price(graduated, tea(1_000)),
                price(graduated, tea(800).from(6))))
            .payable())
        .isEqualTo(cny(9_000));
  }

  @Test
  void bandsOfOneSkuShareBreaksAndAllotments() {
    Cart cart = teas(2).add(CartLine.of("b", "tea", 4).with(Map.of("engraving", "for you")));
    ListedPrice one = price(RETAIL, tea(1_000));

    assertThat(priced(input(cart, one, price(RETAIL, tea(800).from(6)))).payable())
        .isEqualTo(cny(4_800));
    assertThat(priced(input(cart, one, price(flash(Stance.STACK), tea(500).allotted(3))))
            .payable())
        .isEqualTo(cny(4_500));
  }

  @Test
  void goodsByWeightAreRoundedOnceAndNoOfferTakesSomeOfTheirUnits() {
    Offer one = Offer.of(
            "one", new Effect.Percent(1_000_000, OptionalLong.of(1), Effect.Pick.CHEAPEST))
        .build();
    Quote quote = priced(input(teas(350, 5), price(RETAIL, tea(1_230).per(100))), one);

    assertThat(quote.payable()).isEqualTo(cny(4_367)); // 355 g at 12.30 per 100 g are 43.665
    assertThat(applied(quote)).isEmpty();
    assertThat(priced(input(teas(350, 5), price(RETAIL, tea(1_230).per(100))), TWENTY)
            .payable())
        .isEqualTo(cny(4_367 - 873));
  }

  @Test
  void audiencesAreSetsAndListsThatStateTheTaxAreForSuchQuotesOnly() {
    PriceList gold = PriceList.of("gold", Kind.MEMBER, CNY)
        .withAudience(Audience.EVERYONE.tiers("gold", "platinum"));
    PriceList net = RETAIL.withTax(PriceList.Tax.EXCLUDED);
    TaxTable europe =
        TaxTable.europe("DE", TaxTable.Inclusion.INCLUSIVE, TaxTable.Level.LINE, 190_000);
    Cart cart = teas(1);

    assertThat(priced(input(cart, price(RETAIL, tea(1_000)), price(gold, tea(900))))
            .payable())
        .isEqualTo(cny(900));
    assertThat(priced(input(cart, price(RETAIL, tea(1_000)), price(gold, tea(900)))
                .withFacts(BuyerFacts.UNKNOWN))
            .payable())
        .isEqualTo(cny(1_000));
    assertThatThrownBy(() -> priced(input(cart, price(net, tea(1_000))).taxed(europe)))
        .isInstanceOf(RefusedInside.class);
  }

  @Test
  void whatAnotherChannelTookOffIsSpreadOverTheUnitsAndNeverMoreThanTheyCost() {
    CartLine line = CartLine.of("a", "tea", 3)
        .adjusted(List.of(new ExternalAdjustment("voucher", "platform", cny(1_900))));
    ListedPrice[] prices = {
      price(RETAIL, tea(1_000)), price(flash(Stance.STACK), tea(500).allotted(2))
    };

    Quote quote = priced(input(Cart.in(CNY).add(line), prices), TWENTY);

    assertThat(nets(quote)).containsExactly(50L, 50L);
    assertThat(applied(quote)).isEmpty();
  }

  @Test
  @DisplayName(
      "row 43: a product page shows lists, competing prices and catalogue offers, but no offers of the cart")
  void productPage() {
    Offer tenth = Offer.of("tenth", new Effect.Percent(100_000))
        .lane(Lane.CATALOGUE)
        .scope(sku("tea"))
        .build();
    PricingInput input =
        input(teas(1), price(RETAIL, tea(10_000)), price(flash(Stance.COMPETE), tea(8_500)));
    CompiledRules rules = CompiledRules.of(
        ruleset(Lane.DEFAULTS, RulesetPolicy.DEFAULT, List.of(tenth, TWENTY)), Extensions.NONE);

    Quote page = Pricer.catalogue(input, rules);

    assertThat(page.payable()).isEqualTo(cny(8_500));
    assertThat(page.pieces().get(0).regular()).isEqualTo(cny(10_000));
    assertThat(verdict(page, "twenty")).isEqualTo("none");
    assertThat(Pricer.catalogue(input(teas(1), price(RETAIL, tea(10_000))), rules)
            .payable())
        .isEqualTo(cny(9_000));
  }
}
