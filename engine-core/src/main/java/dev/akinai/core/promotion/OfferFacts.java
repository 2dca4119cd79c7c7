package dev.akinai.core.promotion;

import dev.akinai.criteria.FactSchema;
import dev.akinai.criteria.FactType;
import java.util.Set;

/**
 * What conditions of offers may ask about a cart and about one line (PRICING 3.2).
 *
 * <p>{@code member.registeredAt} is an instant; conditions know no instants, so it is a number: whole seconds since 1970-01-01T00:00Z.
 * {@code merchant} of a cart is the merchant whose lines an offer runs over, or the only one of the cart; else it is unknown.
 */
public final class OfferFacts {

  /** What {@code scope}, the parts of effects and the filter of a sum may ask about one line. */
  public static final FactSchema LINE = FactSchema.builder()
      .facts(FactType.TEXT, "sku", "spu", "brand", "merchant", "priceKind")
      .facts(FactType.TREE, "category")
      .facts(FactType.SET, "tags")
      .facts(FactType.NUMBER, "price", "quantity")
      .facts(FactType.FLAG, "reduced")
      .family(FactType.TEXT, "attribute")
      .build();

  /** What {@code when} may ask about the cart. */
  public static final FactSchema CART = FactSchema.builder()
      .facts(FactType.TEXT, "channel", "market", "region", "currency", "merchant", "storefront")
      .facts(FactType.TEXT, "payment.method", "ship.region", "ship.method")
      .facts(FactType.TEXT, "member.id", "member.tier")
      .facts(FactType.SET, "coupon", "member.segments", "member.groups")
      .facts(FactType.NUMBER, "member.orders", "member.registeredAt")
      .lines(LINE)
      .build();

  private OfferFacts() {}

  /** What {@code when} may ask about the cart, the registered conditions included. */
  static FactSchema cartWith(Set<String> conditions) {
    return new FactSchema(CART.facts(), CART.families(), conditions, CART.lines());
  }
}
