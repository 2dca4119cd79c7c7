package dev.akinai.pricing;

import dev.akinai.catalog.SkuId;
import dev.akinai.money.Money;
import java.time.Instant;

/** One thing that could be otherwise about a cart, so that an offer would apply (PRICING 7). */
public sealed interface Change {

  /**
   * Goods for a further amount, such as those of a SKU that is in the cart.
   *
   * @param like a SKU that would count
   * @param amount how much more
   */
  record MoreFor(SkuId like, Money amount) implements Change {}

  /**
   * Further units of a line.
   *
   * @param line the cart line
   * @param sku its SKU
   * @param units how many more
   */
  record MoreUnits(String line, SkuId sku, long units) implements Change {}

  /**
   * The offer's code.
   *
   * @param code as the rules write it
   */
  record WithCode(String code) implements Change {}

  /**
   * Another instant.
   *
   * @param instant the next at which the offer runs
   */
  record At(Instant instant) implements Change {}

  /**
   * Another fact of the cart or its buyer.
   *
   * @param fact its name, as conditions write it
   * @param value what it would be
   */
  record WithFact(String fact, String value) implements Change {}
}
