package dev.akinai.core.pricing;

import static dev.akinai.core.pricing.TestCarts.CNY;
import static dev.akinai.core.pricing.TestCarts.NOON;
import static dev.akinai.core.pricing.TestCarts.cny;
import static dev.akinai.core.pricing.TestCarts.sku;
import static org.assertj.core.api.Assertions.assertThat;

import dev.akinai.catalog.CatalogItem;
import dev.akinai.catalog.CategoryId;
import dev.akinai.catalog.ProductId;
import dev.akinai.catalog.Sku;
import dev.akinai.catalog.SkuId;
import dev.akinai.core.promotion.Rules;
import dev.akinai.criteria.Args;
import dev.akinai.criteria.Criterion;
import dev.akinai.criteria.Fact;
import dev.akinai.criteria.Sum;
import dev.akinai.criteria.Truth;
import dev.akinai.money.CurrencyCode;
import dev.akinai.money.Money;
import dev.akinai.points.EarningRule;
import dev.akinai.price.ListedPrice;
import dev.akinai.price.PriceEntry;
import dev.akinai.price.PriceList;
import dev.akinai.pricing.BuyerFacts;
import dev.akinai.pricing.Cart;
import dev.akinai.pricing.Charge;
import dev.akinai.pricing.CouponFact;
import dev.akinai.pricing.CustomCondition;
import dev.akinai.pricing.LintCode;
import dev.akinai.pricing.LintFinding;
import dev.akinai.pricing.LintFinding.PricedCart;
import dev.akinai.pricing.PricingInput;
import dev.akinai.pricing.Quote;
import dev.akinai.promotion.AmountRules;
import dev.akinai.promotion.Basis;
import dev.akinai.promotion.Benefit;
import dev.akinai.promotion.CodePolicy;
import dev.akinai.promotion.Effect;
import dev.akinai.promotion.Effect.Grouping;
import dev.akinai.promotion.Effect.LastGroup;
import dev.akinai.promotion.Effect.Part;
import dev.akinai.promotion.Effect.Pick;
import dev.akinai.promotion.Effect.Spread;
import dev.akinai.promotion.Lane;
import dev.akinai.promotion.Limits;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.OfferId;
import dev.akinai.promotion.Ruleset;
import dev.akinai.promotion.RulesetPolicy;
import dev.akinai.promotion.Schedule;
import dev.akinai.promotion.Stacking;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The lint of PRICING section 8: each code with rules that have just that finding, and with rules beside them that have none. */
class LintTest {

  private static final PriceList RETAIL = PriceList.regular("retail", CNY);
  private static final Limits SOME = Limits.total(1_000);
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  // --- a shop of four kinds of goods -----------------------------------------------------------

  private static PricingInput shop() {
    return shop(
        PriceEntry.of("salt", "CNY 3.00"),
        PriceEntry.of("cup", "CNY 20.00"),
        PriceEntry.of("tea", "CNY 50.00"),
        PriceEntry.of("pot", "CNY 120.00"));
  }

  private static PricingInput shop(PriceEntry... entries) {
    Map<SkuId, CatalogItem> items = new HashMap<>();
    Map<SkuId, List<ListedPrice>> prices = new HashMap<>();
    for (PriceEntry entry : entries) {
      items.put(entry.sku(), item(entry.sku()));
      prices
          .computeIfAbsent(entry.sku(), each -> new ArrayList<>())
          .add(new ListedPrice(RETAIL, entry));
    }
    return PricingInput.of(Cart.in(CNY), items, prices, NOON);
  }

  private static CatalogItem item(SkuId sku) {
    return new CatalogItem(
        Sku.of(sku.value(), sku.value()),
        new ProductId("product-" + sku),
        List.of(new CategoryId("category-" + sku), new CategoryId("all")),
        Optional.empty(),
        Set.of("tag-" + sku));
  }

  private static Offer.Builder percent(String id, long percent) {
    return Offer.of(id, new Effect.Percent(percent * 10_000));
  }

  private static Offer.Builder amount(String id, long off) {
    return Offer.of(id, new Effect.Amount(cny(off))).currency(CNY);
  }

  private static Criterion from(long amount) {
    return Sum.amount(Criterion.Basis.LIST).ge(amount);
  }

  private static Stacking priority(int priority) {
    return Stacking.FREE.withPriority(priority);
  }

  private static Schedule between(String from, String to) {
    return Schedule.between(BERLIN, LocalDateTime.parse(from), LocalDateTime.parse(to));
  }

