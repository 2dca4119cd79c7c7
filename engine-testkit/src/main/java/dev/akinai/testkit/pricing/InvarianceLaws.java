package dev.akinai.testkit.pricing;

import dev.akinai.catalog.CatalogItem;
import dev.akinai.catalog.CategoryId;
import dev.akinai.catalog.ProductId;
import dev.akinai.catalog.Sku;
import dev.akinai.catalog.SkuId;
import dev.akinai.criteria.Criterion;
import dev.akinai.money.Money;
import dev.akinai.price.ListedPrice;
import dev.akinai.price.PriceEntry;
import dev.akinai.price.PriceList;
import dev.akinai.pricing.Cart;
import dev.akinai.pricing.CartLine;
import dev.akinai.pricing.PricingInput;
import dev.akinai.pricing.Quote;
import dev.akinai.promotion.Effect;
import dev.akinai.promotion.Lane;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.OfferId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What must not matter: L-PRI-12 to 21. Stateless. */
final class InvarianceLaws {

  private static final long CAREFUL = 1_000_000_000L;

  private InvarianceLaws() {}

  static final List<Law> LIST = List.of(
      Law.of(12, "equal input gives an equal digest", InvarianceLaws::equalDigest),
      Law.of(13, "nothing of an earlier quote gets into the next", InvarianceLaws::noMemory),
      Law.of(14, "the order of lines changes no amount", InvarianceLaws::lineOrder),
      Law.of(15, "the order of offers and price lists changes nothing", InvarianceLaws::ruleOrder),
      Law.of(16, "splitting a line changes no discount and no total", InvarianceLaws::splitting),
      Law.of(17, "a line outside of everything changes no share", InvarianceLaws::outsider),
      Law.of(18, "what does not match or loses changes nothing", InvarianceLaws::bystander),
      Law.of(19, "between boundaries, time changes nothing", InvarianceLaws::time),
      Law.of(20, "k times the money gives k times the discount", InvarianceLaws::scale),
      Law.of(21, "names of lines and spelling of codes do not matter", InvarianceLaws::names));

  private static void equalDigest(Trial trial) {
    String digest = trial.quote().digest();
    trial.requireEqual("digest", digest, trial.quote().digest());
    trial.requireEqual(
        "digest of equal rules",
        digest,
        trial.quote(trial.input, trial.rules(List.copyOf(trial.offers))).digest());
  }

  private static void noMemory(Trial trial) {
    Quote first = trial.quote();
    Cart more = trial.cart.withLines(
        trial.cart.lines().stream().map(line -> line.times(line.quantity() + 2)).toList());
    trial.subject.engine().pricing().evaluate(trial.input.withCart(more), trial.sample.rules());
    trial
        .subject
        .engine()
        .pricing()
        .evaluate(trial.input.withCart(more.withLines(List.of())), trial.sample.rules());
    trial.requireEqual("offers at work", first.applied(), trial.quote().applied());
    trial.requireEqual("digest", first.digest(), trial.quote().digest());
  }

  private static void lineOrder(Trial trial) {
    trial.assume(trial.cart.lines().size() > 1);
    var lines = new ArrayList<CartLine>(trial.cart.lines());
    Collections.shuffle(lines, trial.random);
    Quote one = trial.lowered();
    requireSame(trial, one, trial.quote(trial.cart.withLines(lines)));
  }

  private static void ruleOrder(Trial trial) {
    var offers = new ArrayList<Offer>(trial.offers);
    Collections.shuffle(offers, trial.random);
    Map<SkuId, List<ListedPrice>> prices = new HashMap<>();
    trial.input.prices().forEach((sku, listed) -> {
      var shuffled = new ArrayList<ListedPrice>(listed);
      Collections.shuffle(shuffled, trial.random);
      prices.put(sku, shuffled);
    });
    Quote one = trial.lowered();
    Quote other = trial.quote(withPrices(trial.input, prices), trial.compose(offers));
    requireSame(trial, one, other);
    trial.requireEqual("digest", one.digest(), other.digest());
  }

