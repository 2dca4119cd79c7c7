package dev.akinai.core.pricing;

import static dev.akinai.core.pricing.TestCarts.cart;
import static dev.akinai.core.pricing.TestCarts.cny;
import static dev.akinai.core.pricing.TestCarts.input;
import static dev.akinai.core.pricing.TestCarts.quote;
import static dev.akinai.core.pricing.TestCarts.ruleset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akinai.base.InvalidInputException;
import dev.akinai.catalog.SkuId;
import dev.akinai.criteria.Criterion;
import dev.akinai.criteria.Fact;
import dev.akinai.criteria.Sum;
import dev.akinai.criteria.Truth;
import dev.akinai.pricing.Cart;
import dev.akinai.pricing.Change;
import dev.akinai.pricing.Counterfactual;
import dev.akinai.pricing.Explanation;
import dev.akinai.pricing.Hint;
import dev.akinai.pricing.PricingInput;
import dev.akinai.pricing.Quote;
import dev.akinai.pricing.QuoteDiff;
import dev.akinai.pricing.Verdict;
import dev.akinai.promotion.Benefit;
import dev.akinai.promotion.CodePolicy;
import dev.akinai.promotion.Effect;
import dev.akinai.promotion.Lane;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.OfferId;
import dev.akinai.promotion.Ruleset;
import dev.akinai.promotion.RulesetPolicy;
import dev.akinai.promotion.Schedule;
import dev.akinai.promotion.Stacking;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Why, why not, what would change it, and in what two quotes differ (PRICING 7). */
class ExplainTest {

  private static final int TRIES = Integer.getInteger("akinai.tries", 120);
  private static final Effect THIRTY_OFF = new Effect.Amount(cny(3_000));

  // --- laws ------------------------------------------------------------------------------------

  /** L-PRI-57, priced anew from nothing but what the counterfactual shows; and L-PRI-56. */
  @Test
  void whatACounterfactualNamesFlipsTheVerdict() {
    int applied = 0;
    int flipped = 0;
    for (long seed = 1; seed <= TRIES; seed++) {
      var random = new RandomOffers(seed);
      PricingInput input = input(random.cart());
      Ruleset rules = rules(random.offers(6));
      var explainer = new Explainer(input, compiled(rules));
      for (Offer offer : rules.offers()) {
        Explanation told = explainer.explain(offer.id());
        boolean works = applies(quote(input, rules), offer.id());
        applied += works ? 1 : 0;
        assertThat(Explainer.isApplied(told.verdict())).as("seed %d", seed).isEqualTo(works);
        told.change().ifPresent(change -> requireFlip(change, rules, offer.id()));
        flipped += told.change().isPresent() ? 1 : 0;
      }
    }
    assertThat(applied).isGreaterThan(TRIES / 2);
    assertThat(flipped).isGreaterThan(TRIES / 4);
  }

  private static void requireFlip(Counterfactual change, Ruleset rules, OfferId offer) {
    Quote again = quote(change.input(), rules);
    assertThat(applies(again, offer)).as("%s", change.change()).isTrue();
    assertThat(again.digest()).isEqualTo(change.quote().digest());
  }

  @Test
  void aLoserForcedInIsNeverCheaperThanTheBestSet() {
    int forced = 0;
    for (long seed = 1; seed <= TRIES; seed++) {
      var random = new RandomOffers(seed);
      PricingInput input = input(random.cart());
      Ruleset rules = rules(random.offers(6));
      Quote best = quote(input, rules);
      var explainer = new Explainer(input, compiled(rules));
      for (Offer offer : rules.offers()) {
        Explanation told = explainer.explain(offer.id());
        forced += told.forced().isPresent() ? 1 : 0;
        told.forced()
            .ifPresent(payable -> assertThat(payable)
                .as("seed %s %s", told, best.certificate())
                .isGreaterThanOrEqualTo(
                    best.payable().minus(cny(best.certificate().gap()))));
      }
    }
    assertThat(forced).isGreaterThan(TRIES / 20);
  }

  @Test
  void everyHintGainsAndIsPricedAgain() {
    int hints = 0;
    for (long seed = 1; seed <= TRIES; seed++) {
      var random = new RandomOffers(seed);
      PricingInput input = input(random.cart());
      Ruleset rules = rules(random.offers(6));
      Quote now = quote(input, rules);
      for (Hint hint : Hints.of(input, compiled(rules), 3)) {
        Quote then = quote(hint.change().input(), rules);
        assertThat(applies(then, hint.offer())).as("seed %d", seed).isTrue();
        assertThat(hint.gain()).isEqualTo(then.discount().minus(now.discount()));
        assertThat(hint.missing()).isEqualTo(then.list().minus(now.list()));
        assertThat(hint.gain().minor()).isPositive();
        assertThat(hint.missing().minor()).isPositive();
        hints++;
      }
    }
    assertThat(hints).isGreaterThan(TRIES / 20);
  }

