package dev.akinai.stock;

import dev.akinai.base.Api;
import dev.akinai.base.CallContext;
import dev.akinai.base.Outcome;
import dev.akinai.base.ShopId;
import dev.akinai.catalog.SkuId;
import dev.akinai.quota.Cell;
import dev.akinai.quota.Hold;
import dev.akinai.quota.HoldId;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Keeps units for buyers, and books what comes in and goes out; never promises a unit twice. Safe to call from any thread. */
@Api(Api.Use.CALL)
public interface Stock {

  /**
   * Books goods in or out.
   *
   * @param movement what moves, where and why
   * @param call whose shop, who asks, and the request's key
   * @return the movement; a loss is never refused, since the goods are gone
   */
  Outcome<Movement> move(Movement movement, CallContext call);

  /**
   * Keeps units for a buyer until they are paid for, let go or out of time.
   *
   * <p>All lines are kept, or none. With 3 free, a request for 4 is refused as {@code OutOfStock(tea, asked 4, free 3)} and 3 stay free.
   * Source: R-STO-11, R-STO-12.
   *
   * @param request what to keep
   * @param call whose shop, who asks, and the key that makes a retry the same request
   * @return the hold with its deadline, or every {@link HoldRefusal}
   */
  Outcome<Held> hold(HoldRequest request, CallContext call);

  /**
   * Makes the units of a hold the buyer's; they stay taken for good. Possible after the deadline too, until they were taken back.
   *
   * @param hold which hold
   * @param call whose shop, who asks, and the request's key
   * @return the hold, or {@link HoldRefusal.HoldEnded}
   */
  Outcome<Hold> confirm(HoldId hold, CallContext call);

  /**
   * Lets the units of a hold go.
   *
   * @param hold which hold
   * @param call whose shop, who asks, and the request's key
   * @return the hold, or {@link HoldRefusal.HoldEnded}
   */
  Outcome<Hold> release(HoldId hold, CallContext call);

  /**
   * Gives a hold more time; never less.
   *
   * @param hold which hold
   * @param ttl from now, 1 second to 7 days
   * @param call whose shop, who asks, and the request's key
   * @return the hold with its deadline, or {@link HoldRefusal.HoldEnded}
   */
  Outcome<Held> extend(HoldId hold, Duration ttl, CallContext call);

  /**
   * Looks a hold up.
   *
   * @param shop whose shop
   * @param hold which hold
   * @return the hold, or empty
   */
  Optional<Hold> find(ShopId shop, HoldId hold);

  /**
   * What could be promised of each SKU, for display: nothing is decided from it.
   *
   * @param shop whose shop
   * @param skus at most 2,000 ids
   * @return the cell of each SKU at the main place; a SKU never received has zeros
   */
  Map<SkuId, Cell> look(ShopId shop, Collection<SkuId> skus);
}
