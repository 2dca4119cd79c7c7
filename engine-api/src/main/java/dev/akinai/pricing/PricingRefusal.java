package dev.akinai.pricing;

import dev.akinai.base.Refusal;
import dev.akinai.catalog.SkuId;

/** Why a cart could not be priced, by precedence. */
public sealed interface PricingRefusal extends Refusal {

  /**
   * The SKU is unknown, or not on sale.
   *
   * @param line the cart line
   * @param sku which variant
   */
  record NotSold(String line, SkuId sku) implements PricingRefusal {
    @Override
    public String code() {
      return "pricing.not-sold";
    }
  }

  /**
   * No list has a price for the SKU in the cart's currency; a missing price is never zero.
   *
   * @param line the cart line
   * @param sku which variant
   */
  record NoPrice(String line, SkuId sku) implements PricingRefusal {
    @Override
    public String code() {
      return "pricing.no-price";
    }
  }

  /**
   * A fixed price is in another currency than the cart.
   *
   * @param line the cart line
   * @param currency the price's currency
   */
  record OtherCurrency(String line, String currency) implements PricingRefusal {
    @Override
    public String code() {
      return "pricing.currency";
    }
  }

  /**
   * The amounts are beyond 10^15 minor units.
   *
   * @param line the cart line, or {@code total}
   */
  record TooMuch(String line) implements PricingRefusal {
    @Override
    public String code() {
      return "pricing.too-much";
    }
  }

  /**
   * The tax table has no rate for the class of a line or charge; a missing rate is never zero.
   *
   * @param line the cart line or charge
   * @param taxClass the class
   */
  record NoTaxRate(String line, String taxClass) implements PricingRefusal {
    @Override
    public String code() {
      return "pricing.no-tax-rate";
    }
  }
}