  // --- asking ----------------------------------------------------------------------------------

  private static Ruleset rules(Offer.Builder... offers) {
    return Rules.of(1, built(offers), Lane.DEFAULTS, RulesetPolicy.DEFAULT);
  }

  private static Ruleset inOrder(Offer.Builder... offers) {
    List<Lane> lanes = Lane.DEFAULTS.stream()
        .map(lane -> lane.mode() == Lane.Mode.OPTIMAL ? lane.withMode(Lane.Mode.ALL) : lane)
        .toList();
    return Rules.of(1, built(offers), lanes, RulesetPolicy.DEFAULT);
  }

  private static List<Offer> built(Offer.Builder... offers) {
    return List.of(offers).stream().map(Offer.Builder::build).toList();
  }

  private static List<LintFinding> lint(Ruleset ruleset, PricingInput world) {
    List<LintFinding> findings = Lint.find(CompiledRules.of(ruleset, Extensions.NONE), world);
    requirePriced(findings);
    return findings;
  }

  private static List<LintFinding> lint(Ruleset ruleset) {
    return lint(ruleset, shop());
  }

  private static List<LintCode> codes(List<LintFinding> findings) {
    return findings.stream().map(LintFinding::code).toList();
  }

  private static void requirePriced(List<LintFinding> findings) {
    for (LintFinding finding : findings) {
      finding.example().ifPresent(example -> {
        assertThat(example.carts()).isNotEmpty();
        example
            .carts()
            .forEach(each -> assertThat(again(each, Extensions.NONE).payable())
                .as(finding.text())
                .isEqualTo(each.payable()));
      });
    }
  }

  private static Quote again(PricedCart cart, Extensions extensions) {
    return Pricer.quote(
        cart.input(), CompiledRules.of(cart.ruleset(), extensions), EarningRule.NONE);
  }

  private static LintFinding only(List<LintFinding> findings, LintCode code, String... offers) {
    assertThat(codes(findings)).as(findings.toString()).containsExactly(code);
    assertThat(findings.get(0).offers()).extracting(OfferId::value).containsExactly(offers);
    return findings.get(0);
  }

  private static List<Money> payables(LintFinding finding) {
    return finding.example().orElseThrow().carts().stream()
        .map(PricedCart::payable)
        .toList();
  }

  private static List<Quote> quotes(LintFinding finding) {
    return finding.example().orElseThrow().carts().stream()
        .map(each -> again(each, Extensions.NONE))
        .toList();
  }

  private static String lines(LintFinding finding, int cart) {
    return finding.example().orElseThrow().carts().get(cart).input().cart().lines().stream()
        .map(line -> line.quantity() + " x " + line.sku())
        .reduce((one, other) -> one + " + " + other)
        .orElse("");
  }

  // --- W-01 ------------------------------------------------------------------------------------

  @Test
  @DisplayName("W-01 an offer that is over, and one that is not")
  void over() {
    Offer.Builder over =
        percent("over", 10).schedule(between("2026-10-05T12:00", "2026-11-05T12:00"));
    Offer.Builder live =
        percent("live", 10).schedule(between("2026-10-05T12:00", "2026-12-05T12:00"));

    LintFinding finding = only(lint(rules(over)), LintCode.W_01, "over");

    assertThat(finding.text()).contains("2026-11-05T11:00:00Z");
    assertThat(finding.example()).isEmpty();
    assertThat(lint(rules(live))).isEmpty();
  }

  @Test
  @DisplayName("W-01 a day that never comes, and a start far ahead")
  void noDay() {
    Schedule two = between("2026-12-05T12:00", "2026-12-07T12:00");
    Offer.Builder never = percent("never", 10).schedule(two.on(java.time.DayOfWeek.WEDNESDAY));
    Offer.Builder ahead = percent("ahead", 10)
        .schedule(
            between("2030-12-05T12:00", "2030-12-20T12:00").on(java.time.DayOfWeek.WEDNESDAY));

    only(lint(rules(never)), LintCode.W_01, "never");
    assertThat(lint(rules(ahead))).isEmpty();
  }

