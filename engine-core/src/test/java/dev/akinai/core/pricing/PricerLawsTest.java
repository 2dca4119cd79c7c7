package dev.akinai.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akinai.catalog.CatalogItem;
import dev.akinai.catalog.CategoryId;
import dev.akinai.catalog.ProductId;
import dev.akinai.catalog.Sku;
import dev.akinai.catalog.SkuId;
import dev.akinai.core.promotion.Rules;
import dev.akinai.criteria.Criterion;
import dev.akinai.criteria.Fact;
import dev.akinai.criteria.Sum;
import dev.akinai.money.CurrencyCode;
import dev.akinai.money.Money;
import dev.akinai.points.EarningRule;
import dev.akinai.price.ListedPrice;
import dev.akinai.price.PriceEntry;
import dev.akinai.price.PriceList;
import dev.akinai.pricing.Application;
import dev.akinai.pricing.Cart;
import dev.akinai.pricing.CartLine;
import dev.akinai.pricing.PricingInput;
import dev.akinai.pricing.Quote;
import dev.akinai.pricing.QuotePiece;
import dev.akinai.pricing.Share;
import dev.akinai.pricing.Verdict;
import dev.akinai.promotion.Effect;
import dev.akinai.promotion.Lane;
import dev.akinai.promotion.LaneId;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.OfferId;
import dev.akinai.promotion.Ruleset;
import dev.akinai.promotion.RulesetPolicy;
import dev.akinai.promotion.Stacking;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** The laws of PRICING section 12 that hold for what this version prices, on arbitrary carts and offers. */
class PricerLawsTest {
  private static final CurrencyCode CNY = CurrencyCode.of("CNY");
  private static final Instant NOON = Instant.parse("2026-11-11T12:00:00Z");
  private static final String SALE = "sale";
  private static final List<Long> PRICES = List.of(0L, 1L, 99L, 333L, 1_150L, 100_000_000L);

  @Property
  @Label("L-PRI-01, 02, 09 nothing is negative, nothing is marked up, one currency")
  void nothingIsNegative(@ForAll("carts") Cart cart, @ForAll("offers") List<Offer> offers) {
    Quote quote = quote(cart, offers);

    Statistics.collect(quote.applied().isEmpty() ? "no offer applied" : "an offer applied");
    Statistics.coverage(
        coverage -> coverage.check("an offer applied").percentage(share -> share >= 5));
    assertThat(quote.payable().isNegative()).isFalse();
    for (QuotePiece piece : quote.pieces()) {
      assertThat(piece.net().minor()).isBetween(0L, piece.list().minor());
      assertThat(piece.shares())
          .allSatisfy(share -> assertThat(share.amount().minor()).isPositive());
      assertThat(piece.net().currency()).isEqualTo(CNY);
    }
  }

  @Property
  @Label("L-PRI-03, 04 the shares of each offer are its discount, and reasons add up to the price")
  void reasonsAddUp(@ForAll("carts") Cart cart, @ForAll("offers") List<Offer> offers) {
    Quote quote = quote(cart, offers);

    for (Application application : quote.applied()) {
      assertThat(shares(quote, application.offer())).isEqualTo(application.discount());
    }
    Money discounts =
        Money.sum(CNY, quote.applied().stream().map(Application::discount).toList());
    assertThat(quote.list().minus(discounts)).isEqualTo(quote.payable());
    assertThat(Money.sum(CNY, quote.pieces().stream().map(QuotePiece::net).toList()))
        .isEqualTo(quote.payable());
  }

  @Property
  @Label("L-PRI-05 nothing falls outside an offer's scope")
  void nothingOutsideTheScope(@ForAll("carts") Cart cart, @ForAll("offers") List<Offer> offers) {
    Quote quote = quote(cart, offers);

    Set<String> onlyTea = offers.stream()
        .filter(offer -> !offer.scope().equals(Criterion.always()))
        .map(offer -> offer.id().value())
        .collect(Collectors.toSet());
    for (QuotePiece piece : quote.pieces()) {
      if (!piece.sku().value().startsWith("tea")) {
        assertThat(piece.shares().stream().map(share -> share.offer().value()))
            .noneMatch(onlyTea::contains);
      }
    }
  }

