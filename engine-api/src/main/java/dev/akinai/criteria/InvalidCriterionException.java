package dev.akinai.criteria;

import java.util.List;

/**
 * A condition that cannot be: the exception lists everything that is wrong with it, each with its
 * place.
 *
 * <p>Immutable.
 */
public final class InvalidCriterionException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final transient List<CriterionIssue> issues;

  /**
   * Reports one or more issues.
   *
   * @param issues what is wrong, at least one, in the order of the document
   */
  public InvalidCriterionException(List<CriterionIssue> issues) {
    super(text(issues));
    this.issues = List.copyOf(issues);
  }

  static InvalidCriterionException of(String code, String message) {
    return new InvalidCriterionException(List.of(new CriterionIssue("", code, message)));
  }

  /**
   * Everything that is wrong, in the order of the document.
   *
   * @return at least one issue
   */
  public List<CriterionIssue> issues() {
    return issues;
  }

  private static String text(List<CriterionIssue> issues) {
    if (issues.isEmpty()) {
      throw new IllegalArgumentException(
          "The list of issues (empty) must name one. Maybe do not throw without a reason.");
    }
    CriterionIssue first = issues.get(0);
    String place = first.path().isEmpty() ? "" : " At " + first.path() + ".";
    String more = issues.size() == 1 ? "" : " And " + (issues.size() - 1) + " more.";
    return first.message() + place + more;
  }
}
