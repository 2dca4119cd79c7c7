package dev.akinai.samples.workbench.common;

import dev.akinai.base.Actor;
import dev.akinai.base.CallContext;
import dev.akinai.base.ShopId;

/**
 * Makes the call contexts of a run: each with a request key that a second run would make again. Immutable.
 *
 * @param shop whose shop
 * @param actor who asks
 */
public record Callers(ShopId shop, Actor actor) {

  /**
   * Callers for a shop.
   *
   * @param shop 1 to 64 visible characters
   * @return callers as a member of staff named workbench
   */
  public static Callers of(String shop) {
    return new Callers(ShopId.of(shop), Actor.staff("workbench"));
  }

  /**
   * A context.
   *
   * @param key the request's key
   * @return the context
   */
  public CallContext call(String key) {
    return CallContext.of(shop, actor, key);
  }
}
