package dev.akinai.core.pricing;

import dev.akinai.base.CallContext;
import dev.akinai.base.InvalidInputException;
import dev.akinai.base.Outcome;
import dev.akinai.catalog.CatalogItem;
import dev.akinai.catalog.SkuId;
import dev.akinai.core.base.Commands;
import dev.akinai.core.base.RefusedInside;
import dev.akinai.core.catalog.CatalogReader;
import dev.akinai.core.promotion.Rules;
import dev.akinai.points.EarningRule;
import dev.akinai.price.ListedPrice;
import dev.akinai.price.PricePolicy;
import dev.akinai.pricing.Cart;
import dev.akinai.pricing.CartLine;
import dev.akinai.pricing.Choices;
import dev.akinai.pricing.EligibilityFacts;
import dev.akinai.pricing.Explanation;
import dev.akinai.pricing.Hint;
import dev.akinai.pricing.LintFinding;
import dev.akinai.pricing.Pricing;
import dev.akinai.pricing.PricingInput;
import dev.akinai.pricing.Quote;
import dev.akinai.pricing.RefundPlan;
import dev.akinai.pricing.RefundRequest;
import dev.akinai.pricing.Simulation;
import dev.akinai.pricing.TaxTable;
import dev.akinai.promotion.OfferId;
import dev.akinai.promotion.Ruleset;
import dev.akinai.spi.UnitOfWork;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Reads what a quote depends on, once, and hands it to the pure core. Thread-safe. */
public final class PricingService implements Pricing {

  private static final int MOST_HINTS = 100;

  private final Commands commands;
  private final Rules rules;
  private final EarningRule earning;
  private final RuleCompiler compiler;
  private final EligibilityFacts facts;
  private final PricePolicy pricePolicy;

  /** Pricing on a storage. */
  public PricingService(
      Commands commands,
      Rules rules,
      RuleCompiler compiler,
      EligibilityFacts facts,
      EarningRule earning,
      PricePolicy pricePolicy) {
    this.commands = commands;
    this.rules = rules;
    this.compiler = compiler;
    this.facts = facts;
    this.earning = earning;
    this.pricePolicy = pricePolicy;
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
  public Map<SkuId, Quote> catalogueQuotes(Collection<SkuId> skus, Cart shopper, CallContext call) {
    Instant now = commands.door().now();
    Cart all = new Cart(
        shopper.currency(),
        skus.stream().distinct().map(PricingService::oneUnit).toList(),
        List.of(),
        List.of(),
        shopper.buyer(),
        shopper.where(),
        Choices.NONE);
    return commands.inUnit(call.shop(), unit -> {
      Ruleset ruleset = rules.inForce(unit, now);
      return catalogue(read(unit, all, TaxTable.NONE, ruleset, now), ruleset);
    });
  }

  private static CartLine oneUnit(SkuId sku) {
    return CartLine.of(sku.value(), sku.value(), 1);
  }

  private Map<SkuId, Quote> catalogue(PricingInput input, Ruleset ruleset) {
    Map<SkuId, Quote> quotes = new LinkedHashMap<>();
    for (CartLine line : input.cart().lines()) {
      PricingInput alone = input.withCart(input.cart().withLines(List.of(line)));
      shown(alone, ruleset).ifPresent(quote -> quotes.put(line.sku(), quote));
    }
    return quotes;
  }

  private Optional<Quote> shown(PricingInput input, Ruleset ruleset) {
    try {
      return Optional.of(Pricer.catalogue(input, compiler.compile(ruleset)));
    } catch (RefusedInside refused) {
      return Optional.empty(); // it is not sold, or has no price
    }
  }

  @Override
  public PricingInput read(Cart cart, TaxTable tax, CallContext call) {
    Instant now = commands.door().now();
    return commands.inUnit(
        call.shop(), unit -> read(unit, cart, tax, rules.inForce(unit, now), now));
  }

  @Override
  public Outcome<Quote> evaluate(PricingInput input, Ruleset ruleset) {
    return priced(() -> Pricer.quote(input, compiler.compile(ruleset), earning));
  }

  private static <T> Outcome<T> priced(Supplier<T> work) {
    try {
      return Outcome.done(work.get());
    } catch (RefusedInside refused) {
      return refused.asOutcome();
    }
  }

  @Override
  public Outcome<Explanation> explain(PricingInput input, Ruleset ruleset, OfferId offer) {
    return priced(() -> new Explainer(input, compiler.compile(ruleset)).explain(offer));
  }

  @Override
  public Outcome<List<Hint>> hints(PricingInput input, Ruleset ruleset, int most) {
    if (most < 1 || most > MOST_HINTS) {
      throw new InvalidInputException("The number of hints (%d) must be 1 to %d. Maybe 3 is enough."
          .formatted(most, MOST_HINTS));
    }
    return priced(() -> Hints.of(input, compiler.compile(ruleset), most));
  }

  @Override
  public Simulation simulate(
      List<PricingInput> orders, Ruleset first, Ruleset second, Simulation.Budgets budgets) {
    return Simulator.simulate(orders, compiler.compile(first), compiler.compile(second), budgets);
  }

  @Override
  public List<LintFinding> lint(Ruleset ruleset, PricingInput world) {
    return Lint.find(compiler.compile(ruleset), world);
  }

  @Override
  public RefundPlan refundPlan(
      Quote frozen,
      PricingInput input,
      Ruleset ruleset,
      List<RefundPlan> before,
      RefundRequest now) {
    if (!ruleset.hash().equals(frozen.rulesetHash()) || !input.at().equals(frozen.at())) {
      throw new InvalidInputException(
          "The rules and the instant (%s, %s) must be those of the quote (%s, %s). Maybe today's were given."
              .formatted(ruleset.hash(), input.at(), frozen.rulesetHash(), frozen.at()));
    }
    var repricing = new Repricing(frozen, input, ruleset, compiler.extensions());
    return Refunds.plan(frozen, before, now, repricing);
  }

  private PricingInput read(
      UnitOfWork unit, Cart cart, TaxTable tax, Ruleset ruleset, Instant now) {
    var input = new PricingInput(
        cart,
        facts.read(unit.shop(), cart),
        CatalogReader.items(unit, skus(cart, line -> true)),
        prices(unit, cart),
        pricePolicy,
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

  private static Map<SkuId, List<ListedPrice>> prices(UnitOfWork unit, Cart cart) {
    return unit.prices()
        .prices(cart.currency(), skus(cart, line -> line.fixedPrice().isEmpty()));
  }

  private static Set<SkuId> skus(Cart cart, Predicate<CartLine> which) {
    return cart.lines().stream()
        .filter(line -> line.quantity() > 0)
        .filter(which)
        .map(CartLine::sku)
        .collect(Collectors.toCollection(HashSet::new));
  }
}
