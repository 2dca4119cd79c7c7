package dev.akinai.testkit.pricing;

import dev.akinai.catalog.SkuId;
import dev.akinai.engine.Commerce;
import dev.akinai.price.ListedPrice;
import dev.akinai.pricing.Cart;
import dev.akinai.pricing.CartLine;
import dev.akinai.pricing.PricingInput;
import dev.akinai.pricing.TaxTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Engines that read carts, prices and taxes wrongly. Stateless. */
final class InputSlips {

  private InputSlips() {}

  static Commerce unmerged(Commerce engine) {
    return lines(engine, (line, index) -> line.with(Map.of("line", line.id())));
  }

  static Commerce inOrder(Commerce engine) {
    return lines(
        engine, (line, index) -> line.with(Map.of("place", Integer.toString(100 + index))));
  }

  private static Commerce lines(Commerce engine, BiFunction<CartLine, Integer, CartLine> slip) {
    return Slips.ofInput(engine, input -> {
      List<CartLine> lines = input.cart().lines();
      var others = new ArrayList<CartLine>();
      for (int i = 0; i < lines.size(); i++) {
        others.add(slip.apply(lines.get(i), i));
      }
      return input.withCart(input.cart().withLines(others));
    });
  }

  static Commerce noFloors(Commerce engine) {
    return Slips.ofInput(engine, input -> {
      Map<SkuId, List<ListedPrice>> prices = new HashMap<>();
      input
          .prices()
          .forEach((sku, listed) -> prices.put(
              sku,
              listed.stream()
                  .map(each ->
                      new ListedPrice(each.list(), each.entry().withFloor(Optional.empty())))
                  .toList()));
      return InvarianceLaws.withPrices(input, prices);
    });
  }

  static Commerce oneGroup(Commerce engine) {
    return Slips.ofInput(
        engine,
        input -> input.facts().groups().orElse(Set.of()).size() > 1
            ? input.withFacts(input.facts().groups("nobody"))
            : input);
  }

  static Commerce strictCodes(Commerce engine) {
    return Slips.ofInput(engine, input -> {
      Cart cart = input.cart();
      return input.withCart(cart.withCodes(
          cart.codes().stream().filter(code -> code.startsWith("SAVE")).toList()));
    });
  }

  static Commerce taxesUnits(Commerce engine) {
    return taxed(
        engine,
        table -> new TaxTable(
            table.inclusion(),
            TaxTable.Level.UNIT,
            table.mode(),
            table.invoices(),
            table.usualClass(),
            table.rates()));
  }

  static Commerce taxOnTop(Commerce engine) {
    return taxed(
        engine,
        table -> new TaxTable(
            TaxTable.Inclusion.EXCLUSIVE,
            table.level(),
            table.mode(),
            table.invoices(),
            table.usualClass(),
            table.rates()));
  }

  private static Commerce taxed(Commerce engine, UnaryOperator<TaxTable> slip) {
    return Slips.ofInput(engine, input -> retaxed(input, slip.apply(input.tax())));
  }

  private static PricingInput retaxed(PricingInput input, TaxTable table) {
    return table.rates().isEmpty() ? input : input.taxed(table);
  }
}