  @Test
  @DisplayName("W-01 conditions that nothing can meet, and their possible neighbours")
  void contradictions() {
    Fact.TextFact channel = Fact.text("channel");
    List<Criterion> impossible = List.of(
        Criterion.all(channel.eq("app"), channel.eq("web")),
        Criterion.all(channel.in("app", "web"), channel.notIn("app", "web")),
        Criterion.all(channel.eq("app"), Criterion.not(channel.eq("app"))),
        Criterion.all(
            Criterion.any(channel.eq("app"), channel.eq("kiosk")),
            Criterion.any(channel.eq("web"), channel.eq("shop"))),
        Criterion.all(from(10_000), Sum.amount(Criterion.Basis.LIST).lt(5_000)),
        Criterion.all(
            Fact.number("member.orders").ge(5), Fact.number("member.orders").lt(5)),
        Criterion.all(
            Fact.set("member.groups").has("a"), Fact.set("member.groups").isEmpty()),
        Criterion.never());
    List<Criterion> possible = List.of(
        Criterion.any(channel.eq("app"), channel.eq("web")),
        Criterion.all(channel.in("app", "web"), channel.notIn("app")),
        Criterion.all(
            Fact.number("member.orders").ge(5), Fact.number("member.orders").lt(6)),
        Criterion.all(
            Fact.set("member.groups").has("a"), Fact.set("member.groups").has("b")));

    impossible.forEach(when -> only(lint(rules(percent("x", 10).when(when))), LintCode.W_01, "x"));
    possible.forEach(when ->
        assertThat(lint(rules(percent("x", 10).when(when)))).isEmpty());
    Criterion both = Criterion.all(sku("tea"), sku("pot"));
    only(lint(rules(percent("x", 10).scope(both))), LintCode.W_01, "x");
  }

  @Test
  @DisplayName("W-01 an offer whose place another of its group always takes")
  void dominated() {
    Stacking group = Stacking.FREE.inGroup("one");
    Offer.Builder ten = percent("ten", 10).stacking(group);
    Offer.Builder twenty = percent("twenty", 20).stacking(group);

    LintFinding finding = only(lint(rules(ten, twenty)), LintCode.W_01, "ten", "twenty");

    assertThat(payables(finding)).containsExactly(cny(240));
    assertThat(TestCarts.applied(quotes(finding).get(0))).containsExactly("twenty");
    assertThat(lint(rules(ten, twenty.scope(sku("tea"))))).isEmpty();
    assertThat(lint(rules(ten, percent("twenty", 20).stacking(group).limits(SOME))))
        .isEmpty();
  }

  @Test
  @DisplayName("W-01 where nothing is searched, the first of a group has the place")
  void dominatedByOrder() {
    Stacking group = Stacking.FREE.inGroup("one");
    Offer.Builder first = percent("first", 10).stacking(group.withPriority(9));
    Offer.Builder second = percent("second", 20).stacking(group);

    only(lint(inOrder(first, second)), LintCode.W_01, "second", "first");
    assertThat(lint(inOrder(first.scope(sku("tea")), second))).isEmpty();
  }

  // --- W-02 ------------------------------------------------------------------------------------

  @Test
  @DisplayName("W-02 offers that go below a floor")
  void floor() {
    PricingInput world = shop(PriceEntry.of("tea", "CNY 50.00").notBelow("CNY 45.00"));

    LintFinding finding = only(lint(rules(percent("x", 20)), world), LintCode.W_02, "x");

    assertThat(payables(finding)).containsExactly(cny(4_500), cny(4_000));
    assertThat(lint(rules(percent("x", 10)), world)).isEmpty();
  }

  @Test
  @DisplayName("W-02 offers that pass a cap")
  void cap() {
    List<Offer> offers = built(percent("a", 20), percent("b", 20));
    var at30 = new RulesetPolicy(
        OptionalLong.of(300_000),
        OptionalLong.empty(),
        OptionalLong.empty(),
        20_000,
        Duration.ofMinutes(30),
        Map.of());
    var at40 = new RulesetPolicy(
        OptionalLong.of(400_000),
        OptionalLong.empty(),
        OptionalLong.empty(),
        20_000,
        Duration.ofMinutes(30),
        Map.of());

    LintFinding finding =
        only(lint(Rules.of(1, offers, Lane.DEFAULTS, at30)), LintCode.W_02, "a", "b");

    assertThat(payables(finding)).containsExactly(cny(210), cny(192));
    assertThat(lint(Rules.of(1, offers, Lane.DEFAULTS, at40))).isEmpty();
  }

  @Test
  @DisplayName("W-02 a stack that makes goods free")
  void free() {
    Offer.Builder fifteen = amount("fifteen", 1_500).limits(SOME).scope(sku("cup"));
    Offer.Builder forty = percent("forty", 40).limits(SOME).scope(sku("cup")).stacking(priority(1));
    Offer.Builder twenty =
        percent("twenty", 20).limits(SOME).scope(sku("cup")).stacking(priority(1));

    LintFinding finding = only(lint(rules(fifteen, forty)), LintCode.W_02, "forty", "fifteen");

    assertThat(payables(finding)).containsExactly(cny(0));
    assertThat(lines(finding, 0)).isEqualTo("1 x cup");
    assertThat(lint(rules(fifteen, twenty))).isEmpty();
  }

