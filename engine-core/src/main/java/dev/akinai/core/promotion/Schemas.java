package dev.akinai.core.promotion;

import dev.akinai.core.json.JsonValue;
import dev.akinai.core.json.JsonValue.JsonArray;
import dev.akinai.core.json.JsonValue.JsonBool;
import dev.akinai.core.json.JsonValue.JsonNumber;
import dev.akinai.core.json.JsonValue.JsonObject;
import dev.akinai.core.json.JsonValue.JsonText;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Pieces of a JSON Schema, draft 2020-12. Stateless. */
final class Schemas {

  private Schemas() {}

  static JsonObject type(String name) {
    return JsonObject.of("type", new JsonText(name));
  }

  static JsonObject ref(String definition) {
    return JsonObject.of("$ref", new JsonText("#/$defs/" + definition));
  }

  static JsonObject text(int least, int most) {
    return with(with(type("string"), "minLength", least), "maxLength", most);
  }

  static JsonObject pattern(String pattern) {
    return with(type("string"), "pattern", new JsonText(pattern));
  }

  static JsonObject choice(Collection<String> names) {
    return JsonObject.of("enum", texts(names));
  }

  static JsonObject whole(long least, long most) {
    return with(with(type("integer"), "minimum", least), "maximum", most);
  }

  static JsonObject list(JsonObject items, int least, int most) {
    JsonObject list = with(with(type("array"), "items", items), "maxItems", most);
    return least == 0 ? list : with(list, "minItems", least);
  }

  static JsonObject anyOf(JsonObject... schemas) {
    return JsonObject.of("anyOf", new JsonArray(List.of(schemas)));
  }

  /** An object of exactly one member, by its name or by a pattern of its name. */
  static JsonObject oneMember(Map<String, JsonValue> properties, JsonObject patterns) {
    Map<String, JsonValue> members = new TreeMap<>();
    members.put("type", new JsonText("object"));
    members.put("minProperties", new JsonNumber(1));
    members.put("maxProperties", new JsonNumber(1));
    members.put("properties", JsonObject.of(properties));
    members.put("additionalProperties", new JsonBool(false));
    if (!patterns.members().isEmpty()) {
      members.put("patternProperties", patterns);
    }
    return JsonObject.of(members);
  }

  /** A schema that asks for one member. */
  static JsonObject required(String name) {
    return JsonObject.of("required", texts(List.of(name)));
  }

  static JsonObject with(JsonObject schema, String name, long value) {
    return with(schema, name, new JsonNumber(value));
  }

  static JsonObject with(JsonObject schema, String name, JsonValue value) {
    Map<String, JsonValue> members = new TreeMap<>(schema.members());
    members.put(name, value);
    return JsonObject.of(members);
  }

  static JsonArray texts(Collection<String> texts) {
    return new JsonArray(texts.stream().<JsonValue>map(JsonText::new).toList());
  }
}
