package dev.akinai.core.promotion;

import dev.akinai.core.json.JsonValue;
import dev.akinai.core.json.JsonValue.JsonArray;
import dev.akinai.core.json.JsonValue.JsonBool;
import dev.akinai.core.json.JsonValue.JsonNumber;
import dev.akinai.core.json.JsonValue.JsonObject;
import dev.akinai.core.json.JsonValue.JsonText;
import dev.akinai.criteria.Args;
import dev.akinai.criteria.Criterion;
import dev.akinai.criteria.CriterionLimits;
import dev.akinai.criteria.FactSchema;
import dev.akinai.criteria.FactType;
import dev.akinai.criteria.Literal;
import dev.akinai.criteria.Op;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The JSON Schema of conditions, made of the facts and operators that there are. Stateless. */
final class ConditionSchema {

  static final String CART = "cartCondition";
  static final String LINE = "lineCondition";
  static final String ARGS = "arguments";

  private static final List<Op> SUM_OPS = List.of(Op.LT, Op.LE, Op.GT, Op.GE, Op.BETWEEN);

  private ConditionSchema() {}

  /** All definitions that the schemas of offers refer to. */
  static Map<String, JsonValue> definitions() {
    Map<String, JsonValue> all = new TreeMap<>();
    all.put(CART, condition(CART, OfferFacts.CART));
    all.put(LINE, condition(LINE, OfferFacts.LINE));
    all.put(ARGS, arguments());
    for (FactType type : FactType.values()) {
      all.put(nameOf(type), test(type));
    }
    return all;
  }

  private static JsonObject condition(String self, FactSchema facts) {
    Map<String, JsonValue> properties = new TreeMap<>();
    JsonObject parts = Schemas.list(Schemas.ref(self), 0, CriterionLimits.MAX_NODES - 1);
    properties.put("all", parts);
    properties.put("any", parts);
    properties.put("not", Schemas.ref(self));
    facts.facts().forEach((fact, type) -> properties.put(fact.value(), Schemas.ref(nameOf(type))));
    Map<String, JsonValue> patterns = new TreeMap<>();
    facts
        .families()
        .forEach((word, type) -> patterns.put("^" + word + "\\.", Schemas.ref(nameOf(type))));
    if (facts.lines().isPresent()) {
      properties.put("sum", sum());
      patterns.put("^" + Names.EXT, Schemas.ref(ARGS));
    }
    return Schemas.oneMember(properties, JsonObject.of(patterns));
  }

  private static JsonObject test(FactType type) {
    Map<String, JsonValue> properties = new TreeMap<>();
    Arrays.stream(Op.values())
        .filter(op -> op.types().contains(type))
        .forEach(op -> properties.put(op.code(), operand(op, literal(type))));
    return Schemas.oneMember(properties, JsonObject.of(Map.of()));
  }

  private static JsonObject operand(Op op, JsonObject literal) {
    return switch (op.takes()) {
      case ONE -> literal;
      case TWO -> Schemas.list(literal, 2, 2);
      case MANY -> Schemas.list(literal, 1, CriterionLimits.MAX_LITERALS);
      case FLAG -> Schemas.type("boolean");
    };
  }

  private static JsonObject literal(FactType type) {
    return type == FactType.NUMBER ? Schemas.type("integer") : Schemas.text(0, Literal.MAX_TEXT);
  }

  private static JsonObject sum() {
    Map<String, JsonValue> properties = new TreeMap<>();
    properties.put(
        "of",
        Schemas.choice(Arrays.stream(Criterion.Measure.values())
            .map(Criterion.Measure::code)
            .toList()));
    properties.put("where", Schemas.ref(LINE));
    properties.put(
        "basis",
        Schemas.choice(Arrays.stream(Criterion.Basis.values()).map(Enum::name).toList()));
    SUM_OPS.forEach(op -> properties.put(op.code(), operand(op, literal(FactType.NUMBER))));
    Map<String, JsonValue> members = new TreeMap<>();
    members.put("type", new JsonText("object"));
    members.put("properties", JsonObject.of(properties));
    members.put("additionalProperties", new JsonBool(false));
    members.put("required", Schemas.texts(List.of("of")));
    members.put(
        "oneOf",
        new JsonArray(
            SUM_OPS.stream().<JsonValue>map(op -> Schemas.required(op.code())).toList()));
    return JsonObject.of(members);
  }

  private static JsonObject arguments() {
    JsonObject one = Schemas.anyOf(
        Schemas.text(0, Literal.MAX_TEXT), Schemas.type("integer"), Schemas.type("boolean"));
    return JsonObject.of(Map.of(
        "type", new JsonText("object"),
        "maxProperties", new JsonNumber(Args.MAX_ARGS),
        "additionalProperties",
            Schemas.anyOf(one, Schemas.list(one, 0, CriterionLimits.MAX_LITERALS))));
  }

  private static String nameOf(FactType type) {
    return type.name().toLowerCase(Locale.ROOT) + "Test";
  }
}
