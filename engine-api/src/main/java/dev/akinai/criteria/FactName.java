package dev.akinai.criteria;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name of something a condition can ask about, such as {@code channel} or {@code
 * member.segments}.
 *
 * <p>One or more words joined by dots, 1 to 128 characters in all. A word starts with a lower-case
 * letter and goes on with letters and digits; after {@code attribute.} stands the code that the
 * merchant gave the attribute, of letters, digits, {@code -} and {@code _}. The four words of the
 * language itself ({@code all any not sum}) are no names. Immutable.
 *
 * @param value the name as it is written in a document
 */
public record FactName(String value) implements Comparable<FactName> {
  /** The most characters a name may have. */
  public static final int MAX_LENGTH = 128;

  private static final String WORD = "[a-z][A-Za-z0-9]*";
  private static final Pattern FORM =
      Pattern.compile("attribute\\.[A-Za-z0-9][A-Za-z0-9_-]*|" + WORD + "(\\." + WORD + ")*+");
  private static final Set<String> RESERVED = Set.of("all", "any", "not", "sum");

  /**
   * Checks the form of the name.
   *
   * @throws InvalidCriterionException if the text is no name
   */
  public FactName {
    if (!isName(value)) {
      throw InvalidCriterionException.of(
          CriterionIssue.BAD_NAME,
          "The fact name ("
              + Texts.shown(value)
              + ") must be words joined by dots. Maybe write it like member.tier.");
    }
  }

  /**
   * A fact name from text, for instance {@code FactName.of("member.tier")}.
   *
   * @param value the name
   * @return the name, checked
   * @throws InvalidCriterionException if the text is no name
   */
  public static FactName of(String value) {
    return new FactName(value);
  }

  /**
   * Whether a text has the form of a fact name.
   *
   * @param text any text
   * @return true if {@link #of} would accept it
   */
  public static boolean isName(String text) {
    return text.length() <= MAX_LENGTH
        && !RESERVED.contains(text)
        && FORM.matcher(text).matches();
  }

  /**
   * The first word, the family a name belongs to: {@code attribute} for {@code attribute.colour}.
   *
   * @return the text before the first dot, or the whole name if it has none
   */
  public String family() {
    int dot = value.indexOf('.');
    return dot < 0 ? value : value.substring(0, dot);
  }

  @Override
  public int compareTo(FactName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
