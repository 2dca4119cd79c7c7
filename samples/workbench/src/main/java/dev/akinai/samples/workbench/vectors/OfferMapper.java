package dev.akinai.samples.workbench.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.akinai.promotion.Lane;
import dev.akinai.promotion.LaneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes the promotions of a case as offers in the engine's own JSON form. Lanes apply every offer, one after the other; within a lane the
 * sequence of the case is the priority.
 *
 * <p>A promotion that is reckoned line by line (a percentage of scope ITEM, anything of scope LINE) becomes one offer for each SKU, because
 * an offer rounds once for its scope. For one thread.
 */
final class OfferMapper {

  private static final List<LaneId> ORDER =
      Lane.DEFAULTS.stream().map(Lane::id).toList();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final PriceVector vector;
  private final List<String> skus;

  OfferMapper(PriceVector vector) {
    this.vector = vector;
    this.skus = vector.lines().stream().map(PriceVector.Line::sku).distinct().toList();
  }

  /** The promotion that an offer came from. */
  static int promotionOf(String offerId) {
    return Integer.parseInt(offerId.substring(1, offerId.indexOf(':')));
  }

  /** All offers with lanes that apply every one of them. */
  String rules() {
    ObjectNode rules = NODES.objectNode();
    ArrayNode lanes = rules.putArray("lanes");
    ORDER.forEach(lane -> lanes.addObject().put("id", lane.value()).put("mode", "ALL"));
    return rules.<ObjectNode>set("offers", offers()).toString();
  }

  private ArrayNode offers() {
    ArrayNode offers = NODES.arrayNode();
    LaneId lane = Lane.ITEM;
    int place = 0;
    for (PriceVector.Promotion promotion : vector.inSequence()) {
      LaneId natural = natural(promotion);
      // lanes never run backwards: a later promotion stands in the same lane or a later one
      lane = ORDER.indexOf(natural) > ORDER.indexOf(lane) ? natural : lane;
      for (Optional<String> sku : targets(promotion)) {
        offers.add(offer(promotion, lane, -place, sku));
      }
      place++;
    }
    return offers;
  }

  private static LaneId natural(PriceVector.Promotion promotion) {
    if (promotion.conditions().has("coupon")) {
      return Lane.PLATFORM_COUPON;
    }
    return promotion.text("scope").equals("ORDER") ? Lane.PLATFORM_ORDER : Lane.ITEM;
  }

  /** Empty for one offer over the whole scope, else one for each SKU. */
  private List<Optional<String>> targets(PriceVector.Promotion promotion) {
    String allocation = promotion.text("allocation");
    boolean percent = promotion.text("type").equals("PERCENT");
    if (promotion.text("scope").equals("ORDER") || allocation.equals("ACROSS")) {
      return List.of(Optional.empty());
    }
    boolean perLine = promotion.text("scope").equals("LINE")
        || (percent && (allocation.isEmpty() || allocation.equals("EACH")));
    if (!perLine) {
      throw new NotSupportedException("%s with allocation %s"
          .formatted(promotion.text("type"), allocation.isEmpty() ? "left out" : allocation));
    }
    requireOfferPerLine(promotion);
    return skus.stream().map(Optional::of).toList();
  }

  private void requireOfferPerLine(PriceVector.Promotion promotion) {
    if (skus.size() < vector.lines().size()) {
      throw new NotSupportedException("two lines of one SKU, reckoned line by line");
    }
    boolean limited = limits(promotion).size() > 0;
    if (skus.size() > 1 && (limited || promotion.conditions().has("discountedSubtotal"))) {
      throw new NotSupportedException(
          "a limit or discountedSubtotal on several lines, reckoned line by line");
    }
  }

  private ObjectNode offer(
      PriceVector.Promotion promotion, LaneId lane, int priority, Optional<String> sku) {
    ObjectNode offer = NODES.objectNode();
    offer.put(
        "id",
        "p%d:%s"
            .formatted(
                promotion.index(),
                sku.map(each -> Integer.toString(skus.indexOf(each))).orElse("all")));
    offer.put("lane", lane.value());
    offer.put("priority", priority);
    offer.put("currency", vector.currency().code());
    offer.set("effect", effect(promotion));
    set(offer, "scope", scope(promotion, sku));
    set(offer, "when", when(promotion.conditions()));
    if (promotion.conditions().has("coupon")) {
      offer.put("code", promotion.conditions().get("coupon").asText());
    }
    ObjectNode limits = limits(promotion);
    if (limits.size() > 0) {
      offer.set("limits", limits);
    }
    return offer;
  }