  @Property
  @Label("L-PRI-07 an offer takes at most what its scope holds, and says when it was cut")
  void takesAtMostItsBase(@ForAll("carts") Cart cart, @ForAll("offers") List<Offer> offers) {
    Quote quote = quote(cart, offers);

    assertThat(quote.applied())
        .allSatisfy(each -> assertThat(each.discount()).isLessThanOrEqualTo(each.base()));
    assertThat(quote.verdicts().stream().map(Verdict::subject))
        .doesNotHaveDuplicates()
        .containsAll(quote.applied().stream()
            .map(each -> each.offer().value())
            .filter(id -> !id.equals(SALE)) // one verdict for each line it competes on
            .toList());
  }

  @Property
  @Label("L-PRI-12, 14, 15 the order of lines and offers changes no amount")
  void orderDoesNotMatter(
      @ForAll("carts") Cart cart, @ForAll("offers") List<Offer> offers, @ForAll long seed) {
    var lines = new ArrayList<>(cart.lines());
    var shuffled = new ArrayList<>(offers);
    Collections.shuffle(lines, new Random(seed));
    Collections.shuffle(shuffled, new Random(seed));
    Quote one = quote(cart, offers);
    Quote other = quote(cart.withLines(lines), shuffled);

    assertThat(other.applied()).isEqualTo(one.applied());
    assertThat(other.rulesetHash()).isEqualTo(one.rulesetHash());
    assertThat(byLine(other)).isEqualTo(byLine(one));
    assertThat(quote(cart, offers).digest()).isEqualTo(one.digest());
  }

  @Property
  @Label("L-PRI-16 splitting a line over two changes no discount and no total")
  void splittingALineDoesNotMatter(
      @ForAll("carts") Cart cart, @ForAll("offers") List<Offer> offers) {
    Quote whole = quote(cart, offers);
    List<CartLine> halves = new ArrayList<>();
    for (CartLine line : cart.lines()) {
      long first = line.quantity() / 2;
      halves.add(named(line, line.id() + "a").times(first));
      halves.add(named(line, line.id() + "b").times(line.quantity() - first));
    }
    Quote split = quote(cart.withLines(halves), offers);

    assertThat(split.payable()).isEqualTo(whole.payable());
    assertThat(split.applied()).isEqualTo(whole.applied());
  }

  @Property
  @Label("L-PRI-18 an offer that does not match changes nothing")
  void whatDoesNotMatchChangesNothing(
      @ForAll("carts") Cart cart, @ForAll("offers") List<Offer> offers) {
    var more = new ArrayList<>(offers);
    more.add(offer(
        "never",
        Lane.ITEM,
        9,
        Criterion.never(),
        Criterion.always(),
        new Effect.Percent(1_000_000)));

    assertThat(byLine(quote(cart, more))).isEqualTo(byLine(quote(cart, offers)));
  }

  @Example
  @Label("case 9: 10 % then 20.00 off 100.00, and the other way round")
  void orderInALaneIsTheMerchants() {
    Cart cart = Cart.in(CNY).add("tea-5", 1);
    Offer tenPercent = offer(
        "a",
        Lane.PLATFORM_ORDER,
        2,
        Criterion.always(),
        Criterion.always(),
        new Effect.Percent(100_000));
    Offer twenty = offer(
        "b",
        Lane.PLATFORM_ORDER,
        1,
        Criterion.always(),
        Criterion.always(),
        new Effect.Amount(fen(20_000_000)));
    Offer twentyFirst = offer(
        "b",
        Lane.PLATFORM_ORDER,
        3,
        Criterion.always(),
        Criterion.always(),
        new Effect.Amount(fen(20_000_000)));

    assertThat(quote(cart, List.of(tenPercent, twenty)).payable()).isEqualTo(fen(70_000_000));
    assertThat(quote(cart, List.of(tenPercent, twentyFirst)).payable()).isEqualTo(fen(72_000_000));
  }

