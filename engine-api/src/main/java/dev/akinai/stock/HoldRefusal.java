package dev.akinai.stock;

import dev.akinai.base.Refusal;
import dev.akinai.catalog.SkuId;
import dev.akinai.quota.HoldId;
import dev.akinai.quota.HoldState;

/** Why units could not be kept, confirmed or let go, by precedence. */
public sealed interface HoldRefusal extends Refusal {

  /**
   * Not enough units of a SKU.
   *
   * @param sku which variant
   * @param asked the units asked for, over all lines
   * @param free the units that could be promised
   */
  record OutOfStock(SkuId sku, long asked, long free) implements HoldRefusal {
    @Override
    public String code() {
      return "stock.out";
    }
  }

  /**
   * The buyer has used this as often as allowed.
   *
   * @param pool which limit
   * @param asked the uses asked for
   * @param free the uses left
   */
  record BuyerLimit(String pool, long asked, long free) implements HoldRefusal {
    @Override
    public String code() {
      return "limit.buyer";
    }
  }

  /**
   * All uses of an offer or code are taken.
   *
   * @param pool which limit
   * @param asked the uses asked for
   * @param free the uses left
   */
  record TotalLimit(String pool, long asked, long free) implements HoldRefusal {
    @Override
    public String code() {
      return "limit.total";
    }
  }

  /**
   * Another scarce thing is short: an allotment, a budget, a channel's share.
   *
   * @param cell which, as {@code pool:item}
   * @param asked the units asked for
   * @param free the units left
   */
  record AllotmentShort(String cell, long asked, long free) implements HoldRefusal {
    @Override
    public String code() {
      return "allotment.short";
    }
  }

  /**
   * The hold has ended already, or has not the state that the command needs.
   *
   * @param hold which hold
   * @param state where it stands
   */
  record HoldEnded(HoldId hold, HoldState state) implements HoldRefusal {
    @Override
    public String code() {
      return switch (state) {
        case HELD -> "hold.open";
        case CONFIRMED -> "hold.confirmed";
        case RELEASED -> "hold.released";
        case EXPIRED -> "hold.expired";
      };
    }
  }

  /**
   * A SKU that is not sold: unknown, or not active.
   *
   * @param sku which variant
   */
  record NotSold(SkuId sku) implements HoldRefusal {
    @Override
    public String code() {
      return "stock.not-sold";
    }
  }
}
