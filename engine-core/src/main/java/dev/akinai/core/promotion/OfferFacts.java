package dev.akinai.core.promotion;

import dev.akinai.criteria.FactSchema;
import dev.akinai.criteria.FactType;

/** What conditions of offers may ask about a cart and about one line (PRICING 3.2). */
public final class OfferFacts {

  /** What {@code scope} and the filter of a sum may ask about one line. */
  public static final FactSchema LINE = FactSchema.builder()
      .facts(FactType.TEXT, "sku", "spu", "brand", "merchant")
      .facts(FactType.TREE, "category")
      .facts(FactType.SET, "tags")
      .facts(FactType.NUMBER, "price", "quantity")
      .build();

  /** What {@code when} may ask about the cart. */
  public static final FactSchema CART = FactSchema.builder()
      .facts(FactType.TEXT, "channel", "currency", "member.id")
      .facts(FactType.SET, "coupon")
      .lines(LINE)
      .build();

  private OfferFacts() {}
}