  // --- W-03 ------------------------------------------------------------------------------------

  @Test
  @DisplayName("W-03 a threshold over which more costs less")
  void cliff() {
    Offer.Builder thirty = amount("thirty", 3_000).when(from(20_000));
    Offer.Builder two = amount("two", 200).when(from(20_000));

    LintFinding finding = only(lint(rules(thirty)), LintCode.W_03, "thirty");

    List<Money> payables = payables(finding);
    assertThat(payables.get(1)).isLessThan(payables.get(0));
    assertThat(finding.text())
        .contains("payable falls from " + payables.get(0) + " to " + payables.get(1));
    assertThat(lint(rules(two))).isEmpty();
  }

  @Test
  @DisplayName("W-03 steps that count for all units")
  void tiers() {
    var all = new Effect.Tiers(
        Effect.Tiers.By.QUANTITY,
        Effect.Tiers.Mode.ALL_UNITS,
        List.of(new Effect.Tiers.Step(6, new Benefit.PercentOff(200_000))));
    var graduated = new Effect.Tiers(
        Effect.Tiers.By.AMOUNT,
        Effect.Tiers.Mode.GRADUATED,
        List.of(new Effect.Tiers.Step(1_800, new Benefit.PercentOff(200_000))));

    LintFinding finding = only(lint(rules(Offer.of("all", all))), LintCode.W_03, "all");

    assertThat(lines(finding, 1)).isEqualTo("6 x salt");
    assertThat(payables(finding)).containsExactly(cny(1_500), cny(1_440));
    assertThat(lint(rules(Offer.of("graduated", graduated)))).isEmpty();
  }

  @Test
  @DisplayName("W-03 price lists alone: five cost 50, six cost 48 (case 33)")
  void priceBreaks() {
    PricingInput eight =
        shop(PriceEntry.of("tea", "CNY 10.00"), PriceEntry.of("tea", "CNY 8.00").from(6));
    PricingInput nine =
        shop(PriceEntry.of("tea", "CNY 10.00"), PriceEntry.of("tea", "CNY 9.00").from(6));

    LintFinding finding = only(lint(rules(), eight), LintCode.W_03);

    assertThat(payables(finding)).containsExactly(cny(5_000), cny(4_800));
    assertThat(lint(rules(), nine)).isEmpty();
  }

  @Test
  @DisplayName("W-03 free shipping from an amount on, in a world with a fee")
  void shipping() {
    PricingInput world =
        shop().withCart(Cart.in(CNY).with(Charge.shipping("ship", "post", cny(500))));
    Offer.Builder free = Offer.of(
            "free", new Effect.Shipping(new Benefit.FixedPrice(cny(0)), Set.of()))
        .currency(CNY)
        .when(from(5_000));

    only(lint(rules(free), world), LintCode.W_03, "free");
    assertThat(lint(rules(free))).isEmpty();
  }

  // --- W-04 ------------------------------------------------------------------------------------

  @Test
  @DisplayName("W-04 two offers of equal priority whose order changes the total")
  void order() {
    Offer.Builder ten = percent("ten", 10).scope(sku("pot"));
    Offer.Builder twenty = amount("twenty", 2_000).scope(sku("pot"));

    LintFinding finding = only(lint(rules(ten, twenty)), LintCode.W_04, "ten", "twenty");

    assertThat(payables(finding)).containsExactly(cny(8_800), cny(9_000));
    assertThat(lines(finding, 0)).isEqualTo("1 x pot");
    assertThat(lint(rules(ten, twenty.stacking(priority(1))))).isEmpty();
    Offer.Builder onList = ten.amounts(AmountRules.OF_LANE.base(Basis.LIST));
    assertThat(lint(rules(onList, amount("twenty", 2_000).scope(sku("pot"))))).isEmpty();
  }

  // --- W-05 ------------------------------------------------------------------------------------

