package dev.akinai.samples.workbench.common;

import dev.akinai.engine.AuditReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a replay ends with: every figure compared, the audit, and how fast it went. Immutable.
 *
 * @param checks every figure
 * @param notCompared what the file of expected figures holds beyond them
 * @param audit what the audit found
 * @param measures speed and size, by name, in the order in which they are shown
 */
public record Result(
    List<Check> checks, Set<String> notCompared, AuditReport audit, Map<String, String> measures) {

  /** Copies the list; the rest is handed over. */
  public Result {
    checks = List.copyOf(checks);
  }

  /**
   * Whether everything holds.
   *
   * @return true if every figure is as expected and the audit is clean
   */
  public boolean holds() {
    return audit.isClean() && checks.stream().allMatch(Check::holds);
  }

  /**
   * Prints it.
   *
   * @param json true for JSON
   * @return text that ends with a line break
   */
  public String show(boolean json) {
    return json ? Json.write(tree()) + "\n" : text();
  }

  private String text() {
    var figures = new Table("figure", "expected", "actual", "source", "ok");
    checks.forEach(each -> figures.row(
        each.name(),
        brief(each.expected()),
        brief(each.actual()),
        each.source(),
        each.holds() ? "yes" : "NO"));
    var speed = new Table("measure", "value");
    measures.forEach(speed::row);
    long wrong = checks.stream().filter(each -> !each.holds()).count();
    return figures.text()
        + (notCompared.isEmpty() ? "" : "not compared: " + String.join(", ", notCompared) + "\n")
        + "\n" + Audits.text(audit) + "\n" + speed.text() + "\n"
        + "%d figures hold, %d do not; %d violations%n"
            .formatted(checks.size() - wrong, wrong, audit.violations().size())
            .replace("\r\n", "\n");
  }

  private Map<String, Object> tree() {
    List<Map<String, Object>> figures = new ArrayList<>();
    for (Check each : checks) {
      Map<String, Object> figure = new LinkedHashMap<>();
      figure.put("figure", each.name());
      figure.put("expected", each.expected());
      figure.put("actual", each.actual());
      figure.put("source", each.source().toString());
      figure.put("ok", each.holds());
      figures.add(figure);
    }
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("holds", holds());
    tree.put("figures", figures);
    tree.put("notCompared", notCompared);
    tree.put("audit", Audits.tree(audit));
    tree.put("measures", measures);
    return tree;
  }

  /** A hash fills half a screen, and its beginning tells as much. */
  private static String brief(String value) {
    return value.length() == 64 ? value.substring(0, 12) + "..." : value;
  }
}
