package dev.akinai.price;

import dev.akinai.money.CurrencyCode;

/**
 * A list of prices in one currency that everyone may buy at. Immutable.
 *
 * <p>Where several lists hold a price, the higher priority wins, then the lower price, then the smaller id (PRICING 2.3).
 *
 * @param id which list
 * @param currency the currency of all its prices
 * @param priority higher goes first
 */
public record PriceList(PriceListId id, CurrencyCode currency, int priority) {

  /**
   * The shop's ordinary list.
   *
   * @param id 1 to 64 visible characters
   * @param currency the currency of all its prices
   * @return the list, of priority 0
   */
  public static PriceList regular(String id, CurrencyCode currency) {
    return new PriceList(new PriceListId(id), currency, 0);
  }
}
