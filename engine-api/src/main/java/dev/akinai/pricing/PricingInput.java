package dev.akinai.pricing;

import dev.akinai.catalog.CatalogItem;
import dev.akinai.catalog.SkuId;
import dev.akinai.price.ListedPrice;
import dev.akinai.price.PricePolicy;
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
 * @param pricePolicy how the shop chooses among them
 * @param used the cells of limits, budgets and allotments as they were seen; what is missing is unused
 * @param coupons for each typed code that works once, or coupon of the buyer's wallet, what it opens
 * @param tax the rates, or {@link TaxTable#NONE}
 * @param at the instant for which to price
 */
public record PricingInput(
    Cart cart,
    BuyerFacts facts,
    Map<SkuId, CatalogItem> items,
    Map<SkuId, List<ListedPrice>> prices,
    PricePolicy pricePolicy,
    List<Cell> used,
    List<CouponFact> coupons,
    TaxTable tax,
    Instant at) {

  /** Copies the collections. */
  public PricingInput {
    items = Map.copyOf(items);
    prices = Map.copyOf(prices);
    used = List.copyOf(used);
    coupons = List.copyOf(coupons);
  }

  /**
   * The input of a guest in a shop of the usual policy, without tax, where nothing is used up yet.
   *
   * @param cart what the buyer would like
   * @param items what the catalog says of its variants
   * @param prices for each variant the lists that hold a price of it
   * @param at the instant for which to price
   * @return the input
   */
  public static PricingInput of(
      Cart cart, Map<SkuId, CatalogItem> items, Map<SkuId, List<ListedPrice>> prices, Instant at) {
    return new PricingInput(
        cart,
        BuyerFacts.UNKNOWN,
        items,
        prices,
        PricePolicy.DEFAULT,
        List.of(),
        List.of(),
        TaxTable.NONE,
        at);
  }

  /**
   * The same input for another cart.
   *
   * @param other whose variants are all in {@code items}
   * @return a changed copy
   */
  public PricingInput withCart(Cart other) {
    return new PricingInput(other, facts, items, prices, pricePolicy, used, coupons, tax, at);
  }

  /**
   * The same input with other facts of the catalog.
   *
   * @param others by SKU
   * @return a changed copy
   */
  public PricingInput withItems(Map<SkuId, CatalogItem> others) {
    return new PricingInput(cart, facts, others, prices, pricePolicy, used, coupons, tax, at);
  }

  /**
   * The same input in a shop that chooses otherwise among prices.
   *
   * @param other how it chooses
   * @return a changed copy
   */
  public PricingInput withPricePolicy(PricePolicy other) {
    return new PricingInput(cart, facts, items, prices, other, used, coupons, tax, at);
  }

  /**
   * The same input for another buyer.
   *
   * @param other what is known of the buyer
   * @return a changed copy
   */
  public PricingInput withFacts(BuyerFacts other) {
    return new PricingInput(cart, other, items, prices, pricePolicy, used, coupons, tax, at);
  }

  /**
   * The same input at another instant.
   *
   * @param other the instant
   * @return a changed copy
   */
  public PricingInput at(Instant other) {
    return new PricingInput(cart, facts, items, prices, pricePolicy, used, coupons, tax, other);
  }

  /**
   * The same input with other cells.
   *
   * @param others as they were seen
   * @return a changed copy
   */
  public PricingInput withUsed(List<Cell> others) {
    return new PricingInput(cart, facts, items, prices, pricePolicy, others, coupons, tax, at);
  }

  /**
   * The same input with other coupons.
   *
   * @param others what each typed code that works once, or coupon of the wallet, opens
   * @return a changed copy
   */
  public PricingInput withCoupons(List<CouponFact> others) {
    return new PricingInput(cart, facts, items, prices, pricePolicy, used, others, tax, at);
  }

  /**
   * The same input with another tax.
   *
   * @param other the rates
   * @return a changed copy
   */
  public PricingInput taxed(TaxTable other) {
    return new PricingInput(cart, facts, items, prices, pricePolicy, used, coupons, other, at);
  }
}