  private static ObjectNode effect(PriceVector.Promotion promotion) {
    JsonNode value = promotion.node().path("value");
    if (!value.isNumber()) {
      throw new NotSupportedException("value as " + value.getNodeType());
    }
    ObjectNode arguments = NODES.objectNode();
    if (promotion.text("type").equals("FIXED")) {
      arguments.put("off", value.decimalValue().longValueExact());
      return NODES.objectNode().set("amount", arguments);
    }
    arguments.put("ppm", value.decimalValue().movePointRight(4).longValueExact());
    return NODES.objectNode().set("percent", arguments);
  }

  private static List<ObjectNode> scope(PriceVector.Promotion promotion, Optional<String> sku) {
    JsonNode conditions = promotion.conditions();
    var tests = new ArrayList<ObjectNode>();
    sku.ifPresent(each -> tests.add(test("sku", "eq", NODES.textNode(each))));
    if (conditions.has("category")) {
      tests.add(test("category", "under", conditions.get("category")));
    }
    if (conditions.has("skus")) {
      tests.add(test("sku", "in", conditions.get("skus")));
    }
    conditions
        .path("unitPrice")
        .properties()
        .forEach(each -> tests.add(test("price", comparison(each.getKey()), each.getValue())));
    boolean whole = promotion.text("scope").equals("ORDER");
    if (whole && !tests.isEmpty()) {
      throw new NotSupportedException("category, skus or unitPrice on scope ORDER");
    }
    return tests;
  }

  private static List<ObjectNode> when(JsonNode conditions) {
    ObjectNode everyLine = test("quantity", "ge", NODES.numberNode(0));
    Stream<Optional<ObjectNode>> tests = Stream.of(
        Optional.ofNullable(conditions.get("contains"))
            .map(sku -> sum("quantity", test("sku", "eq", sku), NODES.numberNode(1))),
        Optional.ofNullable(conditions.get("lineQty"))
            .map(range -> sum("lines", test("quantity", "ge", least(range)), NODES.numberNode(1))),
        Optional.ofNullable(conditions.get("discountedSubtotal"))
            .map(range -> on("NET", sum("amount", everyLine, least(range)))),
        Optional.ofNullable(conditions.get("itemsTotal"))
            .map(range -> on("LIST", sum("amount", everyLine, least(range)))));
    return tests.flatMap(Optional::stream).toList();
  }

  /** Ranges have a least value and nothing else. */
  private static JsonNode least(JsonNode range) {
    if (range.size() != 1 || !range.has("min")) {
      throw new NotSupportedException("a range other than min");
    }
    return range.get("min");
  }

  private static String comparison(String bound) {
    if (!bound.equals("min") && !bound.equals("eq")) {
      throw new NotSupportedException("unitPrice." + bound);
    }
    return bound.equals("min") ? "ge" : "eq";
  }

  private static ObjectNode test(String fact, String op, JsonNode value) {
    return NODES.objectNode().set(fact, NODES.objectNode().set(op, value));
  }

  private static ObjectNode sum(String of, ObjectNode where, JsonNode least) {
    ObjectNode sum = NODES.objectNode();
    sum.put("of", of);
    sum.set("where", where);
    sum.set("ge", least);
    return NODES.objectNode().set("sum", sum);
  }

  /** The same sum before any offer, or after those that were applied. */
  private static ObjectNode on(String basis, ObjectNode sum) {
    ((ObjectNode) sum.get("sum")).put("basis", basis);
    return sum;
  }

  private static void set(ObjectNode offer, String name, List<ObjectNode> tests) {
    if (tests.size() == 1) {
      offer.set(name, tests.get(0));
    } else if (!tests.isEmpty()) {
      offer.set(name, NODES.objectNode().set("all", NODES.arrayNode().addAll(tests)));
    }
  }

  private static ObjectNode limits(PriceVector.Promotion promotion) {
    ObjectNode limits = NODES.objectNode();
    for (String key : List.of("usageLimit", "couponUsageLimit")) {
      if (promotion.node().has(key)) {
        limits.putObject("total").put("uses", promotion.node().get(key).asLong());
      }
    }
    if (promotion.conditions().has("perCustomerLimit")) {
      limits
          .putArray("perBuyer")
          .addObject()
          .put("identity", "member")
          .put("uses", promotion.conditions().get("perCustomerLimit").asLong());
    }
    return limits;
  }
}
