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
 * <p>A promotion that is reckoned line by line (of scope ITEM or LINE, unless its allocation says otherwise) becomes one offer for each SKU,
 * because an offer rounds once for its scope. For one thread.
 */
final class OfferMapper {

  private static final List<LaneId> ORDER = Lane.DEFAULTS.stream().map(Lane::id).toList();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final PriceVector vector;
  private final CasePolicy policy;
  private final List<String> skus;
  private final OfferEffects effects;

  OfferMapper(PriceVector vector, CasePolicy policy) {
    this.vector = vector;
    this.policy = policy;
    this.skus = vector.lines().stream().map(PriceVector.Line::sku).distinct().toList();
    this.effects = new OfferEffects(vector, policy);
  }

  /** The promotion that an offer came from. */
  static int promotionOf(String offerId) {
    return Integer.parseInt(offerId.substring(1, offerId.indexOf(':')));
  }

  /** All offers as a JSON list. */
  String offers() {
    ArrayNode offers = NODES.arrayNode();
    LaneId lane = Lane.CATALOGUE;
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
    return offers.toString();
  }

  private LaneId natural(PriceVector.Promotion promotion) {
    if (policy == CasePolicy.BEST_DEAL) {
      return Lane.ITEM;
    }
    if (promotion.conditions().has("coupon")) {
      return Lane.PLATFORM_COUPON;
    }
    return switch (promotion.text("scope")) {
      case "CATALOG" -> Lane.CATALOGUE;
      case "SHIPPING" ->
        effects.isSpreadOverCharges(promotion) ? Lane.PLATFORM_ORDER : Lane.SHIPPING;
      case "ORDER", "ORDER_AND_SHIPPING" -> Lane.PLATFORM_ORDER;
      case "UNIT_GROUP" -> Lane.UNIT;
      default -> promotion.text("type").equals("BUY_X_GET_Y") ? Lane.UNIT : Lane.ITEM;
    };
  }

  /** Empty for one offer over the whole scope, else one for each SKU. */
  private List<Optional<String>> targets(PriceVector.Promotion promotion) {
    String allocation = promotion.text("allocation");
    boolean lines = List.of("ITEM", "LINE").contains(promotion.text("scope"))
        && !promotion.text("type").equals("BUY_X_GET_Y");
    if (!lines || List.of("ACROSS", "ONCE", "EACH_UNIT").contains(allocation)) {
      return List.of(Optional.empty());
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
    offer.set("effect", effects.effect(promotion));
    set(offer, "scope", scope(promotion, sku));
    set(offer, "when", when(promotion.conditions()));
    if (promotion.conditions().has("coupon")) {
      offer.put("code", promotion.conditions().get("coupon").asText());
    }
    ObjectNode limits = limits(promotion);
    if (limits.size() > 0) {
      offer.set("limits", limits);
    }
    more(promotion, offer);
    return offer;
  }

  private void more(PriceVector.Promotion promotion, ObjectNode offer) {
    if (promotion.node().has("maxAmount")) {
      offer.put("maxDiscount", promotion.node().get("maxAmount").asLong());
    }
    if (promotion.node().path("exclusive").asBoolean()) {
      offer.put("exclusive", "GOODS").put("mandatory", true);
    }
    if (policy == CasePolicy.BEST_DEAL) {
      offer.put("group", "deal");
    }
    if (policy == CasePolicy.HALF_DOWN) {
      offer.putObject("rounding").put("level", "SCOPE").put("mode", "HALF_DOWN");
    }
    effects.charges(promotion).ifPresent(charges -> offer.set("charges", charges));
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

  static ObjectNode test(String fact, String op, JsonNode value) {
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
