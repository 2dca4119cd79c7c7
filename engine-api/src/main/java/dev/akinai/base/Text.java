package dev.akinai.base;

import java.text.Normalizer;
import java.util.Comparator;

/** Checks texts where they enter the engine, and fixes the one order in which keys are sorted. Stateless. */
@Api(Api.Use.CALL)
public final class Text {

  /** Sorts texts as their UTF-8 bytes do, which is also how a binary collation sorts them in SQL. */
  public static final Comparator<String> UTF8_ORDER = Text::compareCodePoints;

  private Text() {}

  /**
   * Lets a key or id pass that can be seen in full.
   *
   * @param field what it is, for the message
   * @param value the text
   * @param max longest length in UTF-16 units
   * @return the same text
   * @throws InvalidInputException if it is empty, not in Unicode form NFC, or holds white space, control, format or unassigned
   *     characters
   * @throws InputTooLargeException if it is longer than {@code max}
   */
  public static String requireVisible(String field, String value, int max) {
    requireLength(field, value, max);
    if (value.isEmpty()) {
      throw new InvalidInputException(
          field + " () must have 1 to " + max + " visible characters. Maybe it was left out.");
    }
    if (!Normalizer.isNormalized(value, Normalizer.Form.NFC)) {
      throw new InvalidInputException(field + " (" + printable(value)
          + ") must be in Unicode form NFC. Maybe normalise it where it enters the host.");
    }
    int bad = firstInvisible(value);
    if (bad >= 0) {
      throw new InvalidInputException(
          "%s (%s) must have visible characters only, but number %d is U+%04X. Maybe replace it, for instance by a hyphen."
              .formatted(field, printable(value), bad + 1, (int) value.charAt(bad)));
    }
    return value;
  }

  /**
   * Lets a free text pass: any characters but control characters (tab and line break are allowed).
   *
   * @param field what it is, for the message
   * @param value the text, maybe empty
   * @param max longest length in UTF-16 units
   * @return the same text
   * @throws InvalidInputException if it holds a control character or half of a surrogate pair
   * @throws InputTooLargeException if it is longer than {@code max}
   */
  public static String requireText(String field, String value, int max) {
    requireLength(field, value, max);
    for (int i = 0; i < value.length(); i += Character.charCount(value.codePointAt(i))) {
      int c = value.codePointAt(i);
      if ((Character.isISOControl(c) && c != '\n' && c != '\t') || isLoneSurrogate(c)) {
        throw new InvalidInputException(
            "%s (%s) must not hold the character U+%04X at place %d. Maybe remove it."
                .formatted(field, printable(value), c, i + 1));
      }
    }
    return value;
  }

  /**
   * Makes any text safe to show in a message: at most 80 characters, what cannot be seen as {@code \\uXXXX}.
   *
   * @param value any text
   * @return a text without control characters
   */
  public static String printable(String value) {
    var shown = new StringBuilder();
    for (int i = 0; i < Math.min(value.length(), 80); i++) {
      char c = value.charAt(i);
      if (Character.isISOControl(c)
          || Character.isSurrogate(c)
          || Character.getType(c) == Character.FORMAT) {
        shown.append("\\u%04X".formatted((int) c));
      } else {
        shown.append(c);
      }
    }
    return value.length() > 80
        ? shown + "... (" + value.length() + " characters)"
        : shown.toString();
  }

  private static void requireLength(String field, String value, int max) {
    if (value.length() > max) {
      throw new InputTooLargeException(field, max, value.length());
    }
  }

  private static int firstInvisible(String value) {
    for (int i = 0; i < value.length(); i += Character.charCount(value.codePointAt(i))) {
      if (!isVisible(value.codePointAt(i))) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isVisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.UNASSIGNED,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR -> false;
      default -> true;
    };
  }

  private static boolean isLoneSurrogate(int c) {
    return Character.getType(c) == Character.SURROGATE;
  }

  private static int compareCodePoints(String left, String right) {
    int shared = Math.min(left.length(), right.length());
    for (int i = 0; i < shared; i++) {
      char a = left.charAt(i);
      char b = right.charAt(i);
      if (a != b) {
        // a surrogate stands for a code point above all others, though its own number is not the
        // largest
        return Character.isSurrogate(a) == Character.isSurrogate(b)
            ? a - b
            : Character.isSurrogate(a) ? 1 : -1;
      }
    }
    return left.length() - right.length();
  }
}
