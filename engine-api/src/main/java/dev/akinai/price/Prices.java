package dev.akinai.price;

import dev.akinai.base.Api;
import dev.akinai.base.CallContext;
import dev.akinai.base.Outcome;
import dev.akinai.base.ShopId;
import dev.akinai.catalog.SkuId;
import java.util.List;

/** Sets prices and remembers every one that ever applied. Safe to call from any thread. */
@Api(Api.Use.CALL)
public interface Prices {

  /** Most prices in one call of {@link #set}. */
  int MAX_ENTRIES = 2_000;

  /**
   * Opens a price list, or changes its priority; its currency stays.
   *
   * @param list the list as it shall be
   * @param call whose shop, who asks, and the request's key
   * @return the list, or {@link PriceRefusal.OtherCurrency}
   */
  Outcome<PriceList> put(PriceList list, CallContext call);

  /**
   * Sets prices from now on; each change is one row of history in the same transaction (R-STO-43).
   *
   * @param list which list
   * @param entries 1 to 2,000 prices in the list's currency, each SKU once
   * @param call whose shop, who asks, and the request's key
   * @return how many prices changed, or every {@link PriceRefusal}
   */
  Outcome<Integer> set(PriceListId list, List<PriceEntry> entries, CallContext call);

  /**
   * Every price a SKU ever had in a list, oldest first.
   *
   * @param shop whose shop
   * @param list which list
   * @param sku which variant
   * @return the history, at most 500 points, newest kept
   */
  List<PricePoint> history(ShopId shop, PriceListId list, SkuId sku);
}
