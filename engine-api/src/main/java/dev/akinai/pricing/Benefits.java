package dev.akinai.pricing;

import dev.akinai.catalog.SkuId;
import dev.akinai.money.Money;
import dev.akinai.promotion.Effect;
import dev.akinai.promotion.OfferId;
import java.util.List;

/** What an offer gives without lowering a price; other contexts carry it out. Immutable records. */
public sealed interface Benefits {

  /**
   * Goods beside the cart: list and net 0, held with the order.
   *
   * @param skus what is given, one unit of each
   * @param worth what one is worth where a refund withholds it
   */
  record Gifts(List<SkuId> skus, Money worth) implements Benefits {
    /** Copies the list. */
    public Gifts {
      skus = List.copyOf(skus);
    }
  }

  /**
   * More points.
   *
   * @param points how many more
   */
  record MorePoints(long points) implements Benefits {}

  /**
   * A coupon for later.
   *
   * @param template which offer's coupon
   * @param on when it is issued
   */
  record CouponToIssue(OfferId template, Effect.IssueCoupon.On on) implements Benefits {}
}
