package dev.akinai.testkit.pricing;

import dev.akinai.catalog.CatalogItem;
import dev.akinai.catalog.CategoryId;
import dev.akinai.catalog.ProductId;
import dev.akinai.catalog.Sku;
import dev.akinai.catalog.SkuId;
import dev.akinai.money.CurrencyCode;
import dev.akinai.money.Money;
import dev.akinai.money.Rounding;
import dev.akinai.price.Audience;
import dev.akinai.price.ListedPrice;
import dev.akinai.price.PriceEntry;
import dev.akinai.price.PriceList;
import dev.akinai.pricing.BuyerFacts;
import dev.akinai.pricing.Cart;
import dev.akinai.pricing.CartLine;
import dev.akinai.pricing.Charge;
import dev.akinai.pricing.PricingInput;
import dev.akinai.pricing.TaxTable;
import dev.akinai.pricing.Where;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.Ruleset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A cart around rules: what they name, near what they ask for. For one sample and thread. */
final class SampleCarts {

  static final String GIFT = "gift";
  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final long[] PRICES = {0, 1, 3, 99, 100, 333, 1_000, 1_999, 20_000};
  private static final List<PriceList.Stance> STANCES =
      List.copyOf(EnumSet.allOf(PriceList.Stance.class));
  private static final long DEAREST = 1_000_000_000_000L;

  private final Ruleset rules;
  private final CurrencyCode currency;
  private final Random random;
  private final Mentioned mentioned;

  SampleCarts(Ruleset rules, CurrencyCode currency, Random random) {
    this.rules = rules;
    this.currency = currency;
    this.random = random;
    this.mentioned = Mentioned.in(rules);
  }

  PricingInput input() {
    Map<SkuId, CatalogItem> items = items();
    List<SkuId> skus =
        items.keySet().stream().sorted((a, b) -> a.value().compareTo(b.value())).toList();
    PricingInput input = PricingInput.of(cart(skus), items, prices(skus), instant());
    return input.withFacts(facts()).taxed(tax());
  }

  // --- goods -----------------------------------------------------------------------------------

  /** Each SKU, category, brand, tag and product that is named has a variant, and four have nothing to do with them. */
  private Map<SkuId, CatalogItem> items() {
    Map<SkuId, CatalogItem> items = new HashMap<>();
    Stream.of("a", "b", "c", "d", GIFT).forEach(sku -> put(items, sku, "tea", "", ""));
    Stream.of("outside").forEach(sku -> put(items, sku, "elsewhere", "", ""));
    mentioned.skus().forEach(sku -> put(items, sku, "goods", "", ""));
    mentioned.categories().forEach(name -> put(items, "in-" + name, name, "", ""));
    mentioned.brands().forEach(name -> put(items, "by-" + name, "goods", name, ""));
    mentioned.tags().forEach(name -> put(items, "tagged-" + name, "goods", "", name));
    mentioned.products().forEach(name -> put(items, "of-" + name, "goods", "", ""));
    return items;
  }

  private void put(
      Map<SkuId, CatalogItem> items, String sku, String category, String brand, String tag) {
    String name = sku.length() > 64 ? sku.substring(0, 64) : sku;
    String product = name.startsWith("of-") ? name.substring(3) : "p-" + name;
    items.put(
        SkuId.of(name),
        new CatalogItem(
            Sku.of(name, name),
            new ProductId(product.length() > 64 ? product.substring(0, 64) : product),
            List.of(new CategoryId(category), new CategoryId("all")),
            Optional.of(brand).filter(each -> !each.isEmpty()),
            tag.isEmpty() ? Set.of() : Set.of(tag)));
  }

  private Map<SkuId, List<ListedPrice>> prices(List<SkuId> skus) {
    PriceList retail = PriceList.regular("retail", currency);
    Map<SkuId, List<ListedPrice>> prices = new HashMap<>();
    for (SkuId sku : skus) {
      long price = price();
      var entry = new PriceEntry(sku, money(price));
      if (chance(8)) {
        entry = entry.withFloor(Optional.of(money(price / 2)));
      }
      var listed = new ArrayList<ListedPrice>();
      listed.add(new ListedPrice(retail, entry));
      special(sku, price).ifPresent(listed::add);
      prices.put(sku, listed);
    }
    return prices;
  }

  /** A price that some get, or that holds from some quantity on. */
  private Optional<ListedPrice> special(SkuId sku, long price) {
    var lower = new PriceEntry(sku, money(price * 9 / 10));
    return switch (random.nextInt(10)) {
      case 0 ->
        Optional.of(new ListedPrice(
            PriceList.of("club", PriceList.Kind.MEMBER, currency)
                .withAudience(Audience.EVERYONE.groups("club")),
            lower));
      case 1 ->
        Optional.of(new ListedPrice(
            PriceList.of("sale", PriceList.Kind.SALE, currency)
                .withStance(STANCES.get(random.nextInt(STANCES.size()))),
            lower));
      case 2 ->
        Optional.of(
            new ListedPrice(PriceList.regular("bulk", currency).withPriority(1), lower.from(3)));
      case 3 ->
        Optional.of(new ListedPrice(
            PriceList.of("flash", PriceList.Kind.FLASH, currency), lower.allotted(2)));
      default -> Optional.empty();
    };
  }

