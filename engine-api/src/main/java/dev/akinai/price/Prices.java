package dev.akinai.price;

import dev.akinai.base.Api;
import dev.akinai.base.CallContext;
import dev.akinai.base.Outcome;
import dev.akinai.base.ShopId;
import dev.akinai.catalog.SkuId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sets prices and remembers every one that ever applied. Safe to call from any thread. */
@Api(Api.Use.CALL)
public interface Prices {

  /** Most prices in one call of {@link #set} or {@link #remove}. */
  int MAX_ENTRIES = 2_000;

  /**
   * Opens a price list, or changes it from now on; its currency and kind stay. A change is one row of history in the same transaction.
   *
   * @param list the list as it shall be
   * @param call whose shop, who asks, and the request's key
   * @return the list, or {@link PriceRefusal.OtherCurrency} or {@link PriceRefusal.OtherKind}
   */
  Outcome<PriceList> put(PriceList list, CallContext call);

  /**
   * Sets prices from now on; each change is one row of history in the same transaction (R-STO-43).
   *
   * <p>A price replaces the one of the same {@link PriceEntry.Key} and no other. Prices for later are set ahead, by a window.
   *
   * @param list which list
   * @param entries 1 to 2,000 prices in the list's currency, each key once
   * @param call whose shop, who asks, and the request's key
   * @return how many prices changed, or every {@link PriceRefusal}
   */
  Outcome<Integer> set(PriceListId list, List<PriceEntry> entries, CallContext call);

  /**
   * Removes prices from now on; each is one row of history in the same transaction, and the past stays.
   *
   * @param list which list
   * @param keys 1 to 2,000, each once; those that are not there are passed over
   * @param call whose shop, who asks, and the request's key
   * @return how many prices were removed, or {@link PriceRefusal.UnknownList}
   */
  Outcome<Integer> remove(PriceListId list, List<PriceEntry.Key> keys, CallContext call);

  /**
   * Reads a price list.
   *
   * @param shop whose shop
   * @param list which list
   * @return the list, or empty
   */
  Optional<PriceList> find(ShopId shop, PriceListId list);

  /**
   * Every change of the prices of a SKU in a list, oldest first.
   *
   * @param shop whose shop
   * @param list which list
   * @param sku which variant
   * @return the history, at most 500 points, newest kept
   */
  List<PricePoint> history(ShopId shop, PriceListId list, SkuId sku);

  /**
   * What everybody in a market and channel paid for one unit, over all public lists, up to an instant.
   *
   * <p>Prices that only some get are left out: those of CONTRACT and MEMBER lists, of private lists, and of lists that ask for a customer,
   * group or tier. Offers and coupons are not part of it.
   *
   * @param shop whose shop
   * @param view of which SKU, and for whom
   * @param at until when
   * @return the past, the same however often it is read
   */
  PriceHistory history(ShopId shop, PriceView view, Instant at);

  /**
   * With what the present price may be compared in public: the lowest price of the days before the present reduction began (PRICING 2.6).
   *
   * <p>With {@code t} the instant since which the price has been what it is, every price counts that was in force at some time from
   * {@code t} less 30 days up to {@code t}. A shop that went from 1.69 to 1.29, but had 1.29 two weeks ago, may announce nothing.
   *
   * @param shop whose shop
   * @param view of which SKU, and for whom
   * @param at the present
   * @param policy the market's rule
   * @return the comparison; empty if there is no public price at the instant, or was none in the days before
   */
  Optional<ReferencePrice> reference(
      ShopId shop, PriceView view, Instant at, ReferencePolicy policy);
}