  static PricingInput withPrices(PricingInput input, Map<SkuId, List<ListedPrice>> prices) {
    return new PricingInput(
        input.cart(),
        input.facts(),
        input.items(),
        prices,
        input.pricePolicy(),
        input.used(),
        input.coupons(),
        input.tax(),
        input.at());
  }

  private static void splitting(Trial trial) {
    trial.assume(trial.cart.lines().stream().anyMatch(line -> line.quantity() > 1));
    var halves = new ArrayList<CartLine>();
    for (CartLine line : trial.cart.lines()) {
      long first = line.quantity() / 2;
      halves.add(named(line, line.id() + "a").times(first));
      halves.add(named(line, line.id() + "b").times(line.quantity() - first));
    }
    Quote whole = trial.lowered();
    Quote split = trial.quote(trial.cart.withLines(halves));
    trial.requireEqual("offers", money(whole), money(split));
    trial.requireEqual("payable", whole.payable(), split.payable());
    trial.requireEqual("tax", whole.tax().added(), split.tax().added());
  }

  private static CartLine named(CartLine line, String id) {
    return new CartLine(
        id,
        line.sku(),
        line.quantity(),
        line.fixedPrice(),
        line.merchant(),
        line.taxClass(),
        line.attributes(),
        line.adjustments());
  }

  /** What was taken off, by which offer, for whom, of what. */
  private static List<List<Object>> money(Quote quote) {
    return quote.applied().stream()
        .map(each -> List.<Object>of(
            each.offer(), each.merchant(), each.base(), each.discount(), each.benefit()))
        .toList();
  }

  private static void requireSame(Trial trial, Quote one, Quote other) {
    trial.requireEqual("offers", money(one), money(other));
    trial.requireEqual("payable", one.payable(), other.payable());
    trial.requireEqual("total", one.total(), other.total());
    trial.requireEqual("nets by line", byLine(one), byLine(other));
  }

  private static Map<String, List<Long>> byLine(Quote quote) {
    Map<String, List<Long>> nets = new TreeMap<>();
    quote
        .pieces()
        .forEach(piece -> nets.computeIfAbsent(piece.line(), key -> new ArrayList<>())
            .add(piece.net().minor()));
    return nets;
  }

  // --- bystanders ------------------------------------------------------------------------------

  private static void outsider(Trial trial) {
    CatalogItem item = new CatalogItem(
        Sku.of("stranger", "stranger"),
        new ProductId("stranger"),
        List.of(new CategoryId("nowhere")),
        Optional.empty(),
        Set.of());
    trial.assume(trial.offers.stream().noneMatch(offer -> Scopes.mayLookAt(offer, item)));
    trial.assume(trial.sample.rules().policy().cartCapPpm().isEmpty());
    Map<SkuId, CatalogItem> items = new HashMap<>(trial.input.items());
    items.put(item.sku().id(), item);
    Quote before = trial.lowered();
    CartLine stranger = CartLine.of("zz", "stranger", 2).at(Money.of(trial.cart.currency(), 1_599));
    Quote after = trial.quote(trial.input.withItems(items).withCart(trial.cart.add(stranger)));
    trial.requireEqual("offers", money(before), money(after));
    trial.requireEqual("shares", shares(before), shares(after));
  }

  private static List<Object> shares(Quote quote) {
    return quote.pieces().stream()
        .filter(piece -> !piece.line().equals("zz"))
        .map(piece -> (Object) List.of(piece.line(), piece.quantity(), piece.shares()))
        .toList();
  }

  private static void bystander(Trial trial) {
    var offers = new ArrayList<Offer>(trial.offers);
    offers.add(Offer.of("never", new Effect.Percent(1_000_000))
        .lane(Lane.ITEM)
        .when(Criterion.never())
        .build());
    Map<SkuId, List<ListedPrice>> prices = new HashMap<>();
    PriceList dear = PriceList.regular("zz-dear", trial.cart.currency()).withPriority(-1);
    trial.input.prices().forEach((sku, listed) -> {
      var more = new ArrayList<ListedPrice>(listed);
      more.add(
          new ListedPrice(dear, new PriceEntry(sku, Money.of(trial.cart.currency(), CAREFUL))));
      prices.put(sku, more);
    });
    Quote before = trial.lowered();
    Quote after = trial.quote(withPrices(trial.input, prices), trial.compose(offers));
    requireSame(trial, before, after);
  }