  @Test
  @DisplayName("W-05 the cheapest of so many units")
  void cheapest() {
    var half = new Effect.Percent(500_000, OptionalLong.of(1), Pick.CHEAPEST);
    var best = new Effect.Percent(500_000, OptionalLong.of(1), Pick.DEAREST);

    LintFinding finding = only(lint(rules(Offer.of("x", half).limits(SOME))), LintCode.W_05, "x");

    assertThat(quotes(finding).get(1).discount())
        .isLessThan(quotes(finding).get(0).discount());
    assertThat(lint(rules(Offer.of("x", best).limits(SOME)))).isEmpty();
  }

  private static Offer.Builder threeForTwo(Grouping grouping) {
    Criterion any = Criterion.always();
    return Offer.of(
        "three",
        new Effect.BuyGet(
            new Part(any, 2),
            new Part(any, 1),
            new Benefit.PercentOff(1_000_000),
            Pick.CHEAPEST,
            grouping,
            LastGroup.FULL_ONLY,
            OptionalLong.empty(),
            Spread.GROUP));
  }

  @Test
  @DisplayName("W-05 groups that are formed for the merchant (L-PRI-65)")
  void merchantBest() {
    LintFinding finding =
        only(lint(rules(threeForTwo(Grouping.MERCHANT_BEST).limits(SOME))), LintCode.W_05, "three");

    assertThat(quotes(finding).get(1).discount())
        .isLessThan(quotes(finding).get(0).discount());
    assertThat(lint(rules(threeForTwo(Grouping.CUSTOMER_BEST).limits(SOME)))).isEmpty();
  }

  @Test
  @DisplayName("W-05 a threshold on nets behind a step, in a lane that applies all (L-PRI-63)")
  void netThreshold() {
    PricingInput world = shop(PriceEntry.of("five", "CNY 5.00"));
    Offer.Builder every = Offer.of(
            "every", new Effect.Every(cny(6_000), cny(2_500), OptionalLong.empty()))
        .currency(CNY)
        .stacking(priority(1))
        .limits(SOME);
    Offer.Builder net = amount("net", 3_000).limits(SOME);
    Criterion left = Sum.amount(Criterion.Basis.NET).ge(9_000);

    List<LintFinding> findings = lint(inOrder(every, net.when(left)), world);

    LintFinding finding = findings.get(findings.size() - 1);
    assertThat(finding.code()).isEqualTo(LintCode.W_05);
    assertThat(finding.offers()).extracting(OfferId::value).containsExactly("net", "every");
    assertThat(quotes(finding).get(0).discount()).isEqualTo(cny(5_500));
    assertThat(quotes(finding).get(1).discount()).isEqualTo(cny(5_000));
    assertThat(codes(lint(inOrder(every, net.when(from(9_000))), world)))
        .doesNotContain(LintCode.W_05);
  }

  // --- W-06 ------------------------------------------------------------------------------------

  private static Offer.Builder buyGet(Criterion buy, Criterion get) {
    return Offer.of(
            "get",
            new Effect.BuyGet(
                new Part(buy, 1),
                new Part(get, 1),
                new Benefit.PercentOff(200_000),
                Pick.CHEAPEST,
                Grouping.CUSTOMER_BEST,
                LastGroup.FULL_ONLY,
                OptionalLong.empty(),
                Spread.TARGET))
        .limits(SOME);
  }

  @Test
  @DisplayName("W-06 what is bought can be the reward")
  void overlap() {
    Criterion all = Fact.tree("category").under("all");

    List<LintFinding> findings = lint(rules(buyGet(all, sku("tea"))));

    assertThat(codes(findings)).containsExactly(LintCode.W_03, LintCode.W_06);
    LintFinding finding = findings.get(1); // W-03: salt beside tea makes tea cheaper
    assertThat(payables(finding)).containsExactly(cny(9_000));
    assertThat(lines(finding, 0)).isEqualTo("2 x tea");
    assertThat(lint(rules(buyGet(sku("pot"), sku("tea"))))).isEmpty();
    assertThat(lint(rules(buyGet(sku("tea"), sku("tea"))))).isEmpty();
  }

  /** Counts whatever stands in the cart. */
  private record ThreeUnits() implements CustomCondition {
    @Override
    public String id() {
      return "three-units";
    }

    @Override
    public Truth test(Cart cart, BuyerFacts facts, Args args) {
      return Truth.of(cart.lines().stream().mapToLong(line -> line.quantity()).sum() >= 3);
    }
  }

