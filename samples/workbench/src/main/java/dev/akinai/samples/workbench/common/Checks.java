package dev.akinai.samples.workbench.common;

import com.fasterxml.jackson.databind.JsonNode;
import dev.akinai.samples.workbench.common.Check.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Figures that were found, compared with a file of expected ones, by name: {@code by_month.2010-12.sales}. A figure that only one side has
 * does not hold. For one thread.
 */
public final class Checks {

  /** Shown where a side has no such figure. */
  public static final String MISSING = "-";

  private record Found(String value, Source source) {}

  private final Map<String, Found> found = new LinkedHashMap<>();

  /**
   * Adds a figure that was found.
   *
   * @param name its name in the file of expected figures
   * @param value as the file would write it
   * @param source where it comes from
   */
  public void add(String name, Object value, Source source) {
    found.put(name, new Found(value.toString(), source));
  }

  /**
   * Compares with a file.
   *
   * @param expected an object of figures, lists and objects
   * @return every figure whose first word both sides know, in the order in which they were found
   */
  public List<Check> against(JsonNode expected) {
    Map<String, String> figures = new LinkedHashMap<>();
    flatten("", expected, figures);
    Set<String> groups = found.keySet().stream().map(Checks::group).collect(Collectors.toSet());
    var checks = new ArrayList<Check>();
    found.forEach((name, each) -> checks.add(
        new Check(name, figures.getOrDefault(name, MISSING), each.value(), each.source())));
    figures.forEach((name, value) -> {
      if (groups.contains(group(name)) && !found.containsKey(name)) {
        checks.add(new Check(name, value, MISSING, Source.FILE));
      }
    });
    return checks;
  }

  /**
   * What was found, when there is nothing to compare it with.
   *
   * @return checks that expect what was found
   */
  public List<Check> alone() {
    return found.entrySet().stream()
        .map(each -> new Check(
            each.getKey(),
            each.getValue().value(),
            each.getValue().value(),
            each.getValue().source()))
        .toList();
  }

  /**
   * What a file of expected figures holds beyond those that were found.
   *
   * @param expected an object of figures, lists and objects
   * @return first words, sorted
   */
  public Set<String> notCompared(JsonNode expected) {
    Map<String, String> figures = new LinkedHashMap<>();
    flatten("", expected, figures);
    Set<String> groups =
        figures.keySet().stream().map(Checks::group).collect(Collectors.toCollection(TreeSet::new));
    found.keySet().forEach(name -> groups.remove(group(name)));
    return groups;
  }

  private static String group(String name) {
    return name.split("[.\\[]", 2)[0];
  }

  /** Texts that describe a figure stand beside it under these names, and are no figures. */
  private static boolean isDescription(String name) {
    return name.endsWith("rule") || name.endsWith("format");
  }

  private static void flatten(String name, JsonNode node, Map<String, String> into) {
    if (isDescription(name)) {
      return;
    }
    if (node.isObject()) {
      node.properties()
          .forEach(each -> flatten(
              name.isEmpty() ? each.getKey() : name + "." + each.getKey(), each.getValue(), into));
    } else if (node.isArray() && node.size() > 0 && node.get(0).isContainerNode()) {
      for (int i = 0; i < node.size(); i++) {
        flatten(name + "[" + i + "]", node.get(i), into);
      }
    } else if (node.isArray()) {
      into.put(
          name,
          StreamSupport.stream(node.spliterator(), false)
              .map(JsonNode::asText)
              .collect(Collectors.joining(" ")));
    } else {
      into.put(name, node.asText());
    }
  }
}