  private long price() {
    return chance(40) ? DEAREST : PRICES[random.nextInt(PRICES.length)];
  }

  // --- the cart --------------------------------------------------------------------------------

  private Cart cart(List<SkuId> skus) {
    Cart cart = Cart.in(currency).where(where());
    int count = 1 + random.nextInt(5);
    for (int i = 0; i < count; i++) {
      cart = cart.add(line("l" + i, skus));
    }
    cart = chance(2) ? nearAThreshold(cart) : cart;
    cart = chance(3) ? cart.with(Charge.shipping("ship", "post", money(500))) : cart;
    cart = chance(2) ? cart.forBuyer("ann") : cart;
    for (Offer offer : rules.offers()) {
      if (offer.sharedCode().isPresent() && !chance(3) && cart.codes().size() < Cart.MAX_CODES) {
        cart = cart.withCode(typed(offer.sharedCode().get()));
      }
    }
    return cart;
  }

  private Where where() {
    List<String> channels = List.copyOf(mentioned.channels());
    return channels.isEmpty() || chance(2)
        ? Where.UNKNOWN
        : Where.UNKNOWN.channel(channels.get(random.nextInt(channels.size())));
  }

  private String typed(String code) {
    return chance(2) ? code : " " + code.toLowerCase(Locale.ROOT);
  }

  private CartLine line(String id, List<SkuId> skus) {
    CartLine line = CartLine.of(id, skus.get(random.nextInt(skus.size())).value(), quantity());
    line = chance(4) ? line.soldBy("M") : line;
    return chance(2) ? line.at(money(price())) : line;
  }

  private long quantity() {
    List<Long> sizes = mentioned.quantities();
    if (!sizes.isEmpty() && chance(2)) {
      long near = sizes.get(random.nextInt(sizes.size())) + random.nextInt(3) - 1;
      return Math.max(1, Math.min(near, 1_000));
    }
    return 1L + random.nextInt(5);
  }

  /** One line is priced so that all goods come to one unit less than a threshold, to it, or to one more. */
  private Cart nearAThreshold(Cart cart) {
    List<Long> amounts = mentioned.amounts();
    boolean fixed = cart.lines().stream().allMatch(line -> line.fixedPrice().isPresent());
    if (amounts.isEmpty() || !fixed) {
      return cart;
    }
    long target = amounts.get(random.nextInt(amounts.size())) + random.nextInt(3) - 1;
    CartLine last = cart.lines().get(cart.lines().size() - 1);
    long others = cart.lines().stream()
        .filter(line -> !line.equals(last))
        .mapToLong(line -> line.fixedPrice().orElseThrow().minor() * line.quantity())
        .sum();
    if (target < others) {
      return cart;
    }
    return cart.withLines(cart.lines().stream()
        .map(line -> line.equals(last) ? line.times(1).at(money(target - others)) : line)
        .toList());
  }

  // --- when, who, tax --------------------------------------------------------------------------

  /** Noon, or within a moment of an instant at which a schedule opens or closes. */
  private Instant instant() {
    List<Instant> boundaries = rules.offers().stream()
        .map(Offer::schedule)
        .flatMap(each -> Stream.concat(each.firstInstant().stream(), each.endInstant().stream()))
        .toList();
    if (boundaries.isEmpty() || chance(2)) {
      return NOON;
    }
    return boundaries.get(random.nextInt(boundaries.size())).plusNanos(random.nextInt(3) - 1L);
  }

  private BuyerFacts facts() {
    BuyerFacts facts = BuyerFacts.UNKNOWN.groups(chance(2) ? "club" : "guests");
    facts = facts.segments(some(mentioned.segments()));
    return facts.tier(mentioned.tiers().stream().findFirst().orElse("basic"));
  }

  private String[] some(Set<String> names) {
    Set<String> some =
        names.stream().filter(each -> chance(2)).collect(Collectors.toCollection(HashSet::new));
    return some.toArray(String[]::new);
  }

  private TaxTable tax() {
    return switch (random.nextInt(6)) {
      case 0 -> TaxTable.japan(inclusion(), Rounding.FLOOR);
      case 1 -> TaxTable.europe("DE", inclusion(), TaxTable.Level.LINE, 190_000);
      case 2 -> TaxTable.europe("FR", inclusion(), TaxTable.Level.RATE, 200_000);
      case 3 -> TaxTable.europe("IT", inclusion(), TaxTable.Level.UNIT, 220_000);
      default -> TaxTable.NONE;
    };
  }

  private TaxTable.Inclusion inclusion() {
    return chance(2) ? TaxTable.Inclusion.INCLUSIVE : TaxTable.Inclusion.EXCLUSIVE;
  }

  private Money money(long minor) {
    return Money.of(currency, minor);
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }
}
