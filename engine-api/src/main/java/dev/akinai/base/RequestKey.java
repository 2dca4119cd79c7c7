package dev.akinai.base;

/**
 * The caller's own name for one request: asked again with the same key, the engine gives the first answer and does nothing twice.
 *
 * <p>Keys are separate per shop and kind of command. Source: STOCK section 10. Immutable.
 *
 * @param value 1 to 128 visible characters, made by the caller before the first try
 */
public record RequestKey(String value) {

  /** Longest key, in UTF-16 units. */
  public static final int MAX_LENGTH = 128;

  /** Checks the text. */
  public RequestKey {
    value = Text.requireVisible("RequestKey", value, MAX_LENGTH);
  }

  @Override
  public String toString() {
    return value;
  }
}
