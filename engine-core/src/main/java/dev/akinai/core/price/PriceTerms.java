package dev.akinai.core.price;

import dev.akinai.money.CurrencyCode;
import dev.akinai.price.PriceEntry;
import dev.akinai.price.PriceListId;
import dev.akinai.price.PricePolicy;
import dev.akinai.price.Shopper;
import java.time.Instant;
import java.util.Map;

/**
 * What decides among the prices of a SKU, beside the prices themselves. Immutable.
 *
 * @param shopper who would like to buy
 * @param at when
 * @param currency in which currency
 * @param units how many units the merchant's lines hold
 * @param policy how the shop chooses
 * @param left for each list that is short, how many units it still gives of this SKU; of other lists nothing is used yet
 */
public record PriceTerms(
    Shopper shopper,
    Instant at,
    CurrencyCode currency,
    Units units,
    PricePolicy policy,
    Map<PriceListId, Left> left) {

  /**
   * The units of a SKU and of its product in a merchant's lines. Immutable.
   *
   * @param ofSku units of the SKU, 1 or more
   * @param ofProduct units of all SKUs of its product, {@code ofSku} or more
   * @param before units of those SKUs of its product that come first in canonical order: they take the first steps of graduated prices
   */
  public record Units(long ofSku, long ofProduct, long before) {

    /** Units of a product with one SKU in the cart. */
    public static Units of(long units) {
      return new Units(units, units, 0);
    }
  }

  /**
   * What a list still gives of a SKU. Immutable.
   *
   * @param allotment units left for everybody, {@link Long#MAX_VALUE} without an allotment
   * @param buyer units left for this buyer, {@link Long#MAX_VALUE} without a limit
   */
  public record Left(long allotment, long buyer) {}

  /** What is left of an entry: nothing is used of it unless its list is short. */
  Left left(PriceListId list, PriceEntry entry) {
    Left given = left.get(list);
    return given != null
        ? given
        : new Left(
            entry.allotment().orElse(Long.MAX_VALUE), entry.perBuyer().orElse(Long.MAX_VALUE));
  }
}
