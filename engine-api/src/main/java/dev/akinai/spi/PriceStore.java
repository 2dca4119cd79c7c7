package dev.akinai.spi;

import dev.akinai.base.Api;
import dev.akinai.catalog.SkuId;
import dev.akinai.money.CurrencyCode;
import dev.akinai.price.PriceEntry;
import dev.akinai.price.PriceList;
import dev.akinai.price.PriceListId;
import dev.akinai.price.PricePoint;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Price lists, the prices that apply and every price that ever did (R-STO-43). */
@Api(Api.Use.IMPLEMENT)
public interface PriceStore {

  /**
   * Writes a list, new or known.
   *
   * @param list as it shall be
   */
  void put(PriceList list);

  /**
   * Reads a list.
   *
   * @param id which
   * @return the list, or empty
   */
  Optional<PriceList> list(PriceListId id);

  /**
   * Sets prices with their floors, and adds one history row for each price that changed; one that is as before changes nothing.
   *
   * @param list which list
   * @param entries in the list's currency, each SKU once
   * @param at since when they apply
   * @return how many changed
   */
  int set(PriceListId list, List<PriceEntry> entries, Instant at);

  /**
   * Prices of SKUs over all lists of a currency.
   *
   * @param currency which
   * @param skus at most 2,000
   * @return by SKU, each list that has a price with that price
   */
  Map<SkuId, Map<PriceList, PriceEntry>> prices(CurrencyCode currency, Collection<SkuId> skus);

  /**
   * The history of one SKU in one list.
   *
   * @param list which list
   * @param sku which SKU
   * @param limit most points, the newest ones
   * @return oldest first
   */
  List<PricePoint> history(PriceListId list, SkuId sku, int limit);
}
