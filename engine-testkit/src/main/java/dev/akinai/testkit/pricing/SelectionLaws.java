package dev.akinai.testkit.pricing;

import dev.akinai.base.Outcome;
import dev.akinai.catalog.SkuId;
import dev.akinai.money.Money;
import dev.akinai.price.ListedPrice;
import dev.akinai.price.PriceList;
import dev.akinai.pricing.BuyerFacts;
import dev.akinai.pricing.CartLine;
import dev.akinai.pricing.PricingInput;
import dev.akinai.pricing.Quote;
import dev.akinai.promotion.CodePolicy;
import dev.akinai.promotion.Effect;
import dev.akinai.promotion.Limits;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.Stacking;
import dev.akinai.stock.Held;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which offers, prices and uses count: L-PRI-32 to 38. Stateless. */
final class SelectionLaws {

  private SelectionLaws() {}

  static final List<Law> LIST = List.of(
      Law.of(32, "groups, pairs and exclusives are kept", SelectionLaws::conflicts),
      Law.of(33, "coupons that are used are those with an effect", SelectionLaws::coupons),
      Law.costing(50, 34, "a budget is never passed", SelectionLaws::budget),
      Law.costing(50, 35, "a limit lets in exactly as many as it says", SelectionLaws::limit),
      Law.costing(50, 36, "what is let go is back, once", SelectionLaws::release),
      Law.of(37, "a losing price list and another group change no price", SelectionLaws::losers),
      Law.of(38, "a quantity break counts units, not lines", SelectionLaws::breaks));

  private static void conflicts(Trial trial) {
    Quote quote = trial.lowered();
    List<Offer> applied = trial.applied(quote);
    trial.assume(trial.offers.stream()
        .anyMatch(offer ->
            !offer.stacking().equals(Stacking.FREE.withPriority(offer.stacking().priority()))));
    Map<List<Object>, String> groups = new HashMap<>();
    for (Offer one : applied) {
      one.stacking().group().ifPresent(group -> {
        String other = groups.put(List.of(one.lane(), group), one.id().value());
        trial.require(other == null, "%s and %s of group %s both apply", one.id(), other, group);
      });
      for (Offer other : applied) {
        requireApart(trial, one, other);
      }
    }
  }

  private static void requireApart(Trial trial, Offer one, Offer other) {
    if (one.equals(other)) {
      return;
    }
    Set<String> excluded = one.stacking().excludes();
    trial.require(
        !excluded.contains(other.id().value())
            && other.stacking().group().filter(excluded::contains).isEmpty(),
        "%s applies beside %s, which excludes it",
        other.id(),
        one.id());
    boolean goods = !other.lane().value().equals("SHIPPING");
    boolean shut = one.stacking()
        .exclusive()
        .filter(what -> switch (what) {
          case LANE -> one.lane().equals(other.lane());
          case GOODS -> goods && !one.lane().value().equals("SHIPPING");
          case ALL -> true;
        })
        .isPresent();
    trial.require(!shut, "%s applies beside %s, which is exclusive", other.id(), one.id());
  }

  private static void coupons(Trial trial) {
    Quote quote = trial.quote();
    trial.assume(trial.offers.stream().anyMatch(offer -> offer.limits().total().isPresent()));
    Set<String> taken = quote.cells().stream()
        .map(demand -> demand.cell().pool())
        .filter(pool -> pool.startsWith("code:") || pool.startsWith("offer:"))
        .map(pool -> pool.substring(pool.indexOf(':') + 1))
        .collect(Collectors.toCollection(TreeSet::new));
    Set<String> applied = trial.applied(quote).stream()
        .filter(offer -> offer.limits().total().isPresent())
        .map(offer -> offer.id().value())
        .collect(Collectors.toCollection(TreeSet::new));
    trial.requireEqual("offers of which a use is taken", applied, taken);
    for (var each : quote.applied()) {
      trial.require(
          each.discount().isPositive() || each.benefit().isPresent(),
          "%s is used up for nothing",
          each.offer());
    }
  }

  // --- limits, with threads --------------------------------------------------------------------

  private static Offer.Builder tenOff(Limits limits) {
    return Offer.of("limited", new Effect.Amount(LawShop.cny(1_000)))
        .currency(LawShop.CNY)
        .code(CodePolicy.shared("LIMITED"))
        .limits(limits);
  }

  private static void budget(Trial trial) {
    long budget = 500L + trial.random.nextInt(5_000);
    Offer offer =
        tenOff(Limits.budget(LawShop.cny(budget), Limits.OnShort.PARTIAL)).build();
    LawShop shop = LawShop.open(trial.subject, 10_000, 100, offer);
    long spent = 0;
    for (int round = 0; round < 3; round++) {
      List<Quote> quotes = quotes(shop, 6);
      for (Quote quote : quotes) {
        trial.require(
            quote.discount().minor() <= budget - spent,
            "%s is taken off, but %d is left",
            quote.discount(),
            budget - spent);
      }
      spent += LawShop.crowd(quotes.size(), i -> held(shop, quotes.get(i))).stream()
          .mapToLong(Long::longValue)
          .sum();
      trial.require(spent <= budget, "%d is spent of %d", spent, budget);
    }
    trial.requireEqual("what is spent of a small budget", Math.min(budget, spent), spent);
  }

