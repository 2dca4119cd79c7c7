package dev.akinai.base;

/**
 * Whose shop, who asks, and the key that makes a retry the same request; the last argument of every command. Immutable.
 *
 * @param shop whose shop
 * @param actor who asks
 * @param requestKey the key under which a success is remembered
 */
public record CallContext(ShopId shop, Actor actor, RequestKey requestKey) {

  /**
   * A context from its parts.
   *
   * @param shop whose shop
   * @param actor who asks
   * @param requestKey 1 to 128 visible characters
   * @return the context
   */
  public static CallContext of(ShopId shop, Actor actor, String requestKey) {
    return new CallContext(shop, actor, new RequestKey(requestKey));
  }

  /**
   * The same caller with another request.
   *
   * @param key the other request's key, 1 to 128 visible characters
   * @return a changed copy
   */
  public CallContext withKey(String key) {
    return new CallContext(shop, actor, new RequestKey(key));
  }
}
