package dev.akinai.samples.workbench.common;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Set;
import java.util.TreeSet;

/** Reads and writes the program's own JSON files strictly: a key given twice or not known is an error that names it. Stateless. */
public final class Json {

  private static final JsonMapper MAPPER = JsonMapper.builder()
      .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .enable(SerializationFeature.INDENT_OUTPUT)
      .build();

  private Json() {}

  /**
   * Reads a file.
   *
   * @param file a small JSON file
   * @return its tree
   * @throws BadInputException with the line of the first mistake
   */
  public static JsonNode read(InputFile file) {
    try {
      return MAPPER.readTree(file.text());
    } catch (JsonProcessingException malformed) {
      throw new BadInputException(
          "The file (%s) must be JSON, but line %d is not: %s. Maybe a comma or a quote is missing."
              .formatted(
                  file.path(), malformed.getLocation().getLineNr(), malformed.getOriginalMessage()),
          malformed);
    }
  }

  /**
   * Writes a tree for people and programs.
   *
   * @param value a tree of maps, lists, texts and numbers
   * @return indented JSON
   */
  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException unwritable) {
      throw new IllegalStateException(
          "The tree must be writable as JSON. Maybe it holds a value of another kind.", unwritable);
    }
  }

  /**
   * Refuses keys that nobody reads.
   *
   * @param object the object
   * @param place what it is, for the message
   * @param known every key that is read
   * @throws BadInputException if it is no object, or has another key
   */
  public static void requireKeys(JsonNode object, String place, Set<String> known) {
    if (!object.isObject()) {
      throw new BadInputException(
          place + " (" + object + ") must be an object. Maybe put it into braces.");
    }
    object.fieldNames().forEachRemaining(key -> {
      if (!known.contains(key)) {
        throw new BadInputException("The key (%s) of %s must be one of %s. Maybe it is misspelt."
            .formatted(key, place, new TreeSet<>(known)));
      }
    });
  }

  /**
   * A whole number.
   *
   * @param object the object
   * @param key which key
   * @param place what it is, for the message
   * @return the number
   * @throws BadInputException if it is missing or not whole
   */
  public static long number(JsonNode object, String key, String place) {
    JsonNode value = object.path(key);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw new BadInputException(
          "The key %s (%s) of %s must be a whole number. Maybe the unit is another one."
              .formatted(key, value.isMissingNode() ? "missing" : value, place));
    }
    return value.longValue();
  }

  /**
   * A text.
   *
   * @param object the object
   * @param key which key
   * @param place what it is, for the message
   * @return the text
   * @throws BadInputException if it is missing or no text
   */
  public static String text(JsonNode object, String key, String place) {
    JsonNode value = object.path(key);
    if (!value.isTextual()) {
      throw new BadInputException("The key %s (%s) of %s must be a text. Maybe put it into quotes."
          .formatted(key, value.isMissingNode() ? "missing" : value, place));
    }
    return value.textValue();
  }
}
