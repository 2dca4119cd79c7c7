package dev.akinai.price;

import dev.akinai.catalog.SkuId;
import dev.akinai.money.Money;
import java.time.Instant;

/**
 * A price as it was from an instant on, in the order of the price history. Immutable.
 *
 * @param list in which list
 * @param sku which variant
 * @param version its number in the history of this list and SKU, from 1
 * @param price of one unit
 * @param from since when
 */
public record PricePoint(PriceListId list, SkuId sku, long version, Money price, Instant from) {}
