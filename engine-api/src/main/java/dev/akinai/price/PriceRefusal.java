package dev.akinai.price;

import dev.akinai.base.Refusal;
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
}
