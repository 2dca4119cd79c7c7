package dev.akinai.engine;

import dev.akinai.base.Api;
import dev.akinai.base.ShopId;

/** Recomputes every counter, balance and total from the facts behind it. It repairs nothing. Safe to call from any thread. */
@Api(Api.Use.CALL)
public interface Audit {

  /**
   * Checks every invariant on the data as it is now.
   *
   * @param shop whose shop
   * @return what was checked and what does not hold
   */
  AuditReport run(ShopId shop);
}
