package dev.akinai.core.json;

import dev.akinai.core.json.JsonValue.JsonArray;
import dev.akinai.core.json.JsonValue.JsonBool;
import dev.akinai.core.json.JsonValue.JsonNumber;
import dev.akinai.core.json.JsonValue.JsonObject;
import dev.akinai.core.json.JsonValue.JsonText;

/** The canonical form of a value. */
final class JsonWriter {
  private static final String HEX = "0123456789abcdef";

  private JsonWriter() {}

  static void write(JsonValue value, StringBuilder out) {
    if (value instanceof JsonObject object) {
      object(object, out);
    } else if (value instanceof JsonArray array) {
      array(array, out);
    } else if (value instanceof JsonText text) {
      text(text.value(), out);
    } else if (value instanceof JsonNumber number) {
      out.append(number.value());
    } else if (value instanceof JsonBool bool) {
      out.append(bool.value());
    } else {
      out.append("null");
    }
  }

  private static void object(JsonObject object, StringBuilder out) {
    char separator = '{';
    for (var member : object.members().entrySet()) {
      text(member.getKey(), out.append(separator));
      write(member.getValue(), out.append(':'));
      separator = ',';
    }
    out.append(separator == '{' ? "{}" : "}");
  }

  private static void array(JsonArray array, StringBuilder out) {
    char separator = '[';
    for (JsonValue item : array.items()) {
      write(item, out.append(separator));
      separator = ',';
    }
    out.append(separator == '[' ? "[]" : "]");
  }

  private static void text(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      character(text.charAt(i), out);
    }
    out.append('"');
  }

  private static void character(char c, StringBuilder out) {
    int named = "\"\\\b\f\n\r\t".indexOf(c);
    if (named >= 0) {
      out.append('\\').append("\"\\bfnrt".charAt(named));
    } else if (c < 0x20) {
      out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
    } else {
      out.append(c);
    }
  }
}