  @Test
  void aQuoteDoesNotDifferFromItselfAndDiffsAreMirrored() {
    for (long seed = 1; seed <= TRIES; seed++) {
      var random = new RandomOffers(seed);
      PricingInput input = input(random.cart());
      Quote one = quote(input, rules(random.offers(6)));
      Quote other = quote(input, rules(random.offers(6)));
      QuoteDiff there = QuoteDiff.between(one, other);
      QuoteDiff back = QuoteDiff.between(other, one);
      assertThat(QuoteDiff.between(one, one).isEmpty()).isTrue();
      assertThat(back.lines()).hasSameSizeAs(there.lines());
      assertThat(back.verdicts()).hasSameSizeAs(there.verdicts());
      assertThat(discounts(there))
          .as("seed %d", seed)
          .isEqualTo(other.discount().minor() - one.discount().minor());
    }
  }

  private static long discounts(QuoteDiff diff) {
    return diff.offers().stream()
        .mapToLong(each -> each.after().map(money -> money.minor()).orElse(0L)
            - each.before().map(money -> money.minor()).orElse(0L))
        .sum();
  }

  // --- worked cases ----------------------------------------------------------------------------

  @Test
  void aThresholdSaysHowMuchIsMissing() {
    Offer from200 = Offer.of("from-200", THIRTY_OFF)
        .when(Sum.amount(Criterion.Basis.LIST).ge(20_000))
        .build();
    Explanation told = explain(cart(10_000, 8_760), "from-200", from200);

    assertThat(told.verdict().code()).isEqualTo(Verdict.Code.THRESHOLD_NOT_MET);
    assertThat(told.nodes())
        .containsExactly(new Explanation.Node("/when", Truth.FALSE, "amount = 18760"));
    assertThat(told.change().orElseThrow().change())
        .isEqualTo(new Change.MoreFor(new SkuId("a"), cny(1_240)));
    assertThat(told.lines()).containsExactly("a", "b");
  }

  @Test
  void aGroupOfUnitsSaysHowManyAreMissing() {
    Offer threeForTwo = Offer.of(
            "three-for-two",
            new Effect.BuyGet(
                new Effect.Part(Criterion.always(), 2),
                new Effect.Part(Criterion.always(), 1),
                new Benefit.PercentOff(1_000_000),
                Effect.Pick.CHEAPEST,
                Effect.Grouping.CUSTOMER_BEST,
                Effect.LastGroup.FULL_ONLY,
                OptionalLong.empty(),
                Effect.Spread.GROUP))
        .build();
    Explanation told = explain(cart(10_000), "three-for-two", threeForTwo);

    assertThat(told.change().orElseThrow().change())
        .isEqualTo(new Change.MoreUnits("a", new SkuId("a"), 2));
  }

  @Test
  void aCodeATimeAndAFactAreNamed() {
    Offer coupon =
        Offer.of("coupon", THIRTY_OFF).code(CodePolicy.shared("SAVE30")).build();
    Offer tomorrow = Offer.of("tomorrow", THIRTY_OFF)
        .schedule(Schedule.days(
            ZoneId.of("Asia/Shanghai"), LocalDate.of(2026, 11, 12), LocalDate.of(2026, 11, 12)))
        .build();
    Offer app = Offer.of("app", THIRTY_OFF).when(Fact.text("channel").eq("app")).build();

    assertThat(change(coupon)).isEqualTo(new Change.WithCode("SAVE30"));
    assertThat(change(tomorrow)).isEqualTo(new Change.At(Instant.parse("2026-11-11T16:00:00Z")));
    assertThat(change(app)).isEqualTo(new Change.WithFact("channel", "app"));
  }

  @Test
  void whatNoSingleChangeMendsHasNone() {
    Offer both = Offer.of("both", THIRTY_OFF)
        .when(Criterion.all(
            Fact.text("channel").eq("app"), Fact.text("member.tier").eq("gold")))
        .build();
    Explanation told = explain(cart(10_000), "both", both);

    assertThat(told.change()).isEmpty();
    assertThat(told.nodes().stream().map(Explanation.Node::path))
        .containsExactly("/when", "/when/all/0", "/when/all/1");
  }

  @Test
  void aLoserSaysWhatItWouldHaveCome() {
    Offer thirty = Offer.of("thirty", THIRTY_OFF).stacking(inGroup()).build();
    Offer twenty =
        Offer.of("twenty", new Effect.Amount(cny(2_000))).stacking(inGroup()).build();
    Explanation told = explain(cart(10_000), "twenty", thirty, twenty);

    assertThat(told.verdict().code()).isEqualTo(Verdict.Code.LOST_TO);
    assertThat(told.forced()).contains(cny(8_000));
  }

  @Test
  void anOfferThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> explain(cart(10_000), "nobody"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("nobody");
  }

  private static Stacking inGroup() {
    return Stacking.FREE.inGroup("one");
  }

  private static Change change(Offer offer) {
    return explain(cart(10_000), offer.id().value(), offer)
        .change()
        .orElseThrow()
        .change();
  }

  private static Explanation explain(Cart cart, String id, Offer... offers) {
    return new Explainer(input(cart), compiled(rules(Arrays.asList(offers))))
        .explain(new OfferId(id));
  }

  private static boolean applies(Quote quote, OfferId offer) {
    return Explainer.verdict(quote, offer).filter(Explainer::isApplied).isPresent();
  }

  private static CompiledRules compiled(Ruleset rules) {
    return CompiledRules.of(rules, Extensions.NONE);
  }

  private static Ruleset rules(List<Offer> offers) {
    return ruleset(Lane.DEFAULTS, RulesetPolicy.DEFAULT, offers);
  }
}
