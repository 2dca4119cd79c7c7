package dev.akinai.promotion;

import dev.akinai.base.InvalidInputException;
import java.util.List;

/** A rule file cannot be used; the exception holds everything that is wrong with it, each with its place. */
public final class InvalidOffersException extends InvalidInputException {

  private static final long serialVersionUID = 1L;

  private final transient List<OfferIssue> issues;

  /**
   * Creates the exception.
   *
   * @param issues at least one
   */
  public InvalidOffersException(List<OfferIssue> issues) {
    super("The offers must be sound, but hold %d mistakes: %s. Maybe start with the first."
        .formatted(issues.size(), issues));
    this.issues = List.copyOf(issues);
  }

  /**
   * Everything that is wrong.
   *
   * @return in the order of the file
   */
  public List<OfferIssue> issues() {
    return issues;
  }
}