  @Example
  @Label("case 5: a coupon over the cart's amount is cut, and says what was lost")
  void aCouponIsCutAtZero() {
    Cart cart = Cart.in(CNY).addAt("tea-1", 1, fen(100)).addAt("mug-1", 1, fen(200));
    Offer coupon = offer(
        "ten",
        Lane.PLATFORM_COUPON,
        0,
        Criterion.always(),
        Criterion.always(),
        new Effect.Amount(fen(1_000)));
    Quote quote = quote(cart, List.of(coupon));

    assertThat(quote.payable()).isEqualTo(fen(0));
    assertThat(quote.verdicts())
        .containsExactly(new Verdict("ten", Verdict.Code.CLAMPED, "CNY 7.00"));
  }

  @Example
  @Label("case 1: 10.00 off over three lines of 100.00 is 3.34, 3.33, 3.33")
  void theSpareCentGoesToTheFirstBand() {
    Cart cart = Cart.in(CNY)
        .addAt("mug-1", 1, fen(10_000))
        .addAt("mug-2", 1, fen(10_000))
        .addAt("mug-3", 1, fen(10_000));
    Offer ten = offer(
        "ten",
        Lane.PLATFORM_ORDER,
        0,
        Criterion.always(),
        Criterion.always(),
        new Effect.Amount(fen(1_000)));

    assertThat(
            quote(cart, List.of(ten)).pieces().stream().map(piece -> piece.net().minor()))
        .containsExactly(9_666L, 9_667L, 9_667L);
  }

  @Example
  @Label("case 43: an empty cart, a line of 0, free lines")
  void nothingIsSoldForNothing() {
    Offer half = offer(
        "half", Lane.ITEM, 0, Criterion.always(), Criterion.always(), new Effect.Percent(500_000));

    assertThat(quote(Cart.in(CNY), List.of(half)).payable()).isEqualTo(fen(0));
    assertThat(quote(Cart.in(CNY).add("tea-1", 0), List.of(half)).pieces()).isEmpty();
    assertThat(quote(Cart.in(CNY).addAt("tea-1", 3, fen(0)), List.of(half)).verdicts())
        .containsExactly(new Verdict("half", Verdict.Code.NO_EFFECT, ""));
  }

  @Provide
  Arbitrary<Cart> carts() {
    Arbitrary<CartLine> line = Combinators.combine(
            Arbitraries.of("tea", "mug"),
            Arbitraries.integers().between(0, PRICES.size() - 1),
            Arbitraries.oneOf(Arbitraries.longs().between(0, 4), Arbitraries.of(10L, 999L)),
            Arbitraries.of(PRICES).optional(0.3))
        .as((kind, sku, quantity, fixed) -> line(kind + "-" + sku, quantity, fixed));
    return line.list().ofMaxSize(12).map(PricerLawsTest::numbered);
  }

  @Provide
  Arbitrary<List<Offer>> offers() {
    Arbitrary<Effect> effect = Arbitraries.oneOf(
        Arbitraries.longs().between(1, 1_000_000).map(Effect.Percent::new),
        Arbitraries.of(1L, 2L, 5L, 100L, 333L, 5_000L, 1_000_000L)
            .map(off -> new Effect.Amount(fen(off))));
    Arbitrary<Criterion> when = Arbitraries.oneOf(
        Arbitraries.just(Criterion.always()),
        Arbitraries.of(PRICES).map(least -> Sum.amount(Criterion.Basis.LIST).ge(least)),
        Arbitraries.just(Fact.set("coupon").has("SAVE")));
    Arbitrary<Criterion> scope =
        Arbitraries.of(Criterion.always(), Fact.tree("category").under("tea"));
    Arbitrary<Offer> offer = Combinators.combine(
            Arbitraries.of(
                Lane.ITEM, Lane.PLATFORM_ORDER, Lane.MERCHANT_ORDER, Lane.PLATFORM_COUPON),
            Arbitraries.integers().between(0, 2),
            when,
            scope,
            effect)
        .as((lane, priority, condition, lines, what) ->
            offer("x", lane, priority, condition, lines, what));
    return offer.list().ofMaxSize(5).map(PricerLawsTest::named);
  }

