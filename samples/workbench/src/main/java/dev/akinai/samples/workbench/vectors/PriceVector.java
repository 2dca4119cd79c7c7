package dev.akinai.samples.workbench.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import dev.akinai.money.CurrencyCode;
import dev.akinai.samples.workbench.common.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * One case of a price, as far as the engine can do it. Immutable.
 *
 * @param id which case
 * @param currency of every amount
 * @param lines the cart
 * @param promotions in the order of the file
 * @param expected what must come out, with what is recommended in place of what is arguable
 */
record PriceVector(
    String id,
    CurrencyCode currency,
    List<Line> lines,
    List<Promotion> promotions,
    JsonNode expected) {

  /** One line of the cart. */
  record Line(
      String sku,
      long quantity,
      long unitPrice,
      Optional<String> category,
      Optional<String> product) {}

  /**
   * One promotion.
   *
   * @param index its place in the file, from 0
   * @param node its keys
   */
  record Promotion(int index, JsonNode node) {
    String text(String key) {
      return node.path(key).asText("");
    }

    JsonNode conditions() {
      return node.path("conditions");
    }
  }

  /** Reads a case; throws what the engine cannot do yet. */
  static PriceVector of(JsonNode node, String id) {
    var missing = new TreeSet<String>(VectorKeys.notYet(node, VectorKeys.VECTOR, "the vector", id));
    var lines = new ArrayList<Line>();
    for (JsonNode line : node.path("lines")) {
      missing.addAll(VectorKeys.notYet(line, VectorKeys.LINE, "a line", id));
      lines.add(line(line, id));
    }
    var promotions = new ArrayList<Promotion>();
    for (JsonNode promotion : node.path("promotions")) {
      missing.addAll(VectorKeys.notYet(promotion, VectorKeys.PROMOTION, "a promotion", id));
      if (promotion.has("conditions")) {
        missing.addAll(VectorKeys.notYet(
            promotion.get("conditions"), VectorKeys.CONDITIONS, "the conditions", id));
      }
      missing.addAll(kind(promotion));
      promotions.add(new Promotion(promotions.size(), promotion));
    }
    missing.addAll(VectorKeys.notYet(node.path("expected"), VectorKeys.EXPECTED, "expected", id));
    if (node.has("recommended")) {
      missing.addAll(
          VectorKeys.notYet(node.get("recommended"), VectorKeys.EXPECTED, "recommended", id));
    }
    if (!missing.isEmpty()) {
      throw new NotSupportedException(missing);
    }
    return new PriceVector(
        id,
        CurrencyCode.of(Json.text(node, "currency", id)),
        lines,
        promotions,
        Recommended.of(node));
  }

  private static Line line(JsonNode line, String id) {
    return new Line(
        Json.text(line, "sku", "a line of " + id),
        Json.number(line, "qty", "a line of " + id),
        Json.number(line, "unitPrice", "a line of " + id),
        Optional.ofNullable(line.get("category")).map(JsonNode::asText),
        Optional.ofNullable(line.get("product")).map(JsonNode::asText));
  }

  private static List<String> kind(JsonNode promotion) {
    var missing = new ArrayList<String>();
    String type = promotion.path("type").asText();
    String scope = promotion.path("scope").asText();
    if (!type.equals("PERCENT") && !type.equals("FIXED")) {
      missing.add("type " + type);
    }
    if (!List.of("ITEM", "LINE", "ORDER").contains(scope)) {
      missing.add("scope " + scope);
    }
    return missing;
  }

  /** By {@code order} where given, else by priority, higher first, else as listed. */
  List<Promotion> inSequence() {
    boolean ordered = promotions.stream().anyMatch(each -> each.node().has("order"));
    Comparator<Promotion> sequence = ordered
        ? Comparator.comparingLong(each -> each.node().path("order").asLong())
        : Comparator.comparingLong((Promotion each) -> each.node().path("lane").asLong())
            .thenComparing(Comparator.comparingLong(
                    (Promotion each) -> each.node().path("priority").asLong())
                .reversed());
    return promotions.stream().sorted(sequence).toList();
  }
}
