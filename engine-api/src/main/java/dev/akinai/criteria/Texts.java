package dev.akinai.criteria;

/** Small helpers on text for messages and checks. */
final class Texts {
  private static final int SHOWN = 40;

  private Texts() {}

  /** A text as a message may show it: short and without control characters. */
  static String shown(String text) {
    String start = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    StringBuilder visible = new StringBuilder(start.length());
    start.chars().forEach(c -> visible.append(isPlain((char) c) ? (char) c : '?'));
    return visible.toString();
  }

  private static boolean isPlain(char c) {
    return !Character.isISOControl(c) && !Character.isSurrogate(c);
  }

  /** Whether every surrogate of the text has its partner, so that it can be stored as UTF-8. */
  static boolean isWellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        boolean pair = Character.isHighSurrogate(c)
            && i + 1 < text.length()
            && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  /** A name as one step of a JSON pointer (RFC 6901, section 3). */
  static String step(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
