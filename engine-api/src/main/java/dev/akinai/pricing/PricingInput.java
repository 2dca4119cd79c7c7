package dev.akinai.pricing;

import dev.akinai.catalog.CatalogItem;
import dev.akinai.catalog.SkuId;
import dev.akinai.price.PriceEntry;
import dev.akinai.price.PriceList;
import dev.akinai.quota.Cell;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Everything a quote depends on beside the rules, read once: with a ruleset it gives the same quote for ever (PRICING section 2). Immutable.
 *
 * @param cart what the buyer would like
 * @param facts what is known of the buyer
 * @param items what the catalog says of the cart's variants and of those that offers may give
 * @param prices for each variant the lists that hold a price of it
 * @param used the cells of limits, budgets and allotments as they were seen; what is missing is unused
 * @param coupons for each typed code that works once, or coupon of the buyer's wallet, what it opens
 * @param tax the rates, or {@link TaxTable#NONE}
 * @param at the instant for which to price
 */
public record PricingInput(
    Cart cart,
    BuyerFacts facts,
    Map<SkuId, CatalogItem> items,
    Map<SkuId, List<Priced>> prices,
    List<Cell> used,
    List<CouponFact> coupons,
    TaxTable tax,
    Instant at) {

  /**
   * One price of one variant in one list. Immutable.
   *
   * @param list the list
   * @param entry the price
   */
  public record Priced(PriceList list, PriceEntry entry) {}

  /** Copies the collections. */
  public PricingInput {
    items = Map.copyOf(items);
    prices = Map.copyOf(prices);
    used = List.copyOf(used);
    coupons = List.copyOf(coupons);
  }

  /**
   * The same input for another cart.
   *
   * @param other whose variants are all in {@code items}
   * @return a changed copy
   */
  public PricingInput withCart(Cart other) {
    return new PricingInput(other, facts, items, prices, used, coupons, tax, at);
  }

  /**
   * The same input with other facts of the catalog.
   *
   * @param others by SKU
   * @return a changed copy
   */
  public PricingInput withItems(Map<SkuId, CatalogItem> others) {
    return new PricingInput(cart, facts, others, prices, used, coupons, tax, at);
  }

  /**
   * The same input for another buyer.
   *
   * @param other what is known of the buyer
   * @return a changed copy
   */
  public PricingInput withFacts(BuyerFacts other) {
    return new PricingInput(cart, other, items, prices, used, coupons, tax, at);
  }

  /**
   * The same input at another instant.
   *
   * @param other the instant
   * @return a changed copy
   */
  public PricingInput at(Instant other) {
    return new PricingInput(cart, facts, items, prices, used, coupons, tax, other);
  }

  /**
   * The same input with other cells.
   *
   * @param others as they were seen
   * @return a changed copy
   */
  public PricingInput withUsed(List<Cell> others) {
    return new PricingInput(cart, facts, items, prices, others, coupons, tax, at);
  }

  /**
   * The same input with another tax.
   *
   * @param other the rates
   * @return a changed copy
   */
  public PricingInput taxed(TaxTable other) {
    return new PricingInput(cart, facts, items, prices, used, coupons, other, at);
  }
}
