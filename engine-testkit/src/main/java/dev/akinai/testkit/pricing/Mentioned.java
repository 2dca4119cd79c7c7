package dev.akinai.testkit.pricing;

import dev.akinai.criteria.Criterion;
import dev.akinai.criteria.CriterionPaths;
import dev.akinai.criteria.Literal;
import dev.akinai.promotion.Effect;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.Ruleset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What rules speak of: names, amounts and quantities, so that carts can come near them. For one thread. */
final class Mentioned {

  private final TreeMap<String, Set<String>> names = new TreeMap<>();
  private final List<Long> amounts = new ArrayList<>();
  private final List<Long> quantities = new ArrayList<>();

  private Mentioned() {}

  static Mentioned in(Ruleset rules) {
    var mentioned = new Mentioned();
    rules.offers().forEach(mentioned::note);
    return mentioned;
  }

  private void note(Offer offer) {
    note(offer.when());
    note(offer.scope());
    parts(offer.effect()).forEach(part -> {
      note(part.where());
      quantities.add((long) part.quantity());
    });
    if (offer.effect() instanceof Effect.Every every) {
      amounts.add(every.threshold().minor());
    }
    if (offer.effect() instanceof Effect.Tiers tiers) {
      List<Long> steps = tiers.by() == Effect.Tiers.By.AMOUNT ? amounts : quantities;
      tiers.steps().forEach(step -> steps.add(step.from()));
    }
  }

  private static Stream<Effect.Part> parts(Effect effect) {
    if (effect instanceof Effect.BuyGet buyGet) {
      return Stream.of(buyGet.buy(), buyGet.get());
    }
    return effect instanceof Effect.Bundle bundle ? bundle.parts().stream() : Stream.empty();
  }

  private void note(Criterion criterion) {
    for (CriterionPaths.Step step : CriterionPaths.walk(criterion)) {
      if (step.node() instanceof Criterion.Test test) {
        note(test);
      } else if (step.node() instanceof Criterion.SumTest sum) {
        List<Long> numbers = sum.of() == Criterion.Measure.AMOUNT ? amounts : quantities;
        sum.bounds().forEach(bound -> note(bound, numbers));
      }
    }
  }

  private void note(Criterion.Test test) {
    for (Literal literal : test.values()) {
      if (literal instanceof Literal.Text text) {
        names.computeIfAbsent(test.fact().value(), fact -> new TreeSet<>()).add(text.value());
      }
    }
  }

  private static void note(Literal bound, List<Long> numbers) {
    if (bound instanceof Literal.Whole number) {
      numbers.add(number.value());
    }
  }

  Set<String> skus() {
    return of("sku");
  }

  Set<String> products() {
    return of("spu");
  }

  Set<String> categories() {
    return of("category");
  }

  Set<String> brands() {
    return of("brand");
  }

  Set<String> tags() {
    return of("tags");
  }

  Set<String> segments() {
    return of("member.segments");
  }

  Set<String> channels() {
    return of("channel");
  }

  Set<String> tiers() {
    return of("member.tier");
  }

  List<Long> amounts() {
    return amounts;
  }

  List<Long> quantities() {
    return quantities;
  }

  private Set<String> of(String fact) {
    return names.getOrDefault(fact, Set.of());
  }
}
