package dev.akinai.core.json;

/** Measures and checks text as UTF-8 would hold it. */
final class Utf8 {
  // UAX #15, section 13 (Stream-Safe Text Format): longer runs make normalising quadratic.
  private static final int MAX_MARKS_IN_A_ROW = 30;

  private Utf8() {}

  /** The bytes of the UTF-8 form, for text of whole surrogate pairs. */
  static long length(String text) {
    long bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        bytes += 1;
      } else if (c < 0x800 || Character.isSurrogate(c)) {
        bytes += 2;
      } else {
        bytes += 3;
      }
    }
    return bytes;
  }

  static boolean isWellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        boolean pair =
            i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
        if (!pair) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  /** Whether marks pile up on one letter further than any script needs. */
  static boolean hasMarkPile(String text) {
    int run = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      run = isMark(text.codePointAt(i)) ? run + 1 : 0;
      if (run > MAX_MARKS_IN_A_ROW) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMark(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }
}
