package dev.akinai.core.pricing;

import dev.akinai.catalog.CatalogItem;
import dev.akinai.catalog.CategoryId;
import dev.akinai.catalog.ProductId;
import dev.akinai.catalog.Sku;
import dev.akinai.catalog.SkuId;
import dev.akinai.criteria.Criterion;
import dev.akinai.criteria.Fact;
import dev.akinai.money.CurrencyCode;
import dev.akinai.money.Money;
import dev.akinai.points.EarningRule;
import dev.akinai.pricing.Application;
import dev.akinai.pricing.Cart;
import dev.akinai.pricing.CartLine;
import dev.akinai.pricing.PricingInput;
import dev.akinai.pricing.Quote;
import dev.akinai.pricing.QuoteCharge;
import dev.akinai.pricing.QuotePiece;
import dev.akinai.pricing.Verdict;
import dev.akinai.promotion.Lane;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.Ruleset;
import dev.akinai.promotion.RulesetPolicy;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Carts with agreed prices and rulesets made on the spot. */
final class TestCarts {

  static final CurrencyCode CNY = CurrencyCode.of("CNY");
  static final Instant NOON = Instant.parse("2026-11-11T12:00:00Z");

  private TestCarts() {}

  static Money cny(long minor) {
    return Money.of(CNY, minor);
  }

  /** A line "a", "b", ... for each price, one unit each. */
  static Cart cart(long... prices) {
    Cart cart = Cart.in(CNY);
    for (int i = 0; i < prices.length; i++) {
      cart = cart.add(line(i, 1, prices[i]));
    }
    return cart;
  }

  /** Line number i, whose SKU is its letter. */
  static CartLine line(int i, long quantity, long price) {
    String name = i < 26 ? Character.toString('a' + i) : "z" + i;
    return CartLine.of(name, name, quantity).at(cny(price));
  }

  /** All SKUs of a cart, in the category of their own name. */
  static PricingInput input(Cart cart) {
    Map<SkuId, CatalogItem> items = new HashMap<>();
    for (CartLine line : cart.lines()) {
      items.put(line.sku(), item(line.sku().value()));
    }
    for (String gift : List.of("gift", "other-gift")) {
      items.put(new SkuId(gift), item(gift));
    }
    return PricingInput.of(cart, items, Map.of(), NOON);
  }

  private static CatalogItem item(String sku) {
    return new CatalogItem(
        Sku.of(sku, sku),
        new ProductId("product-" + sku),
        List.of(new CategoryId("category-" + sku), new CategoryId("all")),
        Optional.of("brand-" + sku),
        Set.of("tag-" + sku));
  }

  static Ruleset ruleset(List<Lane> lanes, RulesetPolicy policy, List<Offer> offers) {
    List<Offer> sorted = offers.stream()
        .sorted(Comparator.comparingInt((Offer offer) -> laneIndex(lanes, offer))
            .thenComparingInt(offer -> -offer.stacking().priority())
            .thenComparing(offer -> offer.id().value()))
        .toList();
    return new Ruleset(1, "hash", lanes, policy, sorted);
  }

  private static int laneIndex(List<Lane> lanes, Offer offer) {
    for (int i = 0; i < lanes.size(); i++) {
      if (lanes.get(i).id().equals(offer.lane())) {
        return i;
      }
    }
    throw new AssertionError("no lane " + offer.lane());
  }

  static Quote quote(PricingInput input, Ruleset ruleset) {
    return Pricer.quote(input, CompiledRules.of(ruleset, Extensions.NONE), EarningRule.NONE);
  }

  static Quote quote(Cart cart, Offer... offers) {
    return quote(input(cart), ruleset(Lane.DEFAULTS, RulesetPolicy.DEFAULT, Arrays.asList(offers)));
  }

  /** All lanes apply every offer in canonical order. */
  static Quote quoteAll(Cart cart, Offer... offers) {
    List<Lane> all = Lane.DEFAULTS.stream()
        .map(lane -> lane.mode() == Lane.Mode.OPTIMAL ? lane.withMode(Lane.Mode.ALL) : lane)
        .toList();
    return quote(input(cart), ruleset(all, RulesetPolicy.DEFAULT, Arrays.asList(offers)));
  }

  static List<Long> nets(Quote quote) {
    return quote.pieces().stream().map(QuotePiece::net).map(Money::minor).toList();
  }

  static List<Long> discounts(Quote quote) {
    return quote.pieces().stream()
        .map(piece -> piece.list().minor() - piece.net().minor())
        .toList();
  }

  static List<Long> charges(Quote quote) {
    return quote.charges().stream().map(QuoteCharge::net).map(Money::minor).toList();
  }

  static List<String> applied(Quote quote) {
    return quote.applied().stream()
        .map(Application::offer)
        .map(Object::toString)
        .sorted()
        .toList();
  }

  static String verdict(Quote quote, String subject) {
    return quote.verdicts().stream()
        .filter(each -> each.subject().equals(subject))
        .map(TestCarts::text)
        .reduce((one, other) -> one + " AND " + other)
        .orElse("none");
  }

  private static String text(Verdict verdict) {
    return (verdict.code() + " " + verdict.facts()).strip();
  }

  static Criterion sku(String... names) {
    return Fact.text("sku").in(names);
  }
}
