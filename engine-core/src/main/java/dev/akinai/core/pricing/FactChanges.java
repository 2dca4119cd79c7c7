package dev.akinai.core.pricing;

import dev.akinai.criteria.Criterion;
import dev.akinai.criteria.Literal;
import dev.akinai.criteria.Op;
import dev.akinai.pricing.BuyerFacts;
import dev.akinai.pricing.PricingInput;
import dev.akinai.pricing.Where;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a test asks of the cart or its buyer, made true: the changed inputs by the value that was set. Stateless. */
final class FactChanges {

  private FactChanges() {}

  /** Inputs in which a test holds, for facts that a shopper or a host could change; those of goods are not among them. */
  static Map<String, PricingInput> of(PricingInput input, Criterion.Test test) {
    Map<String, PricingInput> changed = new LinkedHashMap<>();
    for (Literal literal : test.values()) {
      if (literal instanceof Literal.Text text && asksFor(test.op())) {
        text(input, test.fact().value(), text.value())
            .ifPresent(other -> changed.put(text.value(), other));
      } else if (literal instanceof Literal.Whole number) {
        long value = number.value() + shift(test.op());
        number(input, test.fact().value(), value)
            .ifPresent(other -> changed.put(Long.toString(value), other));
      }
    }
    return changed;
  }

  private static boolean asksFor(Op op) {
    return op != Op.NE && op != Op.NOT_IN;
  }

  private static long shift(Op op) {
    return op == Op.GT ? 1 : op == Op.LT ? -1 : 0;
  }

  private static Optional<PricingInput> text(PricingInput input, String fact, String value) {
    Where where = input.cart().where();
    BuyerFacts facts = input.facts();
    return switch (fact) {
      case "channel" -> Optional.of(at(input, where.channel(value)));
      case "market" -> Optional.of(at(input, where.market(value)));
      case "region" -> Optional.of(at(input, where.region(value)));
      case "payment.method" -> Optional.of(at(input, where.paidBy(value)));
      case "ship.region" ->
        Optional.of(at(input, where.shipped(value, where.shipMethod().orElse("any"))));
      case "ship.method" ->
        Optional.of(at(input, where.shipped(where.shipRegion().orElse("any"), value)));
      case "member.tier" -> Optional.of(input.withFacts(facts.tier(value)));
      case "member.segments" ->
        Optional.of(input.withFacts(facts.segments(with(facts.segments(), value))));
      case "member.groups" ->
        Optional.of(input.withFacts(facts.groups(with(facts.groups(), value))));
      default -> Optional.empty();
    };
  }

  private static Optional<PricingInput> number(PricingInput input, String fact, long value) {
    return fact.equals("member.orders") && value >= 0
        ? Optional.of(input.withFacts(input.facts().orders(value)))
        : Optional.empty();
  }

  private static PricingInput at(PricingInput input, Where where) {
    return input.withCart(input.cart().where(where));
  }

  private static String[] with(Optional<Set<String>> known, String more) {
    Set<String> all = new TreeSet<>(known.orElse(Set.of()));
    all.add(more);
    return all.toArray(String[]::new);
  }
}
