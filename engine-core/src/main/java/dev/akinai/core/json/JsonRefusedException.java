package dev.akinai.core.json;

import java.util.List;

/** A document that is not strict JSON or is larger than allowed, with every reason. Immutable. */
public final class JsonRefusedException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final transient List<JsonIssue> issues;

  /**
   * Reports one or more issues.
   *
   * @param issues what is wrong, at least one, in the order of the document
   */
  public JsonRefusedException(List<JsonIssue> issues) {
    super(issues.get(0).message());
    this.issues = List.copyOf(issues);
  }

  /**
   * Everything that is wrong, as far as reading could go on.
   *
   * @return 1 to 100 issues in the order of the document
   */
  public List<JsonIssue> issues() {
    return issues;
  }

  /**
   * The code of the first issue.
   *
   * @return one of the constants of {@link JsonIssue}
   */
  public String code() {
    return issues.get(0).code();
  }

  /**
   * The place of the first issue.
   *
   * @return a JSON pointer
   */
  public String pointer() {
    return issues.get(0).pointer();
  }
}