  @Test
  @DisplayName("W-06 a gift that a host's condition may count")
  void gift() {
    var extensions = new Extensions(List.of(new ThreeUnits()), List.of());
    Offer.Builder gift = Offer.of(
            "gift",
            new Effect.Gift(
                List.of(new SkuId("cup")), 1, cny(2_000), Effect.Gift.Fallback.FIRST_AVAILABLE))
        .currency(CNY);
    Criterion hosts = new Criterion.Ext("three-units", Args.none());

    List<LintFinding> findings =
        Lint.find(CompiledRules.of(rules(gift.when(hosts)), extensions), shop());

    LintFinding finding = only(findings, LintCode.W_06, "gift");
    assertThat(lines(finding, 0)).isEqualTo("3 x cup");
    assertThat(again(finding.example().orElseThrow().carts().get(0), extensions).applied())
        .hasSize(1);
    assertThat(lint(rules(gift.when(Sum.quantity().ge(3))))).isEmpty();
  }

  // --- W-07 ------------------------------------------------------------------------------------

  private static Offer.Builder coded(String id, String code, String sku) {
    return percent(id, 10).code(CodePolicy.shared(code)).scope(sku(sku));
  }

  @Test
  @DisplayName("W-07 codes that look alike or are one once they are typed")
  void codesAlike() {
    only(
        lint(rules(coded("a", "SALE10", "tea"), coded("b", "5ALEIO", "pot"))),
        LintCode.W_07,
        "a",
        "b");
    LintFinding same = only(
        lint(rules(coded("a", "SALE", "tea"), coded("b", "sale", "pot"))), LintCode.W_07, "a", "b");
    assertThat(same.text()).contains("one code");
    assertThat(lint(rules(coded("a", "SALE10", "tea"), coded("b", "SALE20", "pot"))))
        .isEmpty();
  }

  @Test
  @DisplayName("W-07 a code that works once and can be guessed")
  void guessable() {
    Limits once = Limits.total(1);
    PricingInput issued = shop()
        .withCoupons(List.of(
            new CouponFact(Optional.of("K7"), new OfferId("x"), "coupon-1", Optional.empty())));
    Offer.Builder single = percent("x", 10).code(CodePolicy.single());

    only(lint(rules(coded("x", "TEN", "tea").limits(once))), LintCode.W_07, "x");
    only(lint(rules(coded("x", "1234567890123", "tea").limits(once))), LintCode.W_07, "x");
    assertThat(lint(rules(coded("x", "TEN", "tea")))).isEmpty();
    assertThat(lint(rules(coded("x", "TENFORMIA", "tea").limits(once)))).isEmpty();
    LintFinding weak = only(lint(rules(single), issued), LintCode.W_07, "x");
    assertThat(weak.text()).doesNotContain("K7");
    assertThat(lint(rules(single))).isEmpty();
  }

  // --- W-08 ------------------------------------------------------------------------------------

  @Test
  @DisplayName("W-08 a deep offer without end")
  void deep() {
    LintFinding finding = only(lint(rules(percent("x", 30))), LintCode.W_08, "x");

    assertThat(payables(finding)).containsExactly(cny(210));
    assertThat(lint(rules(percent("x", 29)))).isEmpty();
    assertThat(lint(rules(percent("x", 30).limits(SOME)))).isEmpty();
    assertThat(lint(rules(percent("x", 30).limits(Limits.perMember(1))))).isEmpty();
    assertThat(lint(rules(percent("x", 30).code(CodePolicy.single())))).isEmpty();
  }

  @Test
  @DisplayName("W-08 an exclusive offer that hides a better one")
  void hiding() {
    Offer.Builder small = amount("small", 100)
        .scope(sku("pot"))
        .stacking(priority(9).exclusive(Stacking.Exclusive.LANE));
    Offer.Builder large = percent("large", 10);

    LintFinding finding = only(lint(inOrder(small, large)), LintCode.W_08, "small", "large");

    assertThat(payables(finding)).containsExactly(cny(11_900), cny(10_800));
    assertThat(lint(inOrder(small, large.stacking(priority(10))))).isEmpty();
    assertThat(lint(rules(small, percent("large", 10)))).isEmpty();
  }

  @Test
  @DisplayName("W-08 a mandatory offer hides a better one where the best is searched")
  void mandatory() {
    Stacking exclusive = priority(9).exclusive(Stacking.Exclusive.GOODS);
    Offer.Builder small = amount("small", 100).scope(sku("pot"));

    only(
        lint(rules(small.stacking(exclusive.mandatory()), percent("large", 10))),
        LintCode.W_08,
        "small",
        "large");
    assertThat(lint(rules(small.stacking(exclusive), percent("large", 10)))).isEmpty();
  }

  // --- W-09 ------------------------------------------------------------------------------------

