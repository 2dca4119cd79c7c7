package dev.akinai.core.json;

import dev.akinai.base.Id;
import dev.akinai.core.json.JsonValue.JsonArray;
import dev.akinai.core.json.JsonValue.JsonBool;
import dev.akinai.core.json.JsonValue.JsonNumber;
import dev.akinai.core.json.JsonValue.JsonObject;
import dev.akinai.core.json.JsonValue.JsonText;
import dev.akinai.money.CurrencyCode;
import dev.akinai.money.Money;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Writes records as JSON and reads them back, by their components: the one codec of events and quotes.
 *
 * <p>It knows texts, whole numbers, flags, instants, enums, ids (as their text), money (as currency, digits and minor units), optionals,
 * lists, maps with enum keys and records of these. The types are those that the records declare, never names found in the data; unknown
 * members are ignored, as a reader of events must. Stateless.
 */
public final class RecordJson {

  private static final ClassValue<RecordShape> SHAPES = new ClassValue<>() {
    @Override
    protected RecordShape computeValue(Class<?> type) {
      return RecordShape.of(type);
    }
  };

  private RecordJson() {}

  /** A record as canonical text. */
  public static String write(Record value) {
    return StrictJson.write(toJson(value));
  }

  /** A record from its text. */
  public static <T extends Record> T read(String text, Class<T> type) {
    return type.cast(fromJson(StrictJson.read(text, JsonLimits.RECORDS), type));
  }

  /** Any value the codec knows, as a document. */
  static JsonValue toJson(Object value) {
    if (value instanceof String text) {
      return new JsonText(text);
    }
    if (value instanceof Long || value instanceof Integer) {
      return new JsonNumber(((Number) value).longValue());
    }
    if (value instanceof Boolean flag) {
      return new JsonBool(flag);
    }
    if (value instanceof Id id) {
      return new JsonText(id.value());
    }
    return value instanceof Record record ? recordToJson(record) : otherToJson(value);
  }

  private static JsonValue recordToJson(Record value) {
    if (value instanceof Money money) {
      return JsonObject.of(Map.of(
          "currency", new JsonText(money.currency().code()),
          "digits", new JsonNumber(money.currency().digits()),
          "minor", new JsonNumber(money.minor())));
    }
    Map<String, JsonValue> members = new HashMap<>();
    RecordShape shape = SHAPES.get(value.getClass());
    for (RecordComponent component : shape.components()) {
      Object part = shape.get(value, component);
      if (!isAbsent(part)) {
        members.put(component.getName(), toJson(part));
      }
    }
    return JsonObject.of(members);
  }

  private static boolean isAbsent(Object part) {
    return (part instanceof Optional<?> some && some.isEmpty())
        || (part instanceof OptionalLong number && number.isEmpty());
  }

  private static JsonValue otherToJson(Object value) {
    if (value instanceof Instant || value instanceof Enum<?>) {
      return new JsonText(value instanceof Enum<?> constant ? constant.name() : value.toString());
    }
    if (value instanceof Optional<?> some) {
      return toJson(some.orElseThrow());
    }
    if (value instanceof OptionalLong number) {
      return new JsonNumber(number.getAsLong());
    }
    if (value instanceof List<?> list) {
      return new JsonArray(list.stream().<JsonValue>map(RecordJson::toJson).toList());
    }
    throw new IllegalStateException(
        "The value (%s) must be of a type that events hold. Maybe make it a record."
            .formatted(value.getClass()));
  }

  private static Object fromJson(JsonValue json, Type type) {
    if (type instanceof ParameterizedType generic) {
      return genericFromJson(json, generic);
    }
    Class<?> plain = (Class<?>) type;
    if (json instanceof JsonNumber number) {
      return plain == int.class
          ? (Object) Math.toIntExact(number.value())
          : (Object) number.value();
    }
    if (json instanceof JsonBool flag) {
      return flag.value();
    }
    return json instanceof JsonText text
        ? textFromJson(text.value(), plain)
        : recordFromJson((JsonObject) json, plain);
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // an enum's class is its own type argument
  private static Object textFromJson(String text, Class<?> type) {
    if (type == String.class) {
      return text;
    }
    if (type == Instant.class) {
      return Instant.parse(text);
    }
    return type.isEnum()
        ? Enum.valueOf((Class) type, text)
        : SHAPES.get(type).create(new Object[] {text});
  }

  private static Object genericFromJson(JsonValue json, ParameterizedType type) {
    Type inner = type.getActualTypeArguments()[0];
    if (type.getRawType() == Optional.class) {
      return Optional.of(fromJson(json, inner));
    }
    var items = new ArrayList<>();
    for (JsonValue item : ((JsonArray) json).items()) {
      items.add(fromJson(item, inner));
    }
    return List.copyOf(items);
  }

  private static Object recordFromJson(JsonObject json, Class<?> type) {
    if (type == Money.class) {
      return Money.of(
          new CurrencyCode(text(json, "currency"), Math.toIntExact(number(json, "digits"))),
          number(json, "minor"));
    }
    RecordShape shape = SHAPES.get(type);
    Map<String, Object> parts = new LinkedHashMap<>();
    for (RecordComponent component : shape.components()) {
      parts.put(component.getName(), part(json, component));
    }
    return shape.create(parts.values().toArray());
  }

  private static Object part(JsonObject json, RecordComponent component) {
    Optional<JsonValue> found = json.find(component.getName());
    if (component.getType() == OptionalLong.class) {
      return found
          .map(value -> OptionalLong.of(((JsonNumber) value).value()))
          .orElse(OptionalLong.empty());
    }
    if (found.isEmpty() && component.getType() == Optional.class) {
      return Optional.empty();
    }
    JsonValue value = found.orElseThrow(() -> new IllegalArgumentException(
        "The document must hold " + component.getName() + ". Maybe a newer version wrote it."));
    return fromJson(value, component.getGenericType());
  }

  private static String text(JsonObject json, String name) {
    return ((JsonText) json.find(name).orElseThrow()).value();
  }

  private static long number(JsonObject json, String name) {
    return ((JsonNumber) json.find(name).orElseThrow()).value();
  }
}
