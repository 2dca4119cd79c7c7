package dev.akinai.core.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.akinai.core.json.JsonValue.JsonArray;
import dev.akinai.core.json.JsonValue.JsonBool;
import dev.akinai.core.json.JsonValue.JsonNull;
import dev.akinai.core.json.JsonValue.JsonNumber;
import dev.akinai.core.json.JsonValue.JsonObject;
import dev.akinai.core.json.JsonValue.JsonText;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One pass over the tokens of one document. Goes on after an issue where the rest can still be
 * read,
 * so that all of them are reported at once.
 */
final class JsonReader {
  private static final int MAX_ISSUES = 100;

  private final JsonParser parser;
  private final JsonLimits limits;
  private final List<String> path = new ArrayList<>();
  private final List<JsonIssue> issues = new ArrayList<>();

  JsonReader(JsonParser parser, JsonLimits limits) {
    this.parser = parser;
    this.limits = limits;
  }

  JsonValue document() throws IOException {
    try {
      JsonValue value = value(parser.nextToken());
      if (parser.nextToken() != null) {
        add(JsonIssue.TRAILING, "The document must end after its value. Maybe remove the rest.");
      }
      return finish(value);
    } catch (JsonProcessingException broken) {
      // The parser's own message may show parts of the document, so only the place is kept.
      throw stop(
          JsonIssue.SYNTAX,
          "The text must be JSON" + where(broken) + ". Maybe a comma or "
              + "a quotation mark is missing.");
    }
  }

  private JsonValue finish(JsonValue value) {
    if (!issues.isEmpty()) {
      throw new JsonRefusedException(issues);
    }
    return value;
  }

  private JsonValue value(JsonToken token) throws IOException {
    if (token == null) {
      throw stop(JsonIssue.SYNTAX, "The document (it ends early) must have a value. Maybe {}.");
    }
    switch (token) {
      case START_OBJECT:
        return object();
      case START_ARRAY:
        return array();
      case VALUE_STRING:
        return new JsonText(text());
      case VALUE_NUMBER_INT:
        return new JsonNumber(whole());
      case VALUE_NUMBER_FLOAT:
        add(JsonIssue.NOT_WHOLE, "The number must be whole. Maybe count in minor units or ppm.");
        return JsonNull.NULL;
      case VALUE_TRUE:
      case VALUE_FALSE:
        return new JsonBool(token == JsonToken.VALUE_TRUE);
      case VALUE_NULL:
        return JsonNull.NULL;
      default:
        throw stop(JsonIssue.SYNTAX, "The token (" + token + ") must begin a value. Maybe a typo.");
    }
  }

  private JsonValue object() throws IOException {
    open();
    NavigableMap<String, JsonValue> members = new TreeMap<>(JsonValue.BY_CODE_POINT);
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      enter(shortened(name));
      Optional<String> checked = name(name);
      if (checked.filter(members::containsKey).isPresent()) {
        add(JsonIssue.DUPLICATE_NAME, "The name must stand once in an object. Maybe remove one.");
      }
      JsonValue value = value(parser.nextToken());
      checked.ifPresent(known -> members.put(known, value));
      leave();
    }
    return new JsonObject(members);
  }

  private JsonValue array() throws IOException {
    open();
    List<JsonValue> items = new ArrayList<>();
    enter("0");
    JsonToken token = parser.nextToken();
    while (token != JsonToken.END_ARRAY) {
      items.add(value(token));
      leave();
      enter(Integer.toString(items.size()));
      token = parser.nextToken();
    }
    leave();
    return new JsonArray(items);
  }

  private Optional<String> name(String raw) {
    boolean fits = raw.length() <= limits.nameLength();
    Optional<String> name = fits ? normal(raw) : Optional.of(raw);
    if (name.filter(text -> text.length() > limits.nameLength()).isPresent()) {
      add(
          JsonIssue.NAME_TOO_LONG,
          "The name must have at most " + limits.nameLength() + " characters. Maybe shorten it.");
      return Optional.empty();
    }
    return name;
  }

  // The raw length is checked too, so that only short texts are ever normalised.
  private String text() throws IOException {
    String raw = parser.getText();
    boolean fits = Utf8.length(raw) <= limits.textBytes();
    String text = fits ? normal(raw).orElse("") : "";
    if (!fits || Utf8.length(text) > limits.textBytes()) {
      add(
          JsonIssue.TEXT_TOO_LONG,
          "The text must have at most " + limits.textBytes() + " bytes. Maybe shorten it.");
      return "";
    }
    return text;
  }

  private Optional<String> normal(String raw) {
    if (!Utf8.isWellFormed(raw) || Utf8.hasMarkPile(raw)) {
      add(
          JsonIssue.BAD_TEXT,
          "The text must have whole surrogate pairs and at most 30 marks on one letter. Maybe it "
              + "was cut.");
      return Optional.empty();
    }
    return Optional.of(Normalizer.normalize(raw, Normalizer.Form.NFC));
  }

  private long whole() throws IOException {
    if (parser.getTextLength() > limits.numberLength()) {
      add(
          JsonIssue.NUMBER_TOO_LONG,
          "The number must have at most " + limits.numberLength() + " characters. Maybe a typo.");
      return 0;
    }
    try {
      return Long.parseLong(parser.getText());
    } catch (NumberFormatException tooLarge) {
      add(JsonIssue.OUT_OF_RANGE, "The number must fit 64 bits. Maybe a digit is too many.");
      return 0;
    }
  }

  private String shortened(String name) {
    int limit = limits.nameLength();
    return name.length() <= limit ? name : name.substring(0, limit) + "...";
  }

  private void open() {
    if (path.size() >= limits.depth()) {
      throw stop(
          JsonIssue.TOO_DEEP,
          "The document must have at most " + limits.depth() + " levels. Maybe make it flatter.");
    }
  }

  private void enter(String step) {
    path.add(step);
  }

  private void leave() {
    path.remove(path.size() - 1);
  }

  private void add(String code, String message) {
    String pointer = path.stream().reduce("", StrictJson::pointer);
    issues.add(new JsonIssue(pointer, code, message));
    if (issues.size() == MAX_ISSUES) {
      throw new JsonRefusedException(issues);
    }
  }

  private JsonRefusedException stop(String code, String message) {
    add(code, message);
    return new JsonRefusedException(issues);
  }

  private static String where(JsonProcessingException broken) {
    return broken.getLocation() == null
        ? ""
        : " (line "
            + broken.getLocation().getLineNr()
            + ", column "
            + broken.getLocation().getColumnNr()
            + ")";
  }
}
