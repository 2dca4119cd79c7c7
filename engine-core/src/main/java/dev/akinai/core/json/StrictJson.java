package dev.akinai.core.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads documents strictly and writes them in the one canonical form that is hashed.
 *
 * <p>Strict: RFC 8259 and nothing beyond, UTF-8 only, whole numbers of 64 bits, no name twice in an
 * object, nothing after the end, all sizes within {@link JsonLimits}. Canonical: names sorted by
 * code point, no white space, texts in Unicode form NFC, and only the escapes that RFC 8785 section
 * 3.2.2.2 uses. Reading what was written gives the same value. Thread-safe; holds no state.
 */
public final class StrictJson {
  private StrictJson() {}

  /**
   * Reads a document.
   *
   * @param text the document
   * @param limits its bounds
   * @return the value, in canonical form
   * @throws JsonRefusedException with every reason that could be found
   */
  public static JsonValue read(String text, JsonLimits limits) {
    if (text.length() > limits.documentBytes() || Utf8.length(text) > limits.documentBytes()) {
      throw refused(
          JsonIssue.DOCUMENT_TOO_LARGE,
          "The document must have at most "
              + limits.documentBytes()
              + " bytes. Maybe split it, or name goods by a tag.");
    }
    try (JsonParser parser = factory(limits).createParser(text)) {
      return new JsonReader(parser, limits).document();
    } catch (IOException failed) {
      // A parser over a text in memory fails only when it is closed, which is after the answer.
      throw refused(JsonIssue.SYNTAX, "The document must be JSON. Maybe check its end.");
    }
  }

  /**
   * Reads a document from bytes.
   *
   * @param utf8 the document in UTF-8, without a byte order mark
   * @param limits its bounds
   * @return the value, in canonical form
   * @throws JsonRefusedException with every reason that could be found
   */
  public static JsonValue read(byte[] utf8, JsonLimits limits) {
    if (utf8.length > limits.documentBytes()) {
      throw refused(
          JsonIssue.DOCUMENT_TOO_LARGE,
          "The document ("
              + utf8.length
              + " bytes) must have at most "
              + limits.documentBytes()
              + ". Maybe split it, or name goods by a tag.");
    }
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
      return read(text, limits);
    } catch (CharacterCodingException broken) {
      throw refused(
          JsonIssue.BAD_TEXT,
          "The document must be UTF-8. Maybe it was saved in another encoding.");
    }
  }

  /**
   * Writes a value in canonical form.
   *
   * @param value the value
   * @return its text, the same for equal values
   */
  public static String write(JsonValue value) {
    StringBuilder out = new StringBuilder();
    JsonWriter.write(value, out);
    return out.toString();
  }

  /**
   * The JSON pointer (RFC 6901) of a member or item.
   *
   * @param parent the pointer of the object or array
   * @param step the member's name, or the item's index
   * @return the longer pointer
   */
  public static String pointer(String parent, String step) {
    return parent + "/" + step.replace("~", "~0").replace("/", "~1");
  }

  // Built per document: nothing is kept between two documents, and building it is cheap. The bounds
  // are the second wall behind JsonReader's own checks, which can name the place.
  private static JsonFactory factory(JsonLimits limits) {
    StreamReadConstraints constraints = StreamReadConstraints.builder()
        .maxNestingDepth(limits.depth() + 1)
        .maxDocumentLength(limits.documentBytes())
        .maxStringLength(limits.documentBytes())
        .maxNameLength(limits.documentBytes())
        .maxNumberLength(limits.documentBytes())
        .build();
    return new JsonFactoryBuilder()
        .streamReadConstraints(constraints)
        .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
        .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
        .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
        .build();
  }

  private static JsonRefusedException refused(String code, String message) {
    return new JsonRefusedException(List.of(new JsonIssue("", code, message)));
  }
}
