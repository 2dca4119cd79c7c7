package dev.akinai.core.promotion;

import dev.akinai.core.json.JsonValue;
import dev.akinai.core.json.JsonValue.JsonArray;
import dev.akinai.core.json.JsonValue.JsonBool;
import dev.akinai.core.json.JsonValue.JsonNumber;
import dev.akinai.core.json.JsonValue.JsonObject;
import dev.akinai.core.json.JsonValue.JsonText;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** As much of JSON Schema, draft 2020-12, as the schema of offers uses; a keyword it does not know is an error, so it cannot pass on nothing. */
final class SchemaValidator {

  private static final Set<String> NOTES = Set.of("$schema", "$defs", "title", "default");

  private final JsonObject root;

  SchemaValidator(JsonObject root) {
    this.root = root;
  }

  boolean accepts(JsonValue json) {
    return accepts(root, json);
  }

  private boolean accepts(JsonObject schema, JsonValue json) {
    for (Map.Entry<String, JsonValue> keyword : schema.members().entrySet()) {
      if (!NOTES.contains(keyword.getKey())
          && !meets(keyword.getKey(), keyword.getValue(), schema, json)) {
        return false;
      }
    }
    return true;
  }

  private boolean meets(String keyword, JsonValue want, JsonObject schema, JsonValue json) {
    return switch (keyword) {
      case "$ref" -> accepts(definition(want), json);
      case "anyOf" -> count(want, json) > 0;
      case "oneOf" -> count(want, json) == 1;
      case "allOf" -> count(want, json) == ((JsonArray) want).items().size();
      case "not" -> !accepts((JsonObject) want, json);
      case "type" -> typeOf(json).equals(text(want));
      case "enum" -> ((JsonArray) want).items().contains(json);
      case "minimum" -> !(json instanceof JsonNumber n) || n.value() >= number(want);
      case "maximum" -> !(json instanceof JsonNumber n) || n.value() <= number(want);
      case "minLength" -> !(json instanceof JsonText t) || length(t) >= number(want);
      case "maxLength" -> !(json instanceof JsonText t) || length(t) <= number(want);
      case "pattern" -> !(json instanceof JsonText t) || found(text(want), t.value());
      default -> meetsInside(keyword, want, schema, json);
    };
  }

  private boolean meetsInside(String keyword, JsonValue want, JsonObject schema, JsonValue json) {
    return switch (keyword) {
      case "minItems" -> !(json instanceof JsonArray a) || a.items().size() >= number(want);
      case "maxItems" -> !(json instanceof JsonArray a) || a.items().size() <= number(want);
      case "items" ->
        !(json instanceof JsonArray a)
            || a.items().stream().allMatch(item -> accepts((JsonObject) want, item));
      case "minProperties" -> !(json instanceof JsonObject o) || o.members().size() >= number(want);
      case "maxProperties" -> !(json instanceof JsonObject o) || o.members().size() <= number(want);
      case "required" ->
        !(json instanceof JsonObject o)
            || ((JsonArray) want)
                .items().stream().allMatch(name -> o.members().containsKey(text(name)));
      case "properties" ->
        !(json instanceof JsonObject o)
            || o.members().entrySet().stream()
                .allMatch(each -> named(want, each.getKey()).stream()
                    .allMatch(inner -> accepts(inner, each.getValue())));
      case "patternProperties" ->
        !(json instanceof JsonObject o)
            || o.members().entrySet().stream()
                .allMatch(each -> matching(want, each.getKey()).stream()
                    .allMatch(inner -> accepts(inner, each.getValue())));
      case "additionalProperties" ->
        !(json instanceof JsonObject o)
            || o.members().entrySet().stream()
                .filter(each -> isAdditional(schema, each.getKey()))
                .allMatch(each -> want instanceof JsonObject inner
                    ? accepts(inner, each.getValue())
                    : want.equals(new JsonBool(true)));
      default -> throw new IllegalStateException("The keyword " + keyword + " is not known here.");
    };
  }

  private static boolean isAdditional(JsonObject schema, String name) {
    return schema.find("properties").map(all -> named(all, name).isEmpty()).orElse(true)
        && schema
            .find("patternProperties")
            .map(all -> matching(all, name).isEmpty())
            .orElse(true);
  }

  private static List<JsonObject> named(JsonValue properties, String name) {
    return ((JsonObject) properties)
        .find(name)
        .map(found -> List.of((JsonObject) found))
        .orElse(List.of());
  }

  private static List<JsonObject> matching(JsonValue patterns, String name) {
    return ((JsonObject) patterns)
        .members().entrySet().stream()
            .filter(each -> found(each.getKey(), name))
            .map(each -> (JsonObject) each.getValue())
            .toList();
  }

  private static boolean found(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).find();
  }

  private JsonObject definition(JsonValue ref) {
    String name = text(ref).substring("#/$defs/".length());
    JsonObject all = (JsonObject) root.find("$defs").orElseThrow();
    return (JsonObject) all.find(name).orElseThrow();
  }

  private long count(JsonValue schemas, JsonValue json) {
    return ((JsonArray) schemas)
        .items().stream().filter(each -> accepts((JsonObject) each, json)).count();
  }

  private static String typeOf(JsonValue json) {
    if (json instanceof JsonObject) {
      return "object";
    }
    if (json instanceof JsonArray) {
      return "array";
    }
    if (json instanceof JsonText) {
      return "string";
    }
    return json instanceof JsonNumber ? "integer" : json instanceof JsonBool ? "boolean" : "null";
  }

  private static int length(JsonText text) {
    return text.value().codePointCount(0, text.value().length());
  }

  private static long number(JsonValue json) {
    return ((JsonNumber) json).value();
  }

  private static String text(JsonValue json) {
    return ((JsonText) json).value();
  }
}