  private static long held(LawShop shop, Quote quote) {
    return shop.hold(quote).isDone() ? quote.discount().minor() : 0;
  }

  private static List<Quote> quotes(LawShop shop, int buyers) {
    var quotes = new ArrayList<Quote>();
    for (int i = 0; i < buyers; i++) {
      quotes.add(shop.quote(shop.cart("buyer-" + i, 1).withCode("limited")));
    }
    return quotes;
  }

  private static void limit(Trial trial) {
    int limit = 1 + trial.random.nextInt(6);
    int buyers = 2 + trial.random.nextInt(10);
    LawShop shop =
        LawShop.open(trial.subject, 10_000, 100, tenOff(Limits.total(limit)).build());
    List<Quote> quotes = quotes(shop, buyers);
    List<Outcome<Held>> holds = LawShop.crowd(buyers, i -> shop.hold(quotes.get(i)));
    long held = holds.stream().filter(Outcome::isDone).count();
    trial.requireEqual(
        "holds of " + buyers + " under limit " + limit, (long) Math.min(buyers, limit), held);
    for (Outcome<Held> hold : holds) {
      if (hold.isDone()) {
        trial.require(shop.confirm(hold.orThrow()).isDone(), "a hold is not confirmed");
      }
    }
  }

  private static void release(Trial trial) {
    LawShop shop =
        LawShop.open(trial.subject, 10_000, 5, tenOff(Limits.total(1)).build());
    Quote quote = quotes(shop, 1).get(0);
    Held first = shop.hold(quote).orThrow();
    trial.require(!shop.hold(quote).isDone(), "the one use is given twice");
    shop.release(first).orThrow();
    shop.release(first);
    trial.requireEqual("free units", 5L, shop.freeUnits());
    Held second = shop.hold(quotes(shop, 1).get(0)).orThrow();
    trial.subject.clock().advance(Duration.ofMinutes(16));
    boolean late = shop.confirm(second).isDone();
    trial.requireEqual("free units", late ? 4L : 5L, shop.freeUnits());
  }

  // --- prices ----------------------------------------------------------------------------------

  private static void losers(Trial trial) {
    Quote before = trial.quote();
    Set<String> sources =
        before.pieces().stream().map(each -> each.priceSource()).collect(Collectors.toSet());
    Map<SkuId, List<ListedPrice>> prices = new HashMap<>();
    trial
        .input
        .prices()
        .forEach((sku, listed) -> prices.put(
            sku,
            listed.stream()
                .filter(each -> sources.contains(each.list().id().value())
                    || each.list().id().value().equals("retail")
                    || each.list().stance() == PriceList.Stance.COMPETE)
                .toList()));
    trial.assume(!prices.equals(trial.input.prices()));
    BuyerFacts facts = trial.input.facts();
    Set<String> groups = new TreeSet<>(facts.groups().orElse(Set.of()));
    groups.add("unheard-of");
    groups.add("also-unheard-of");
    PricingInput other = InvarianceLaws.withPrices(trial.input, prices)
        .withFacts(facts.groups(groups.toArray(String[]::new)));
    requireSamePrices(trial, before, trial.quote(other));
  }

  private static void requireSamePrices(Trial trial, Quote before, Quote after) {
    trial.requireEqual("prices", unitPrices(before), unitPrices(after));
  }

  private static Map<String, List<Money>> unitPrices(Quote quote) {
    Map<String, List<Money>> prices = new TreeMap<>();
    quote
        .pieces()
        .forEach(piece ->
            prices.computeIfAbsent(piece.line(), key -> new ArrayList<>()).add(piece.unitPrice()));
    return prices;
  }

  private static void breaks(Trial trial) {
    Set<SkuId> broken = new HashSet<>();
    trial
        .input
        .prices()
        .forEach((sku, listed) -> listed.stream()
            .filter(each -> each.entry().minQty() > 1)
            .forEach(each -> broken.add(sku)));
    List<CartLine> lines = trial.cart.lines();
    trial.assume(lines.stream()
        .anyMatch(line -> broken.contains(line.sku())
            && line.quantity() >= 2
            && line.fixedPrice().isEmpty()));
    var single = new ArrayList<CartLine>();
    for (CartLine line : lines) {
      for (int i = 0; i < Math.min(line.quantity(), 20); i++) {
        single.add(new CartLine(
            line.id() + "-" + i,
            line.sku(),
            i == 19 ? line.quantity() - 19 : 1,
            line.fixedPrice(),
            line.merchant(),
            line.taxClass(),
            line.attributes(),
            line.adjustments()));
      }
    }
    Quote whole = trial.quote();
    Quote split = trial.quote(trial.cart.withLines(single));
    trial.requireEqual("list", whole.list(), split.list());
  }
}