  @Test
  @DisplayName("W-09 local times that are not there or come twice")
  void oddTimes() {
    only(
        lint(rules(percent("x", 10).schedule(between("2027-03-28T02:30", "2027-04-10T12:00")))),
        LintCode.W_09,
        "x");
    only(
        lint(rules(percent("x", 10).schedule(between("2027-10-01T12:00", "2027-10-31T02:30")))),
        LintCode.W_09,
        "x");
    assertThat(
            lint(rules(percent("x", 10).schedule(between("2027-03-28T03:30", "2027-04-10T12:00")))))
        .isEmpty();
  }

  @Test
  @DisplayName("W-09 a daily window that a change of the clock cuts")
  void oddWindows() {
    Schedule winter = between("2026-11-05T12:00", "2027-03-20T12:00");
    Schedule spring = between("2026-11-05T12:00", "2027-04-10T12:00");

    only(lint(rules(percent("x", 10).schedule(spring.daily("02:30-05:00")))), LintCode.W_09, "x");
    assertThat(lint(rules(percent("x", 10).schedule(winter.daily("02:30-05:00")))))
        .isEmpty();
    assertThat(lint(rules(percent("x", 10).schedule(spring.daily("03:00-05:00")))))
        .isEmpty();
  }

  @Test
  @DisplayName("W-09 an end that was probably meant to be the last day")
  void lastDay() {
    Schedule misses = between("2026-11-01T00:00", "2026-11-30T00:00");
    Schedule through = Schedule.days(BERLIN, LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30));
    Schedule festival = between("2026-12-01T00:00", "2026-12-12T00:00");

    LintFinding finding = only(lint(rules(percent("x", 10).schedule(misses))), LintCode.W_09, "x");

