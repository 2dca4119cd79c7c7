package dev.akinai.core.json;

/**
 * One thing that is wrong with a document, and where. The message never shows a value of the
 * document, which may be a buyer's. Immutable.
 *
 * @param pointer where, as a JSON pointer (RFC 6901); {@code ""} is the document itself
 * @param code what, one of the constants here, stable
 * @param message what to do about it
 */
public record JsonIssue(String pointer, String code, String message) {
  /** The text is not JSON. */
  public static final String SYNTAX = "json.syntax";

  /** Something follows the end of the document. */
  public static final String TRAILING = "json.trailing";

  /** The bytes are not UTF-8, or a text has half a surrogate pair or a pile of combining marks. */
  public static final String BAD_TEXT = "json.bad-text";

  /** The document is larger than allowed. */
  public static final String DOCUMENT_TOO_LARGE = "json.document-too-large";

  /** The document is nested deeper than allowed. */
  public static final String TOO_DEEP = "json.too-deep";

  /** A text is longer than allowed. */
  public static final String TEXT_TOO_LONG = "json.text-too-long";

  /** A member name is longer than allowed. */
  public static final String NAME_TOO_LONG = "json.name-too-long";

  /** A number has more characters than allowed. */
  public static final String NUMBER_TOO_LONG = "json.number-too-long";

  /** A number has a fraction or an exponent. */
  public static final String NOT_WHOLE = "json.not-whole";

  /** A whole number does not fit 64 bits. */
  public static final String OUT_OF_RANGE = "json.out-of-range";

  /** A member name stands twice in one object. */
  public static final String DUPLICATE_NAME = "json.duplicate-name";
}
