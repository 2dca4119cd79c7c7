package dev.akinai.testkit.pricing;

import dev.akinai.pricing.Cart;
import dev.akinai.pricing.CartLine;
import dev.akinai.pricing.PricingInput;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.Ruleset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Something to try laws on: all that one quote depends on. Immutable.
 *
 * @param seed which sample; what a law chooses by chance comes from it too
 * @param input cart, facts, prices, tax and instant
 * @param rules the ruleset, its offers in canonical order
 */
public record PricingSample(long seed, PricingInput input, Ruleset rules) {

  /**
   * Samples with one thing less: a line, a charge, a code, an offer, or fewer units of a line.
   *
   * @return the first is the smallest step
   */
  public List<PricingSample> smaller() {
    var smaller = new ArrayList<PricingSample>();
    rules.offers().forEach(offer -> smaller.add(with(without(rules.offers(), offer))));
    Cart cart = input.cart();
    cart.lines().forEach(line -> smaller.add(with(cart.withLines(without(cart.lines(), line)))));
    cart.charges()
        .forEach(charge -> smaller.add(with(cart.withCharges(without(cart.charges(), charge)))));
    cart.codes().forEach(code -> smaller.add(with(cart.withCodes(without(cart.codes(), code)))));
    cart.lines().stream()
        .filter(line -> line.quantity() > 1)
        .forEach(line -> smaller.add(with(fewer(cart, line))));
    return smaller;
  }

  private static Cart fewer(Cart cart, CartLine line) {
    return cart.withLines(cart.lines().stream()
        .map(each -> each.id().equals(line.id()) ? line.times(line.quantity() / 2) : each)
        .toList());
  }

  private static <T> List<T> without(List<T> list, T one) {
    var copy = new ArrayList<T>(list);
    copy.remove(one);
    return copy;
  }

  private PricingSample with(Cart cart) {
    return new PricingSample(seed, input.withCart(cart), rules);
  }

  private PricingSample with(List<Offer> offers) {
    return new PricingSample(
        seed,
        input,
        new Ruleset(rules.version(), rules.hash(), rules.lanes(), rules.policy(), offers));
  }

  @Override
  public String toString() {
    Cart cart = input.cart();
    return "seed %d at %s, tax %s %s%n  lines %s%n  charges %s, codes %s, %s%n  offers%n    %s"
        .formatted(
            seed,
            input.at(),
            input.tax().inclusion(),
            input.tax().rates().keySet(),
            cart.lines().stream().map(PricingSample::text).toList(),
            cart.charges(),
            cart.codes(),
            input.facts(),
            rules.offers().stream().map(Offer::toString).collect(Collectors.joining("\n    ")));
  }

  private static String text(CartLine line) {
    return "%s: %d x %s at %s%s"
        .formatted(
            line.id(),
            line.quantity(),
            line.sku(),
            line.fixedPrice().map(Object::toString).orElse("list"),
            line.merchant().map(name -> " by " + name).orElse(""));
  }
}
