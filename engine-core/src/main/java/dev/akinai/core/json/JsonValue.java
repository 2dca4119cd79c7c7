package dev.akinai.core.json;

import dev.akinai.base.Text;
import java.text.Normalizer;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A JSON document in memory, already in its canonical form: members sorted by code point, texts in
 * Unicode form NFC, numbers whole.
 *
 * <p>Equal documents are equal values. Immutable and thread-safe.
 */
public sealed interface JsonValue {
  /** The order of member names: by code point, which differs from {@code String}'s above U+FFFF. */
  Comparator<String> BY_CODE_POINT = Text.UTF8_ORDER;

  /**
   * Named values.
   *
   * @param members the values by name, sorted by code point
   */
  record JsonObject(NavigableMap<String, JsonValue> members) implements JsonValue {
    /**
     * Copies the members, sorted and with names in NFC.
     *
     * @throws IllegalArgumentException if two names are one after normalising
     */
    public JsonObject {
      NavigableMap<String, JsonValue> sorted = new TreeMap<>(BY_CODE_POINT);
      members.forEach((name, value) -> sorted.put(JsonText.normal(name), value));
      if (sorted.size() != members.size()) {
        throw new IllegalArgumentException("The names ("
            + members.size()
            + ") must stay different in Unicode form NFC. Maybe rename one.");
      }
      members = Collections.unmodifiableNavigableMap(sorted);
    }

    /**
     * An object of the given members.
     *
     * @param members the values by name
     * @return the object
     */
    public static JsonObject of(Map<String, ? extends JsonValue> members) {
      NavigableMap<String, JsonValue> sorted = new TreeMap<>(BY_CODE_POINT);
      sorted.putAll(members);
      return new JsonObject(sorted);
    }

    /**
     * An object of one member.
     *
     * @param name its name
     * @param value its value
     * @return the object
     */
    public static JsonObject of(String name, JsonValue value) {
      return of(Map.of(name, value));
    }

    /**
     * The value of a member.
     *
     * @param name its name
     * @return the value, or empty if there is no such member
     */
    public Optional<JsonValue> find(String name) {
      return Optional.ofNullable(members.get(name));
    }
  }

  /**
   * Values in order.
   *
   * @param items the values
   */
  record JsonArray(List<JsonValue> items) implements JsonValue {
    /** Copies the list. */
    public JsonArray {
      items = List.copyOf(items);
    }
  }

  /**
   * A text in Unicode form NFC.
   *
   * @param value the text
   */
  record JsonText(String value) implements JsonValue {
    /**
     * Normalises the text.
     *
     * @throws IllegalArgumentException if it has half a surrogate pair
     */
    public JsonText {
      value = normal(value);
    }

    private static String normal(String text) {
      if (!Utf8.isWellFormed(text)) {
        throw new IllegalArgumentException("The text ("
            + text.length()
            + " characters) must have whole surrogate pairs. Maybe it was cut in the middle.");
      }
      return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
  }

  /**
   * A whole number.
   *
   * @param value any long
   */
  record JsonNumber(long value) implements JsonValue {}

  /**
   * True or false.
   *
   * @param value which
   */
  record JsonBool(boolean value) implements JsonValue {}

  /** The value {@code null}. Immutable. */
  enum JsonNull implements JsonValue {
    /** The one null. */
    NULL
  }
}
