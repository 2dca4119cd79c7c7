package dev.akinai.criteria;

import dev.akinai.base.Api;
import dev.akinai.criteria.Criterion.All;
import dev.akinai.criteria.Criterion.Any;
import dev.akinai.criteria.Criterion.Not;
import dev.akinai.criteria.Criterion.SumTest;
import java.util.ArrayList;
import java.util.List;

/**
 * Names every node of a condition by its place in the document, as a JSON pointer.
 *
 * <p>The paths are the same for errors, traces and verdicts: {@code "/all/0"} is the first part,
 * {@code "/not"} the part of a negation, {@code "/sum/where"} the filter of a sum. Thread-safe.
 */
@Api(Api.Use.CALL)
public final class CriterionPaths {
  private CriterionPaths() {}

  /**
   * A node and its place. Immutable.
   *
   * @param path where it stands, {@code ""} for the root
   * @param node the node
   */
  public record Step(String path, Criterion node) {}

  /**
   * The parts right below a node, with their places.
   *
   * @param node the node
   * @param path its own place
   * @return the parts in the order of the document
   */
  public static List<Step> below(Criterion node, String path) {
    List<Criterion> parts = node.parts();
    List<Step> steps = new ArrayList<>(parts.size());
    for (int i = 0; i < parts.size(); i++) {
      steps.add(new Step(path + stepTo(node, i), parts.get(i)));
    }
    return steps;
  }

  /**
   * Every node of a condition, parents before their parts.
   *
   * @param criterion the condition
   * @return the nodes with their places, 1 to 256
   */
  public static List<Step> walk(Criterion criterion) {
    List<Step> steps = new ArrayList<>();
    walk(new Step("", criterion), steps);
    return List.copyOf(steps);
  }

  /**
   * The pointer from a node to one of its parts, such as {@code "/all/0"}.
   *
   * @param node the node
   * @param index which part, from 0
   * @return the pointer
   */
  public static String stepTo(Criterion node, int index) {
    if (node instanceof All) {
      return "/all/" + index;
    }
    if (node instanceof Any) {
      return "/any/" + index;
    }
    if (node instanceof Not) {
      return "/not";
    }
    if (node instanceof SumTest) {
      return "/sum/where";
    }
    throw new IllegalArgumentException(
        "The node (" + node + ") must have parts. Maybe ask parts() before.");
  }

  private static void walk(Step step, List<Step> steps) {
    steps.add(step);
    below(step.node(), step.path()).forEach(part -> walk(part, steps));
  }
}
