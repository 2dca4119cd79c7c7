package dev.akinai.samples.workbench.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import dev.akinai.money.CurrencyCode;
import dev.akinai.money.Money;
import dev.akinai.money.Rounding;
import dev.akinai.pricing.Charge;
import dev.akinai.pricing.TaxRate;
import dev.akinai.pricing.TaxTable;
import dev.akinai.samples.workbench.common.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * One case of a price, as far as the engine can do it. Immutable.
 *
 * @param id which case
 * @param currency of every amount
 * @param lines the cart
 * @param charges shipping, each charge of a kind of its own
 * @param tax the rates of the lines, or none
 * @param promotions in the order of the file
 * @param policy what the case does otherwise than the defaults
 * @param expected what must come out, with what is recommended in place of what is arguable
 */
record PriceVector(
    String id,
    CurrencyCode currency,
    List<Line> lines,
    List<Charge> charges,
    TaxTable tax,
    List<Promotion> promotions,
    JsonNode policy,
    JsonNode expected) {

  /** One line of the cart. */
  record Line(
      String sku,
      long quantity,
      long unitPrice,
      Optional<String> category,
      Optional<String> product,
      Optional<String> taxClass,
      Optional<Long> minPrice) {}

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
    CurrencyCode currency = CurrencyCode.of(Json.text(node, "currency", id));
    return new PriceVector(
        id,
        currency,
        lines,
        charges(node, currency, id),
        tax(node),
        promotions,
        node.path("policy"),
        Recommended.of(node));
  }

  private static Line line(JsonNode line, String id) {
    return new Line(
        Json.text(line, "sku", "a line of " + id),
        Json.number(line, "qty", "a line of " + id),
        Json.number(
            line, line.has("originalPrice") ? "originalPrice" : "unitPrice", "a line of " + id),
        Optional.ofNullable(line.get("category")).map(JsonNode::asText),
        Optional.ofNullable(line.get("product")).map(JsonNode::asText),
        Optional.ofNullable(line.get("taxRate")).map(JsonNode::asText),
        Optional.ofNullable(line.get("minPrice")).map(JsonNode::asLong));
  }

  /** Each option is a kind of charge, so that a promotion can name it. */
  private static List<Charge> charges(JsonNode node, CurrencyCode currency, String id) {
    var charges = new ArrayList<Charge>();
    for (JsonNode each : node.path("shipping")) {
      String name = Json.text(each, "id", "a charge of " + id);
      Money amount = Money.of(currency, Json.number(each, "amount", "a charge of " + id));
      charges.add(
          new Charge(name, name, Optional.of(name), amount, Optional.empty(), Optional.empty()));
    }
    return charges;
  }

  /** A class for each rate; PER_LINE rounds each line, anything else the sum. */
  private static TaxTable tax(JsonNode node) {
    if (!node.has("tax")) {
      return TaxTable.NONE;
    }
    boolean included = node.get("tax").path("pricesIncludeTax").asBoolean();
    boolean perLine = node.get("tax").path("rounding").asText().equals("PER_LINE_HALF_UP");
    var table = new TaxTable(
        included ? TaxTable.Inclusion.INCLUSIVE : TaxTable.Inclusion.EXCLUSIVE,
        perLine ? TaxTable.Level.LINE : TaxTable.Level.RATE,
        Rounding.HALF_UP,
        TaxTable.Invoices.ONE,
        "none",
        Map.of("none", List.of(TaxRate.standard("none", 0, "vector"))));
    for (JsonNode line : node.path("lines")) {
      if (line.has("taxRate")) {
        long ppm = line.get("taxRate").decimalValue().movePointRight(4).longValueExact();
        String name = line.get("taxRate").asText();
        table = table.with(name, TaxRate.standard(name, ppm, "vector"));
      }
    }
    return table;
  }

  private static List<String> kind(JsonNode promotion) {
    var missing = new ArrayList<String>();
    String type = promotion.path("type").asText();
    if (!List.of("PERCENT", "FIXED", "PERCENT_TIERED", "BUY_X_GET_Y").contains(type)) {
      missing.add("type " + type);
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
