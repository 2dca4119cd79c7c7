package dev.akinai.price;

import dev.akinai.catalog.SkuId;
import dev.akinai.money.CurrencyCode;
import java.util.Optional;
import java.util.Set;

/**
 * Whose price is asked for: that of one unit of a SKU, for everybody in a market and channel. Immutable.
 *
 * @param sku which variant
 * @param currency in which currency
 * @param market in which market, or empty for lists of no market only
 * @param channel in which channel, or empty for lists of no channel only
 */
public record PriceView(
    SkuId sku, CurrencyCode currency, Optional<String> market, Optional<String> channel) {

  /**
   * The price for everybody everywhere.
   *
   * @param sku which variant
   * @param currency in which currency
   * @return the view
   */
  public static PriceView of(SkuId sku, CurrencyCode currency) {
    return new PriceView(sku, currency, Optional.empty(), Optional.empty());
  }

  /**
   * The same in a market.
   *
   * @param name the market
   * @return a changed copy
   */
  public PriceView inMarket(String name) {
    return new PriceView(sku, currency, Optional.of(name), channel);
  }

  /**
   * The same in a channel.
   *
   * @param name the channel
   * @return a changed copy
   */
  public PriceView inChannel(String name) {
    return new PriceView(sku, currency, market, Optional.of(name));
  }

  /**
   * Who sees it: somebody of whom the place is known and nothing else.
   *
   * @return the shopper
   */
  public Shopper shopper() {
    return new Shopper(
        Optional.empty(), Set.of(), Optional.empty(), channel, Optional.empty(), market);
  }
}
