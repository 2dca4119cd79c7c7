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
import dev.akinai.price.PriceEntry;
import dev.akinai.price.PriceList;
import dev.akinai.pricing.Cart;
import dev.akinai.pricing.CartLine;
import dev.akinai.pricing.Pricing;
import dev.akinai.pricing.Quote;
import dev.akinai.promotion.Ruleset;
import dev.akinai.quota.Cell;
import dev.akinai.quota.CellKey;
import dev.akinai.spi.UnitOfWork;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads what a quote depends on, once, and hands it to the pure core. Thread-safe. */
public final class PricingService implements Pricing {

  private final Commands commands;
  private final Rules rules;
  private final EarningRule earning;

  /** Pricing on a storage. */
  public PricingService(Commands commands, Rules rules, EarningRule earning) {
    this.commands = commands;
    this.rules = rules;
    this.earning = earning;
  }

  @Override
  public Outcome<Quote> quote(Cart cart, CallContext call) {
    try {
      return Outcome.done(Pricer.quote(commands.inUnit(call.shop(), unit -> read(unit, cart))));
    } catch (RefusedInside refused) {
      return refused.asOutcome();
    }
  }

  private Pricer.Input read(UnitOfWork unit, Cart cart) {
    Map<SkuId, CatalogItem> items = CatalogReader.items(unit, skus(cart, line -> true));
    Map<SkuId, Map<PriceList, PriceEntry>> prices = unit.prices()
        .prices(cart.currency(), skus(cart, line -> line.fixedPrice().isEmpty()));
    Ruleset ruleset = rules.current(unit);
    return new Pricer.Input(
        cart,
        items,
        prices,
        ruleset,
        used(unit, ruleset, cart),
        earning,
        commands.door().now());
  }

  private static Map<CellKey, Cell> used(UnitOfWork unit, Ruleset ruleset, Cart cart) {
    Set<CellKey> keys = new HashSet<>();
    ruleset
        .offers()
        .forEach(
            offer -> OfferCells.of(offer, cart.buyer()).forEach(demand -> keys.add(demand.cell())));
    return keys.isEmpty()
        ? Map.of()
        : unit.cells().read(keys).stream()
            .collect(Collectors.toMap(Cell::key, Function.identity()));
  }

  private static Set<SkuId> skus(Cart cart, java.util.function.Predicate<CartLine> which) {
    return cart.lines().stream()
        .filter(line -> line.quantity() > 0)
        .filter(which)
        .map(CartLine::sku)
        .collect(Collectors.toSet());
  }
}
