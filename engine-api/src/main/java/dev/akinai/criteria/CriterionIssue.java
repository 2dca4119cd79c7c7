package dev.akinai.criteria;

/**
 * One thing that is wrong with a condition, and where.
 *
 * <p>The path is a JSON pointer (RFC 6901) from the condition's root: {@code ""} is the root
 * itself,
 * {@code "/all/0/any/1"} the second choice inside the first part. The code is stable and meant for
 * programs, the message for people; it shows names and limits, never a buyer's data. Immutable.
 *
 * @param path where, as a JSON pointer
 * @param code what, one of the constants here or a {@code json.*} code for a broken document
 * @param message what to do about it
 */
public record CriterionIssue(String path, String code, String message) {
  /** A fact name, extension id or argument name does not have the form of one. */
  public static final String BAD_NAME = "criterion.bad-name";

  /** A node, operator or argument is not built as the language says. */
  public static final String BAD_FORM = "criterion.bad-form";

  /** The document may not ask about this fact. */
  public static final String UNKNOWN_FACT = "criterion.unknown-fact";

  /** There is no such operator. */
  public static final String UNKNOWN_OP = "criterion.unknown-op";

  /** There is no such field in a {@code sum}. */
  public static final String UNKNOWN_FIELD = "criterion.unknown-field";

  /** The host registered no condition under this id. */
  public static final String UNKNOWN_EXT = "criterion.unknown-ext";

  /** The operator does not go with the type of the fact. */
  public static final String WRONG_OP = "criterion.wrong-op";

  /** A value is of another type than the fact or operator asks for. */
  public static final String WRONG_TYPE = "criterion.wrong-type";

  /** A value is of the right type but cannot be, such as an empty list or an empty interval. */
  public static final String BAD_VALUE = "criterion.bad-value";

  /** Sums stand where there are no lines to add up. */
  public static final String NO_SUMS = "criterion.no-sums";

  /** The condition has more nodes, levels or values than {@link CriterionLimits} allows. */
  public static final String TOO_LARGE = "criterion.too-large";

  /** The node has no SQL form, so the database cannot test it. */
  public static final String NOT_IN_SQL = "criterion.not-in-sql";

  /**
   * The same issue seen from further up, for instance from the offer around the condition.
   *
   * @param prefix the pointer of the condition inside the larger document
   * @return the issue with the longer path
   */
  public CriterionIssue under(String prefix) {
    return prefix.isEmpty() ? this : new CriterionIssue(prefix + path, code, message);
  }
}
