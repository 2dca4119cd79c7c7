package dev.akinai.core.pricing;

import dev.akinai.base.CallContext;
import dev.akinai.base.Outcome;
import dev.akinai.catalog.CatalogItem;
import dev.akinai.catalog.SkuId;
import dev.akinai.core.base.Commands;
import dev.akinai.core.base.RefusedInside;
import dev.akinai.core.catalog.CatalogReader;
import dev.akinai.core.promotion.Rules;
import dev.akinai.points.EarningRule;
import dev.akinai.pricing.Cart;
import dev.akinai.pricing.CartLine;
import dev.akinai.pricing.EligibilityFacts;
import dev.akinai.pricing.Pricing;
import dev.akinai.pricing.PricingInput;
import dev.akinai.pricing.Quote;
import dev.akinai.pricing.TaxTable;
import dev.akinai.promotion.Ruleset;
import dev.akinai.spi.UnitOfWork;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads what a quote depends on, once, and hands it to the pure core. Thread-safe. */
public final class PricingService implements Pricing {

  private final Commands commands;
  private final Rules rules;
  private final EarningRule earning;
  private final RuleCompiler compiler;
  private final EligibilityFacts facts;

  /** Pricing on a storage. */
  public PricingService(
      Commands commands,
      Rules rules,
      RuleCompiler compiler,
      EligibilityFacts facts,
      EarningRule earning) {
    this.commands = commands;
    this.rules = rules;
    this.compiler = compiler;
    this.facts = facts;
    this.earning = earning;
  }

  @Override
  public Outcome<Quote> quote(Cart cart, CallContext call) {
    return quote(cart, TaxTable.NONE, call);
  }

  @Override
  public Outcome<Quote> quote(Cart cart, TaxTable tax, CallContext call) {
    Instant now = commands.door().now();
    return commands.inUnit(call.shop(), unit -> {
      Ruleset ruleset = rules.inForce(unit, now);
      return evaluate(read(unit, cart, tax, ruleset, now), ruleset);
    });
  }

  @Override
  public PricingInput read(Cart cart, TaxTable tax, CallContext call) {
    Instant now = commands.door().now();
    return commands.inUnit(
        call.shop(), unit -> read(unit, cart, tax, rules.inForce(unit, now), now));
  }

  @Override
  public Outcome<Quote> evaluate(PricingInput input, Ruleset ruleset) {
    try {
      return Outcome.done(Pricer.quote(input, compiler.compile(ruleset), earning));
    } catch (RefusedInside refused) {
      return refused.asOutcome();
    }
  }

  private PricingInput read(
      UnitOfWork unit, Cart cart, TaxTable tax, Ruleset ruleset, Instant now) {
    var input = new PricingInput(
        cart,
        facts.read(unit.shop(), cart),
        CatalogReader.items(unit, skus(cart, line -> true)),
        prices(unit, cart),
        List.of(),
        List.of(),
        tax,
        now);
    Reach reach = Reach.of(input, compiler.compile(ruleset));
    if (!reach.gifts.isEmpty()) {
      Map<SkuId, CatalogItem> items = new HashMap<>(input.items());
      items.putAll(CatalogReader.items(unit, reach.gifts));
      input = input.withItems(items);
    }
    return reach.cells.isEmpty() ? input : input.withUsed(unit.cells().read(reach.cells));
  }

  private static Map<SkuId, List<PricingInput.Priced>> prices(UnitOfWork unit, Cart cart) {
    Map<SkuId, List<PricingInput.Priced>> prices = new HashMap<>();
    unit.prices()
        .prices(cart.currency(), skus(cart, line -> line.fixedPrice().isEmpty()))
        .forEach((sku, entries) -> prices.put(
            sku,
            entries.entrySet().stream()
                .map(each -> new PricingInput.Priced(each.getKey(), each.getValue()))
                .toList()));
    return prices;
  }

  private static Set<SkuId> skus(Cart cart, Predicate<CartLine> which) {
    return cart.lines().stream()
        .filter(line -> line.quantity() > 0)
        .filter(which)
        .map(CartLine::sku)
        .collect(Collectors.toCollection(HashSet::new));
  }
}
