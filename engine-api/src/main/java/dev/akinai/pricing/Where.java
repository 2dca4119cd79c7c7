package dev.akinai.pricing;

import dev.akinai.base.Text;
import java.util.Optional;

/**
 * Where and how a buyer shops, as far as it is known; what is empty is unknown to conditions. Immutable.
 *
 * @param channel such as {@code app}
 * @param market such as {@code de}
 * @param region such as {@code de-bw}
 * @param storefront which of the shop's storefronts
 * @param paymentMethod such as {@code card}, once it is chosen
 * @param shipRegion where it goes
 * @param shipMethod how it goes
 */
public record Where(
    Optional<String> channel,
    Optional<String> market,
    Optional<String> region,
    Optional<String> storefront,
    Optional<String> paymentMethod,
    Optional<String> shipRegion,
    Optional<String> shipMethod) {

  /** Nothing is known. */
  public static final Where UNKNOWN = new Where(
      Optional.empty(),
      Optional.empty(),
      Optional.empty(),
      Optional.empty(),
      Optional.empty(),
      Optional.empty(),
      Optional.empty());

  /** Checks the texts: each 1 to 64 visible characters. */
  public Where {
    require("channel", channel);
    require("market", market);
    require("region", region);
    require("storefront", storefront);
    require("payment method", paymentMethod);
    require("ship region", shipRegion);
    require("ship method", shipMethod);
  }

  /**
   * The same in a channel.
   *
   * @param name 1 to 64 visible characters
   * @return a changed copy
   */
  public Where channel(String name) {
    return new Where(
        Optional.of(name), market, region, storefront, paymentMethod, shipRegion, shipMethod);
  }

  /**
   * The same in a market.
   *
   * @param name 1 to 64 visible characters
   * @return a changed copy
   */
  public Where market(String name) {
    return new Where(
        channel, Optional.of(name), region, storefront, paymentMethod, shipRegion, shipMethod);
  }

  /**
   * The same in a region.
   *
   * @param name 1 to 64 visible characters
   * @return a changed copy
   */
  public Where region(String name) {
    return new Where(
        channel, market, Optional.of(name), storefront, paymentMethod, shipRegion, shipMethod);
  }

  /**
   * The same, paid in a way.
   *
   * @param name 1 to 64 visible characters
   * @return a changed copy
   */
  public Where paidBy(String name) {
    return new Where(
        channel, market, region, storefront, Optional.of(name), shipRegion, shipMethod);
  }

  /**
   * The same, shipped somewhere in a way.
   *
   * @param to the region, 1 to 64 visible characters
   * @param method 1 to 64 visible characters
   * @return a changed copy
   */
  public Where shipped(String to, String method) {
    return new Where(
        channel, market, region, storefront, paymentMethod, Optional.of(to), Optional.of(method));
  }

  private static void require(String field, Optional<String> text) {
    text.ifPresent(value -> Text.requireVisible(field, value, 64));
  }
}
