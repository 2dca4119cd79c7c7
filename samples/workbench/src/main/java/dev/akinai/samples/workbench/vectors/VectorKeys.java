package dev.akinai.samples.workbench.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import dev.akinai.samples.workbench.common.BadInputException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Every key that a case may have: those that the engine can do today, those that it cannot yet, and those that are for people. Any other
 * key stops the run. Stateless.
 */
final class VectorKeys {

  /** The keys of one kind of object. */
  record Keys(Set<String> supported, Set<String> notYet, Set<String> forPeople) {}

  static final Keys VECTOR = new Keys(
      Set.of(
          "currency",
          "lines",
          "promotions",
          "expected",
          "recommended",
          "shipping",
          "tax",
          "policy"),
      Set.of(),
      Set.of("id", "description", "derivation", "tags", "source", "arguable"));

  static final Keys LINE = new Keys(
      Set.of(
          "sku", "qty", "unitPrice", "category", "product", "taxRate", "originalPrice", "minPrice"),
      Set.of("onSale", "addedBy"),
      Set.of());

  static final Keys PROMOTION = new Keys(
      Set.of(
          "type",
          "scope",
          "value",
          "conditions",
          "allocation",
          "order",
          "priority",
          "lane",
          "usageLimit",
          "used",
          "couponUsageLimit",
          "couponUsed",
          "usedByThisEmail",
          "maxQuantity",
          "maxAmount",
          "exclusive",
          "policy",
          "valueType"),
      Set.of("gift"),
      Set.of("id", "description"));

  static final Keys CONDITIONS = new Keys(
      Set.of(
          "category",
          "skus",
          "contains",
          "coupon",
          "itemsTotal",
          "discountedSubtotal",
          "lineQty",
          "unitPrice",
          "perCustomerLimit",
          "groupSize",
          "buy",
          "get",
          "shippingOption"),
      Set.of("shippingMethod"),
      Set.of());

  static final Keys EXPECTED = new Keys(
      Set.of(
          "lineDiscounts",
          "unitDiscounts",
          "byPromotion",
          "itemDiscount",
          "orderDiscount",
          "subtotal",
          "net",
          "total",
          "coupon",
          "shippingDiscounts",
          "catalogPrice",
          "originalPrice",
          "taxAdded",
          "taxIncluded",
          "taxByLine",
          "stackingTotal",
          "bestDealTotal"),
      Set.of("shipping", "subtotalAfterCatalog", "rejected", "highPrecisionUnitPrices"),
      Set.of("rule"));

  static final Keys STOCK_VECTOR = new Keys(
      Set.of("stock", "steps", "query", "expected"),
      Set.of(),
      Set.of("id", "source", "note", "derivation"));

  static final Keys STOCK_LOCATION = new Keys(
      Set.of("onHand", "reserved"),
      Set.of("outOfStockThreshold", "sort", "collectionPoint"),
      Set.of());

  static final Keys STOCK_STEP = new Keys(
      Set.of("reserve", "at", "placeOrder", "expect", "quantityAvailable"),
      Set.of(
          "allowBackorder",
          "allocate",
          "strategy",
          "collectAt",
          "order",
          "routing",
          "cancelUnits",
          "fulfil",
          "addToCart"),
      Set.of());

  static final Keys STOCK_QUERY = new Keys(Set.of("available", "canSupply"), Set.of(), Set.of());

  private VectorKeys() {}

  /** Names what an object asks for beyond the engine; refuses keys that nobody knows. */
  static List<String> notYet(JsonNode object, Keys keys, String place, String vector) {
    if (!object.isObject()) {
      throw new BadInputException(
          "The %s (%s) of the vector %s must be an object. Maybe put it into braces."
              .formatted(place, object, vector));
    }
    var known = new HashSet<>(keys.supported());
    known.addAll(keys.notYet());
    known.addAll(keys.forPeople());
    var notYet = new ArrayList<String>();
    object.fieldNames().forEachRemaining(key -> {
      if (!known.contains(key)) {
        throw new BadInputException(
            "The key (%s) in %s of the vector %s must be one that the format knows. Maybe it is misspelt, or the format is newer."
                .formatted(key, place, vector));
      }
      if (keys.notYet().contains(key)) {
        notYet.add(key);
      }
    });
    return notYet;
  }
}
