package dev.akinai.spi;

import dev.akinai.base.Api;
import dev.akinai.catalog.SkuId;
import dev.akinai.money.CurrencyCode;
import dev.akinai.price.ListedPrice;
import dev.akinai.price.PriceEntry;
import dev.akinai.price.PriceList;
import dev.akinai.price.PriceListId;
import dev.akinai.price.PriceListPoint;
import dev.akinai.price.PricePoint;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Price lists, the prices that apply and every price that ever did; no write leaves out the history (R-STO-43, 51, 52). */
@Api(Api.Use.IMPLEMENT)
public interface PriceStore {

  /**
   * Every change that the prices of a SKU in one currency ever saw.
   *
   * @param lists the changes of the lists, by list id and version
   * @param prices the changes of the prices, by list id and version
   */
  record Log(List<PriceListPoint> lists, List<PricePoint> prices) {

    /** Copies the lists. */
    public Log {
      lists = List.copyOf(lists);
      prices = List.copyOf(prices);
    }
  }

  /**
   * Writes a list, new or known, and adds one row to its history; one that is as before changes nothing.
   *
   * @param list as it shall be; of a known one the currency and the kind stay
   * @param at since when
   */
  void put(PriceList list, Instant at);

  /**
   * Reads a list.
   *
   * @param id which
   * @return the list, or empty
   */
  Optional<PriceList> list(PriceListId id);

  /**
   * Sets prices, and adds one history row for each whose price, units or window changed; one that is as before changes nothing, and floors
   * and limits leave no history.
   *
   * @param list which list
   * @param entries in the list's currency, each key once
   * @param at since when they apply
   * @return how many changed
   */
  int set(PriceListId list, List<PriceEntry> entries, Instant at);

  /**
   * Removes prices, and adds one history row for each that was there.
   *
   * @param list which list
   * @param keys each once
   * @param at since when they no longer apply
   * @return how many were there
   */
  int remove(PriceListId list, Collection<PriceEntry.Key> keys, Instant at);

  /**
   * Prices of SKUs over all lists of a currency, whatever their windows.
   *
   * @param currency which
   * @param skus at most 2,000
   * @return by SKU, its prices with their lists, by list id, least quantity and start; a SKU without prices is left out
   */
  Map<SkuId, List<ListedPrice>> prices(CurrencyCode currency, Collection<SkuId> skus);

  /**
   * The history of one SKU in one list.
   *
   * @param list which list
   * @param sku which SKU
   * @param limit most points, the newest ones
   * @return oldest first
   */
  List<PricePoint> history(PriceListId list, SkuId sku, int limit);

  /**
   * All that happened to the prices of one SKU in one currency.
   *
   * @param currency which
   * @param sku which
   * @return every change of every list that ever had a price of the SKU, and of those prices
   */
  Log log(CurrencyCode currency, SkuId sku);
}
