package dev.akinai.core.promotion;

import java.text.Normalizer;
import java.util.Locale;

/** Normalises coupon codes once, at the door (PRICING 9.2): NFKC, no white space, no invisible characters, upper case. Stateless. */
public final class Codes {

  private Codes() {}

  /** The one form of a code; empty if nothing visible is left. */
  public static String normalise(String typed) {
    var kept = new StringBuilder();
    Normalizer.normalize(typed, Normalizer.Form.NFKC)
        .codePoints()
        .filter(Codes::isVisible)
        .forEach(kept::appendCodePoint);
    // a second time, since removing a joiner may bring two characters together
    return Normalizer.normalize(kept.toString().toUpperCase(Locale.ROOT), Normalizer.Form.NFKC);
  }

  private static boolean isVisible(int c) {
    int type = Character.getType(c);
    return !Character.isWhitespace(c)
        && !Character.isSpaceChar(c)
        && type != Character.FORMAT
        && type != Character.CONTROL;
  }
}
