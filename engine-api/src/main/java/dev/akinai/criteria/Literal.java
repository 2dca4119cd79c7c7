package dev.akinai.criteria;

import java.text.Normalizer;

/**
 * A value written in a condition: a text, a whole number, or yes and no.
 *
 * <p>There are no fractions; money is counted in minor units and rates in ppm. Immutable.
 */
public sealed interface Literal {
  /** The most characters (UTF-16 units, after normalising) a text may have. */
  int MAX_TEXT = 500;

  /**
   * A text, kept in Unicode form NFC so that two ways of typing an accent are one value.
   *
   * <p>0 to {@value Literal#MAX_TEXT} characters, without the character U+0000 and without half
   * surrogate pairs, neither of which a database can store. Facts are compared as they are: a host
   * that stores other forms than NFC normalises them before.
   *
   * @param value the text
   */
  record Text(String value) implements Literal {
    /**
     * Normalises and checks the text.
     *
     * @throws InvalidCriterionException if it is too long or cannot be stored
     */
    public Text {
      if (value.length() > MAX_TEXT || value.indexOf(0) >= 0 || !Texts.isWellFormed(value)) {
        throw badText(value);
      }
      value = Normalizer.normalize(value, Normalizer.Form.NFC);
      if (value.length() > MAX_TEXT) {
        throw badText(value);
      }
    }

    private static InvalidCriterionException badText(String value) {
      return InvalidCriterionException.of(
          CriterionIssue.BAD_VALUE,
          "The text ("
              + Texts.shown(value)
              + ") must have at most "
              + MAX_TEXT
              + " whole characters and no U+0000. Maybe shorten it.");
    }
  }

  /**
   * A whole number of 64 bits.
   *
   * @param value the number; minor units for money, ppm for rates
   */
  record Whole(long value) implements Literal {}

  /**
   * Yes or no.
   *
   * @param value true for yes
   */
  record Flag(boolean value) implements Literal {}

  /**
   * A text as a literal.
   *
   * @param value see {@link Text}
   * @return the literal
   * @throws InvalidCriterionException if the text is too long or cannot be stored
   */
  static Literal of(String value) {
    return new Text(value);
  }

  /**
   * A whole number as a literal.
   *
   * @param value any long
   * @return the literal
   */
  static Literal of(long value) {
    return new Whole(value);
  }

  /**
   * Yes or no as a literal.
   *
   * @param value true for yes
   * @return the literal
   */
  static Literal of(boolean value) {
    return new Flag(value);
  }
}