    assertThat(finding.text()).contains("2026-11-30").contains("not in it");
    assertThat(lint(rules(percent("x", 10).schedule(through)))).isEmpty();
    only(lint(rules(percent("x", 10).schedule(festival))), LintCode.W_09, "x");
  }

  // --- W-10 ------------------------------------------------------------------------------------

  @Test
  @DisplayName("W-10 a currency in which nothing is priced")
  void currency() {
    CurrencyCode usd = CurrencyCode.of("USD");
    Offer.Builder dollars =
        Offer.of("x", new Effect.Amount(Money.of(usd, 10))).currency(usd).scope(sku("pot"));
    var rated = new RulesetPolicy(
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        20_000,
        Duration.ofMinutes(30),
        Map.of("USD/CNY", dev.akinai.money.Ratio.of(7, 1)));

    only(lint(rules(dollars)), LintCode.W_10, "x");
    assertThat(lint(Rules.of(1, built(dollars), Lane.DEFAULTS, rated))).isEmpty();
  }

  @Test
  @DisplayName("W-10 names that no goods have")
  void names() {
    LintFinding finding =
        only(lint(rules(percent("x", 10).scope(sku("tea", "taa")))), LintCode.W_10, "x");
    assertThat(finding.text()).contains("taa").doesNotContain("tea");
    only(
        lint(rules(percent("x", 10).scope(Fact.tree("category").under("shoes")))),
        LintCode.W_10,
        "x");
    only(
        lint(rules(percent("x", 10)
            .when(Sum.quantity().where(Fact.set("tags").has("no")).ge(1)))),
        LintCode.W_10,
        "x");
    assertThat(lint(rules(percent("x", 10).scope(Criterion.not(Fact.set("tags").has("no-promo"))))))
        .isEmpty();
    assertThat(lint(rules(percent("x", 10).scope(sku("tea"))))).isEmpty();
  }

  @Test
  @DisplayName("W-10 a reduction that takes nothing off")
  void nothing() {
    Offer.Builder same =
        Offer.of("x", new Effect.UnitPrice(cny(5_000))).currency(CNY).scope(sku("tea", "cup"));
    Offer.Builder less =
        Offer.of("x", new Effect.UnitPrice(cny(4_900))).currency(CNY).scope(sku("tea", "cup"));

    LintFinding finding = only(lint(rules(same)), LintCode.W_10, "x");

    assertThat(payables(finding)).containsExactly(cny(5_000));
    assertThat(lint(rules(less))).isEmpty();
  }

  @Test
  @DisplayName("W-10 a bundle that is never cheaper")
  void voidBundle() {
    Offer.Builder dear = bundle(17_000);
    Offer.Builder cheap = bundle(16_900);

    LintFinding finding = only(lint(rules(dear)), LintCode.W_10, "set");

    assertThat(payables(finding)).containsExactly(cny(17_000));
    assertThat(lint(rules(cheap))).isEmpty();
  }

  private static Offer.Builder bundle(long price) {
    return Offer.of(
            "set",
            new Effect.Bundle(
                List.of(new Part(sku("tea"), 1), new Part(sku("pot"), 1)),
                new Benefit.FixedPrice(cny(price)),
                Grouping.CUSTOMER_BEST,
                OptionalLong.of(1),
                Spread.GROUP))
        .currency(CNY);
  }

  // --- all together ----------------------------------------------------------------------------

  @Test
  void anOrdinaryShopHasNoFindingsButItsCliff() {
    PricingInput world =
        shop().withCart(Cart.in(CNY).with(Charge.shipping("ship", "post", cny(200))));
    Ruleset ruleset = rules(
        percent("tea-tenth", 10).lane(Lane.ITEM).scope(sku("tea")),
        threeForTwo(Grouping.CUSTOMER_BEST).scope(sku("cup")).limits(Limits.perMember(5)),
        amount("bonus", 250).when(from(10_000)),
        Offer.of("free-post", new Effect.Shipping(new Benefit.FixedPrice(cny(0)), Set.of()))
            .currency(CNY)
            .when(from(7_900)),
        amount("welcome", 1_000)
            .when(from(6_000))
            .code(CodePolicy.shared("WELCOME"))
            .limits(Limits.perMember(1))
            .schedule(
                Schedule.days(BERLIN, LocalDate.of(2026, 11, 1), LocalDate.of(2026, 12, 31))));

    only(lint(ruleset, world), LintCode.W_03, "welcome");
  }

  @Property(tries = 150)
  void everyExampleIsPricedAgainToWhatItStates(@ForAll int seed) {
    var random = new RandomOffers(seed);
    PricingInput world = TestCarts.input(random.cart());
    Ruleset ruleset = Rules.of(1, random.offers(5), Lane.DEFAULTS, RulesetPolicy.DEFAULT);

    List<LintFinding> findings = lint(ruleset, world);

    assertThat(lint(ruleset, world)).isEqualTo(findings);
    assertThat(findings.stream().filter(LintTest::compares))
        .allMatch(each -> !payables(each).get(0).equals(payables(each).get(1)));
    boolean shown = findings.stream().anyMatch(each -> each.example().isPresent());
    Statistics.label("with an example")
        .collect(shown)
        .coverage(checker -> checker.check(true).percentage(share -> share > 5));
  }

  private static boolean compares(LintFinding finding) {
    return finding.code() != LintCode.W_05
        && finding.example().filter(each -> each.carts().size() == 2).isPresent();
  }

  @Property(tries = 40)
  void theOrderOfOffersDoesNotMatter(@ForAll int seed) {
    var random = new RandomOffers(seed);
    PricingInput world = TestCarts.input(random.cart());
    List<Offer> offers = random.offers(5);
    var shuffled = new ArrayList<>(offers);
    Collections.shuffle(shuffled, new Random(seed));

    List<LintFinding> one = lint(Rules.of(1, offers, Lane.DEFAULTS, RulesetPolicy.DEFAULT), world);
    List<LintFinding> other =
        lint(Rules.of(1, shuffled, Lane.DEFAULTS, RulesetPolicy.DEFAULT), world);

    assertThat(other).isEqualTo(one);
  }

  @Test
  void manyOffersOnManyGoodsAreExamined() {
    int many = 120;
    var entries = new ArrayList<PriceEntry>();
    for (int i = 0; i < many; i++) {
      entries.add(new PriceEntry(new SkuId("s" + i), cny(100 + i * 370L % 20_000)));
    }
    var offers = new ArrayList<Offer>();
    for (int i = 0; i < many; i++) {
      Offer.Builder offer = i % 3 == 0
          ? amount("o" + i, 500 + i).when(from(10_000 + i * 10L))
          : i % 3 == 1 ? percent("o" + i, 5 + i % 20) : amount("o" + i, 300 + i);
      offers.add(
          offer.scope(sku("s" + i, "s" + (i + 1) % many, "s" + (i + 7) % many)).build());
    }
    Ruleset ruleset = Rules.of(1, offers, Lane.DEFAULTS, RulesetPolicy.DEFAULT);

    List<LintFinding> findings = lint(ruleset, shop(entries.toArray(PriceEntry[]::new)));

    assertThat(codes(findings)).contains(LintCode.W_03, LintCode.W_04);
  }
}
