package dev.akinai.base;

/**
 * The host's own name for a thing: a shop, a SKU, an order. Each kind of id is its own type, so two cannot be swapped.
 *
 * <p>A value has 1 to 64 visible characters: no spaces, no control characters, no half of a surrogate pair. It is compared byte
 * for byte, so {@code tea} and {@code TEA} are two ids. Implementations are immutable.
 */
@Api(Api.Use.IMPLEMENT)
public interface Id {

  /** Longest id, in UTF-16 units. */
  int MAX_LENGTH = 64;

  /**
   * The host's text.
   *
   * @return 1 to 64 visible characters
   */
  String value();

  /**
   * Checks an id at the door.
   *
   * @param type the kind of id, for the message
   * @param value the text to check
   * @return the same text
   * @throws InvalidInputException if it is empty or holds a space or a control character
   * @throws InputTooLargeException if it is longer than {@value #MAX_LENGTH}
   */
  static String require(String type, String value) {
    return Text.requireVisible(type, value, MAX_LENGTH);
  }
}