  private static Cart numbered(List<CartLine> lines) {
    Cart cart = Cart.in(CNY).withCode("save");
    for (CartLine line : lines) {
      cart = cart.add(named(line, "line-" + (cart.lines().size() + 10)));
    }
    return cart;
  }

  private static CartLine line(String sku, long quantity, Optional<Long> fixed) {
    CartLine line = CartLine.of("x", sku, quantity);
    return fixed.map(price -> line.at(fen(price))).orElse(line);
  }

  private static CartLine named(CartLine line, String id) {
    CartLine named = CartLine.of(id, line.sku().value(), line.quantity());
    return line.fixedPrice().map(named::at).orElse(named);
  }

  private static List<Offer> named(List<Offer> offers) {
    var named = new ArrayList<Offer>();
    for (Offer each : offers) {
      named.add(offer(
          "offer-" + named.size(),
          each.lane(),
          each.stacking().priority(),
          each.when(),
          each.scope(),
          each.effect()));
    }
    return named;
  }

  private static Offer offer(
      String id, LaneId lane, int priority, Criterion when, Criterion scope, Effect effect) {
    return Offer.of(id, effect)
        .lane(lane)
        .stacking(Stacking.FREE.withPriority(priority))
        .currency(CNY)
        .when(when)
        .scope(scope)
        .build();
  }

  private static Quote quote(Cart cart, List<Offer> offers) {
    List<Lane> lanes = Lane.DEFAULTS.stream()
        .map(lane -> lane.mode() == Lane.Mode.OPTIMAL ? lane.withMode(Lane.Mode.ALL) : lane)
        .toList();
    Ruleset ruleset = Rules.of(1, offers, lanes, RulesetPolicy.DEFAULT);
    var input = PricingInput.of(cart, ITEMS, LIST_PRICES, NOON);
    return Pricer.quote(input, CompiledRules.of(ruleset, Extensions.NONE), EarningRule.NONE);
  }

  /** A third of the goods have three units at a flash price, a third a price that competes with offers from four units on. */
  private static List<ListedPrice> prices(SkuId id, PriceList regular, long price, int kind) {
    PriceList flash = PriceList.of("flash", PriceList.Kind.FLASH, CNY);
    PriceList sale =
        PriceList.of(SALE, PriceList.Kind.SALE, CNY).withStance(PriceList.Stance.COMPETE);
    var entry = new PriceEntry(id, fen(price));
    var lower = new PriceEntry(id, fen(price * 9 / 10));
    return switch (kind) {
      case 0 -> List.of(new ListedPrice(regular, entry));
      case 1 -> List.of(new ListedPrice(flash, lower.allotted(3)), new ListedPrice(regular, entry));
      default -> List.of(new ListedPrice(regular, entry), new ListedPrice(sale, lower.from(4)));
    };
  }

  private static final Map<SkuId, CatalogItem> ITEMS = new HashMap<>();
  private static final Map<SkuId, List<ListedPrice>> LIST_PRICES = new HashMap<>();

  static {
    PriceList list = PriceList.regular("retail", CNY);
    for (String kind : List.of("tea", "mug")) {
      for (int i = 0; i < PRICES.size(); i++) {
        var id = SkuId.of(kind + "-" + i);
        ITEMS.put(
            id,
            new CatalogItem(
                Sku.of(id.value(), id.value()),
                new ProductId(kind),
                List.of(new CategoryId(kind)),
                Optional.empty(),
                Set.of()));
        LIST_PRICES.put(id, prices(id, list, PRICES.get(i), i % 3));
      }
    }
  }

  private static Map<String, List<QuotePiece>> byLine(Quote quote) {
    return quote.pieces().stream().collect(Collectors.groupingBy(QuotePiece::line));
  }

  private static Money shares(Quote quote, OfferId offer) {
    return Money.sum(
        CNY,
        quote.pieces().stream()
            .flatMap(piece -> piece.shares().stream())
            .filter(share -> share.offer().equals(offer))
            .map(Share::amount)
            .toList());
  }

  private static Money fen(long minor) {
    return Money.of(CNY, minor);
  }
}
