package dev.akinai.samples.workbench.lint;

import dev.akinai.criteria.Criterion;
import dev.akinai.criteria.CriterionPaths;
import dev.akinai.criteria.Literal;
import dev.akinai.money.CurrencyCode;
import dev.akinai.pricing.PricingInput;
import dev.akinai.promotion.Effect;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.Ruleset;
import dev.akinai.samples.workbench.common.PastOrder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Goods that rules speak of, where nothing else is known: each name at two prices, and something that no rule names. Stateless. */
final class MentionedGoods {

  private static final long[] PRICES = {199, 4_999};
  private static final String NOWHERE = "nowhere";

  private MentionedGoods() {}

  static PricingInput world(Ruleset rules) {
    Map<String, Set<String>> names = new TreeMap<>();
    rules
        .offers()
        .forEach(offer -> conditions(offer)
            .flatMap(condition -> CriterionPaths.walk(condition).stream())
            .forEach(step -> note(names, step.node())));
    var order = new PastOrder(currency(rules), "");
    of(names, "sku").forEach(name -> add(order, name, NOWHERE, ""));
    of(names, "category").forEach(name -> add(order, "in-" + name, name, ""));
    of(names, "brand").forEach(name -> add(order, "by-" + name, NOWHERE, name));
    add(order, "else", NOWHERE, "");
    return order.input(0, List.of(), gifts(rules));
  }

  private static void add(PastOrder order, String sku, String category, String brand) {
    for (long price : PRICES) {
      var goods =
          new PastOrder.Goods(PastOrder.name(sku) + "-" + price, sku, List.of(category), brand);
      order.add(goods, 1, price, Instant.EPOCH);
    }
  }

  private static Stream<Criterion> conditions(Offer offer) {
    Stream<Criterion> parts = Stream.empty();
    if (offer.effect() instanceof Effect.BuyGet buyGet) {
      parts = Stream.of(buyGet.buy().where(), buyGet.get().where());
    } else if (offer.effect() instanceof Effect.Bundle bundle) {
      parts = bundle.parts().stream().map(Effect.Part::where);
    }
    return Stream.concat(Stream.of(offer.when(), offer.scope()), parts);
  }

  private static void note(Map<String, Set<String>> names, Criterion node) {
    if (node instanceof Criterion.Test test) {
      for (Literal literal : test.values()) {
        if (literal instanceof Literal.Text text) {
          names.computeIfAbsent(test.fact().value(), fact -> new TreeSet<>()).add(text.value());
        }
      }
    }
  }

  private static Set<String> of(Map<String, Set<String>> names, String fact) {
    return names.getOrDefault(fact, Set.of());
  }

  private static CurrencyCode currency(Ruleset rules) {
    return rules.offers().stream()
        .flatMap(offer -> offer.currency().stream())
        .findFirst()
        .orElse(CurrencyCode.of("EUR"));
  }

  private static List<PastOrder.Goods> gifts(Ruleset rules) {
    return rules.offers().stream()
        .filter(offer -> offer.effect() instanceof Effect.Gift)
        .flatMap(offer -> ((Effect.Gift) offer.effect()).choices().stream())
        .map(sku -> new PastOrder.Goods(sku.value(), sku.value(), List.of(NOWHERE), ""))
        .distinct()
        .toList();
  }
}
