package dev.akinai.core.pricing;

import dev.akinai.catalog.CatalogItem;
import dev.akinai.criteria.Criterion;
import dev.akinai.criteria.Op;
import dev.akinai.money.CurrencyCode;
import dev.akinai.pricing.LintCode;
import dev.akinai.pricing.LintFinding;
import dev.akinai.promotion.Effect;
import dev.akinai.promotion.Offer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * W-10: currencies in which nothing is priced, and SKUs, categories and tags that no goods have. What a condition wants not to be there is
 * not looked at: a tag that keeps goods out may well be on none. Stateless.
 */
final class LintNames implements LintCheck {

  private static final int SHOWN = 5;
  private static final Set<Op> ASK =
      Set.of(Op.EQ, Op.IN, Op.HAS, Op.HAS_ANY, Op.HAS_ALL, Op.UNDER, Op.AT);

  @Override
  public Stream<LintFinding> find(LintWorld world) {
    Set<CurrencyCode> currencies = currencies(world);
    Map<String, Set<String>> known = known(world);
    return world.rules.offers.stream()
        .flatMap(rule -> Stream.concat(
                currency(rule.offer, currencies, world).stream(), names(rule.offer, known))
            .map(text -> LintWorld.finding(LintCode.W_10, text, rule)));
  }

  // --- currencies ------------------------------------------------------------------------------

  private static Set<CurrencyCode> currencies(LintWorld world) {
    Set<CurrencyCode> currencies = new HashSet<>();
    world.input.prices().values().stream()
        .flatMap(List::stream)
        .forEach(price -> currencies.add(price.list().currency()));
    if (!world.goods.isEmpty()) {
      currencies.add(world.input.cart().currency());
    }
    return currencies;
  }

  private static Optional<String> currency(Offer offer, Set<CurrencyCode> priced, LintWorld world) {
    return offer
        .currency()
        .filter(code -> !priced.contains(code))
        .filter(code -> world.ruleset.policy().rates().keySet().stream()
            .noneMatch(pair -> pair.startsWith(code.code() + "/")))
        .map(code -> "%s is in %s, but no price list is and no rate leads from it"
            .formatted(offer.id(), code.code()));
  }

  // --- names -----------------------------------------------------------------------------------

  private static Map<String, Set<String>> known(LintWorld world) {
    Map<String, Set<String>> known = new HashMap<>();
    Set<String> skus = known.computeIfAbsent("sku", each -> new HashSet<>());
    Set<String> categories = known.computeIfAbsent("category", each -> new HashSet<>());
    Set<String> tags = known.computeIfAbsent("tags", each -> new HashSet<>());
    for (CatalogItem item : world.input.items().values()) {
      skus.add(item.sku().id().value());
      item.categoryPath().forEach(each -> categories.add(each.value()));
      tags.addAll(item.tags());
    }
    return known;
  }

  private static Stream<String> names(Offer offer, Map<String, Set<String>> known) {
    return Stream.of("sku", "category", "tags").flatMap(fact -> {
      Set<String> unknown = new TreeSet<>(named(offer, fact));
      unknown.removeAll(known.getOrDefault(fact, Set.of()));
      return unknown.isEmpty()
          ? Stream.empty()
          : Stream.of("%s names %s that no goods have: %s"
              .formatted(offer.id(), fact.equals("tags") ? "tags" : "a " + fact, shown(unknown)));
    });
  }

  private static String shown(Set<String> names) {
    String first = String.join(", ", names.stream().limit(SHOWN).toList());
    return names.size() > SHOWN ? first + " and " + (names.size() - SHOWN) + " more" : first;
  }

  private static Set<String> named(Offer offer, String fact) {
    Set<String> names = new HashSet<>();
    var conditions = new ArrayList<>(List.of(offer.when(), offer.scope()));
    CompiledOffer.partsOf(offer.effect()).forEach(part -> conditions.add(part.where()));
    conditions.forEach(condition -> note(condition, fact, names));
    if (fact.equals("sku") && offer.effect() instanceof Effect.Gift gift) {
      gift.choices().forEach(sku -> names.add(sku.value()));
    }
    return names;
  }

  private static void note(Criterion node, String fact, Set<String> names) {
    if (node instanceof Criterion.Test test) {
      if (test.fact().value().equals(fact) && ASK.contains(test.op())) {
        names.addAll(Conditions.texts(test));
      }
    } else if (!(node instanceof Criterion.Not)) {
      node.parts().forEach(part -> note(part, fact, names));
    }
  }
}