  private static void time(Trial trial) {
    Instant later = trial.input.at().plusSeconds(1L + trial.random.nextInt(100_000));
    boolean still = trial.offers.stream().noneMatch(offer -> changes(offer, trial, later));
    trial.assume(still);
    Quote now = trial.lowered();
    requireSame(trial, now, trial.quote(trial.input.at(later)));
  }

  private static boolean changes(Offer offer, Trial trial, Instant later) {
    return Stream.concat(
                offer.schedule().firstInstant().stream(), offer.schedule().endInstant().stream())
            .anyMatch(each -> each.isAfter(trial.input.at()) && !each.isAfter(later))
        || !offer.schedule().daily().isEmpty()
        || !offer.schedule().days().isEmpty()
        || !offer.schedule().except().isEmpty();
  }

  // --- scale -----------------------------------------------------------------------------------

  private static void scale(Trial trial) {
    Offer offer = trial.anyOffer();
    long k = 2L + trial.random.nextInt(9);
    trial.assume(
        (offer.effect() instanceof Effect.Percent percent && percent.maxUnits().isEmpty())
            || offer.effect() instanceof Effect.Amount);
    trial.assume(trial.cart.lines().stream()
        .noneMatch(
            line -> line.fixedPrice().filter(price -> price.minor() > CAREFUL).isPresent()));
    Offer plain = Offer.of("only", offer.effect())
        .lane(Lane.ITEM)
        .currency(trial.cart.currency())
        .scope(offer.scope())
        .build();
    Offer times = plain.toBuilder().effect(times(offer.effect(), k)).build();
    long one = placed(trial, plain, price -> price);
    long many = placed(trial, times, price -> price.times(k));
    trial.assume(one > 0);
    boolean exact = offer.effect() instanceof Effect.Amount;
    trial.require(
        Math.abs(many - k * one) * 2 <= (exact ? 0 : k + 1),
        "%d times the money takes off %d, once %d",
        k,
        many,
        one);
  }

  private static Effect times(Effect effect, long k) {
    return effect instanceof Effect.Amount amount
        ? new Effect.Amount(amount.off().times(k))
        : effect;
  }

  private static long placed(Trial trial, Offer only, UnaryOperator<Money> price) {
    Money usual = Money.of(trial.cart.currency(), 1_234);
    List<CartLine> lines = trial.cart.lines().stream()
        .map(line -> line.at(price.apply(line.fixedPrice().orElse(usual))))
        .toList();
    Cart cart = Cart.in(trial.cart.currency()).withLines(lines);
    Quote quote = trial.quote(trial.input.withCart(cart), trial.rulesWithoutPolicy(List.of(only)));
    return Trial.placed(quote, new OfferId("only"));
  }

  private static void names(Trial trial) {
    var renamed = new ArrayList<CartLine>();
    List<CartLine> lines = trial.cart.lines();
    for (int i = 0; i < lines.size(); i++) {
      renamed.add(named(lines.get(i), "n" + (lines.size() - i)));
    }
    List<String> codes = trial.cart.codes().stream()
        .flatMap(code -> Stream.of(
            "\u3000" + code.toLowerCase(Locale.ROOT), code.toLowerCase(Locale.ROOT) + " "))
        .limit(Cart.MAX_CODES)
        .toList();
    Quote one = trial.lowered();
    Quote other = trial.quote(trial.cart.withLines(renamed).withCodes(codes));
    trial.requireEqual("offers", money(one), money(other));
    trial.requireEqual("payable", one.payable(), other.payable());
    trial.requireEqual("nets by band", byBand(one), byBand(other));
  }

  private static Map<Integer, Long> byBand(Quote quote) {
    Map<Integer, Long> nets = new TreeMap<>();
    quote.pieces().forEach(piece -> nets.merge(piece.band(), piece.net().minor(), Long::sum));
    return nets;
  }
}
