package dev.akinai.criteria;

import java.util.ArrayList;
import java.util.List;

/**
 * How large a condition may grow, so that a rule can never slow a shop down.
 *
 * <p>{@value #MAX_NODES} nodes, {@value #MAX_DEPTH} levels and {@value #MAX_LITERALS} values in
 * all.
 * Every constructor of a {@link Criterion} checks them, so a condition that exists is within the
 * limits. A node is one {@code all}, {@code any}, {@code not}, test, sum or extension; a test alone
 * has one level; each value of a list counts. Immutable.
 *
 * @param nodes the nodes of the condition, 1 or more
 * @param depth its levels, 1 or more
 * @param literals its values, 0 or more
 */
public record CriterionLimits(int nodes, int depth, int literals) {
  /** The most nodes of one condition. */
  public static final int MAX_NODES = 256;

  /** The most levels of one condition. */
  public static final int MAX_DEPTH = 16;

  /** The most values of one condition. */
  public static final int MAX_LITERALS = 10_000;

  /**
   * Measures a condition.
   *
   * @param criterion any condition
   * @return how many nodes, levels and values it has
   */
  public static CriterionLimits sizeOf(Criterion criterion) {
    return around(criterion.parts(), criterion.literals());
  }

  static CriterionLimits around(List<Criterion> parts, int ownLiterals) {
    int nodes = 1;
    int depth = 0;
    int literals = ownLiterals;
    for (Criterion part : parts) {
      CriterionLimits size = sizeOf(part);
      nodes += size.nodes;
      literals += size.literals;
      depth = Math.max(depth, size.depth);
    }
    return new CriterionLimits(nodes, depth + 1, literals);
  }

  // Called before a node exists. Its parts exist, so each is within the limits, the recursion above
  // is at most MAX_DEPTH deep and a long list is refused before it is walked.
  static void requireFits(List<Criterion> parts, int ownLiterals) {
    if (parts.size() >= MAX_NODES) {
      throw new InvalidCriterionException(List.of(tooLarge("nodes", parts.size() + 1, MAX_NODES)));
    }
    List<CriterionIssue> issues = around(parts, ownLiterals).issues();
    if (!issues.isEmpty()) {
      throw new InvalidCriterionException(issues);
    }
  }

  private List<CriterionIssue> issues() {
    List<CriterionIssue> issues = new ArrayList<>();
    if (nodes > MAX_NODES) {
      issues.add(tooLarge("nodes", nodes, MAX_NODES));
    }
    if (depth > MAX_DEPTH) {
      issues.add(tooLarge("levels", depth, MAX_DEPTH));
    }
    if (literals > MAX_LITERALS) {
      issues.add(tooLarge("values", literals, MAX_LITERALS));
    }
    return issues;
  }

  private static CriterionIssue tooLarge(String what, int actual, int limit) {
    return new CriterionIssue(
        "",
        CriterionIssue.TOO_LARGE,
        "The condition ("
            + actual
            + " "
            + what
            + ") must have at most "
            + limit
            + ". Maybe give the goods or members a tag and test that.");
  }
}
