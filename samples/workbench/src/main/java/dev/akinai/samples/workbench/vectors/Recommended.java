package dev.akinai.samples.workbench.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Puts what is recommended in place of what is arguable, and lets the sums follow. Stateless. */
final class Recommended {

  private Recommended() {}

  static JsonNode of(JsonNode vector) {
    ObjectNode expected = vector.path("expected").deepCopy();
    JsonNode recommended = vector.path("recommended");
    recommended.properties().forEach(each -> expected.set(each.getKey(), each.getValue()));
    expected.remove("rule");
    if (recommended.has("byPromotion") && !recommended.has("lineDiscounts")) {
      expected.set("lineDiscounts", sum(recommended.get("byPromotion")));
    }
    if (recommended.has("byPromotion") || recommended.has("lineDiscounts")) {
      follow(expected, recommended);
    }
    return expected;
  }

  private static void follow(ObjectNode expected, JsonNode recommended) {
    long before = expected.path("orderDiscount").asLong();
    long after = total(expected.path("lineDiscounts"));
    if (expected.has("orderDiscount") && !recommended.has("orderDiscount")) {
      expected.put("orderDiscount", after);
      if (expected.has("total") && !recommended.has("total")) {
        expected.put("total", expected.get("total").asLong() + before - after);
      }
    }
  }

  private static ObjectNode sum(JsonNode byPromotion) {
    ObjectNode lines = JsonNodeFactory.instance.objectNode();
    for (JsonNode promotion : byPromotion) {
      promotion
          .properties()
          .forEach(each -> lines.put(
              each.getKey(),
              lines.path(each.getKey()).asLong() + each.getValue().asLong()));
    }
    return lines;
  }

  private static long total(JsonNode amounts) {
    long total = 0;
    for (JsonNode amount : amounts) {
      total += amount.asLong();
    }
    return total;
  }
}
