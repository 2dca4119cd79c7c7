package dev.akinai.samples.benchmarks;

import dev.akinai.criteria.Criterion;
import dev.akinai.criteria.Fact;
import dev.akinai.criteria.Sum;
import dev.akinai.promotion.Effect;
import dev.akinai.promotion.Lane;
import dev.akinai.promotion.Offer;

/**
 * The rule that every engine is given in its own words: some lines have a key, and together they come to an amount. Immutable.
 *
 * @param id 1 to 64 characters
 * @param key what the lines must have
 * @param value which
 * @param from the least amount in minor units, at least 1
 */
record Rule(String id, Key key, String value, long from) {

  /** What a line can be found by. */
  enum Key {
    /** One SKU. */
    SKU,
    /** A category of the lower level. */
    LEAF,
    /** A category of the upper level. */
    TOP,
    /** A brand. */
    BRAND,
    /** A tag. */
    TAG
  }

  /** Tells whether the line has the key. */
  boolean covers(Basket.Line line) {
    return switch (key) {
      case SKU -> line.good().sku().equals(value);
      case LEAF -> line.good().leaf().equals(value);
      case TOP -> line.good().top().equals(value);
      case BRAND -> line.good().brand().equals(value);
      case TAG -> line.good().tag().equals(value);
    };
  }

  /** Tells whether the rule matches, in the plainest way: a loop over the lines. */
  boolean matches(Basket basket) {
    long sum = 0;
    for (Basket.Line line : basket.lines()) {
      if (covers(line)) {
        sum += line.amount();
      }
    }
    return sum >= from;
  }

  /** The name under which a basket keeps the sum of the lines with this key. */
  String subtotal() {
    return value;
  }

  /** The same rule as an offer of 1 % off its lines. */
  Offer offer() {
    return Offer.of(id, new Effect.Percent(10_000))
        .lane(Lane.ITEM)
        .scope(scope())
        .when(Sum.amount(Criterion.Basis.LIST).ge(from))
        .build();
  }

  Criterion scope() {
    return switch (key) {
      case SKU -> Fact.text("sku").eq(value);
      case LEAF, TOP -> Fact.tree("category").under(value);
      case BRAND -> Fact.text("brand").eq(value);
      case TAG -> Fact.set("tags").has(value);
    };
  }
}
