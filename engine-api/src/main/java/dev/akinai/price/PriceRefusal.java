package dev.akinai.price;

import dev.akinai.base.Refusal;
import dev.akinai.catalog.SkuId;
import dev.akinai.money.CurrencyCode;

/** Why a price was refused, by precedence. */
public sealed interface PriceRefusal extends Refusal {

  /**
   * There is no such list.
   *
   * @param list the one that was named
   */
  record UnknownList(PriceListId list) implements PriceRefusal {
    @Override
    public String code() {
      return "price.list-unknown";
    }
  }

  /**
   * A price is in another currency than its list.
   *
   * @param list the list's currency
   * @param price the price's currency
   */
  record OtherCurrency(CurrencyCode list, CurrencyCode price) implements PriceRefusal {
    @Override
    public String code() {
      return "price.currency";
    }
  }

  /**
   * A list is there already, for something else.
   *
   * @param list the list
   * @param known what it is for
   * @param asked what it was to be for
   */
  record OtherKind(PriceListId list, PriceList.Kind known, PriceList.Kind asked)
      implements PriceRefusal {
    @Override
    public String code() {
      return "price.kind";
    }
  }

  /**
   * A base price has an allotment or a limit for each buyer, after which there would be no price.
   *
   * @param list the list, of kind REGULAR or CONTRACT
   * @param sku the price's SKU
   */
  record LimitedBase(PriceListId list, SkuId sku) implements PriceRefusal {
    @Override
    public String code() {
      return "price.limited-base";
    }
  }
}
