package dev.akinai.samples.workbench.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes what the promotions of a case do, as effects of the engine. For one thread. */
final class OfferEffects {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final PriceVector vector;
  private final CasePolicy policy;

  OfferEffects(PriceVector vector, CasePolicy policy) {
    this.vector = vector;
    this.policy = policy;
  }

  ObjectNode effect(PriceVector.Promotion promotion) {
    return switch (promotion.text("type")) {
      case "PERCENT_TIERED" -> one("tiers", tiers(promotion.node().path("value")));
      case "BUY_X_GET_Y" -> one("buyGet", buyGet(promotion));
      case "PERCENT" -> percent(promotion);
      default -> fixed(promotion);
    };
  }

  /** A sum over several charges is no effect of single charges. */
  boolean isSpreadOverCharges(PriceVector.Promotion promotion) {
    return promotion.text("scope").equals("SHIPPING")
        && promotion.text("allocation").equals("ACROSS");
  }

  /** The kinds of charges that a promotion lowers, if it lowers any. */
  Optional<ArrayNode> charges(PriceVector.Promotion promotion) {
    if (!promotion.text("scope").contains("SHIPPING")) {
      return Optional.empty();
    }
    ArrayNode kinds = NODES.arrayNode();
    JsonNode named = promotion.conditions().path("shippingOption");
    Stream<String> all = vector.charges().stream().map(charge -> charge.id());
    if (named.isMissingNode()) {
      all.forEach(kinds::add);
    } else {
      named.forEach(kinds::add);
    }
    return Optional.of(kinds);
  }

  private ObjectNode percent(PriceVector.Promotion promotion) {
    long ppm = number(promotion).decimalValue().movePointRight(4).longValueExact();
    if (promotion.text("scope").equals("SHIPPING")) {
      return one("shipping", NODES.objectNode().put("percent", ppm));
    }
    if (promotion.text("scope").equals("UNIT_GROUP")) {
      return one("bundle", group(promotion, "percent", NODES.numberNode(ppm)));
    }
    ObjectNode rate = NODES.objectNode().put("ppm", ppm);
    limited(promotion, rate);
    return one("percent", rate);
  }

  private ObjectNode fixed(PriceVector.Promotion promotion) {
    long off = number(promotion).decimalValue().longValueExact();
    if (promotion.text("scope").equals("UNIT_GROUP")) {
      long size = promotion.conditions().path("groupSize").asLong();
      return one("bundle", group(promotion, "off", NODES.numberNode(off * size)));
    }
    ObjectNode amount = NODES.objectNode().put("off", off);
    boolean perUnit = promotion.node().has("maxQuantity")
        || promotion.text("allocation").equals("EACH_UNIT")
        || promotion.text("scope").equals("CATALOG");
    limited(promotion, amount);
    return one(perUnit ? "unitAmount" : "amount", amount);
  }

  /** Units in the order of their price, so that a later promotion meets the same units as an earlier one. */
  private static void limited(PriceVector.Promotion promotion, ObjectNode arguments) {
    if (promotion.node().has("maxQuantity")) {
      arguments
          .put("maxUnits", promotion.node().get("maxQuantity").asLong())
          .put("pick", "CHEAPEST");
    }
  }

  private ObjectNode group(PriceVector.Promotion promotion, String benefit, JsonNode value) {
    ObjectNode bundle = NODES.objectNode();
    bundle
        .putArray("parts")
        .addObject()
        .put("qty", promotion.conditions().path("groupSize").asLong());
    bundle.set(benefit, value);
    if (policy == CasePolicy.MERCHANT_BEST) {
      bundle.put("grouping", "MERCHANT_BEST");
    }
    return bundle;
  }

  private static ObjectNode tiers(JsonNode steps) {
    ObjectNode tiers = NODES.objectNode().put("by", "AMOUNT").put("mode", "ALL_UNITS");
    ArrayNode list = tiers.putArray("steps");
    steps.properties().stream()
        .sorted(Comparator.comparingLong(OfferEffects::start))
        .forEach(step -> list.addObject()
            .put("from", start(step))
            .put("percent", step.getValue().decimalValue().movePointRight(4).longValueExact()));
    return tiers;
  }

  private static long start(Map.Entry<String, JsonNode> step) {
    return step.getKey().equals("base") ? 1 : Long.parseLong(step.getKey());
  }

  /** It applies once; a unit of the reward loses at most the value. */
  private ObjectNode buyGet(PriceVector.Promotion promotion) {
    if (!promotion.text("valueType").equals("FIXED_PER_UNIT")) {
      throw new NotSupportedException("valueType " + promotion.text("valueType"));
    }
    boolean dearest = vector.policy().path("targetOrder").asText().equals("DEAREST_FIRST");
    ObjectNode effect = NODES.objectNode();
    effect.set("buy", part(promotion.conditions().path("buy")));
    long off = number(promotion).decimalValue().longValueExact();
    effect.set("get", part(promotion.conditions().path("get")).put("off", off));
    effect.put("pick", dearest ? "DEAREST" : "CHEAPEST").put("maxTimes", 1).put("spread", "TARGET");
    return effect;
  }

  private static ObjectNode part(JsonNode condition) {
    ObjectNode part = NODES.objectNode().put("qty", condition.path("qty").asLong());
    for (String key : List.of("category", "product", "skus")) {
      if (condition.has(key)) {
        part.set("where", where(key, condition.get(key)));
      }
    }
    return part;
  }

  private static ObjectNode where(String key, JsonNode value) {
    return switch (key) {
      case "category" -> OfferMapper.test("category", "under", value);
      case "product" -> OfferMapper.test("spu", "eq", value);
      default -> OfferMapper.test("sku", "in", value);
    };
  }

  private static JsonNode number(PriceVector.Promotion promotion) {
    JsonNode value = promotion.node().path("value");
    if (!value.isNumber()) {
      throw new NotSupportedException("value as " + value.getNodeType());
    }
    return value;
  }

  private static ObjectNode one(String name, JsonNode arguments) {
    return NODES.objectNode().set(name, arguments);
  }
}
