package dev.akinai.samples.workbench.common;

import dev.akinai.engine.AuditReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shows what an audit found. Stateless. */
public final class Audits {

  private Audits() {}

  /**
   * For people.
   *
   * @param report what was found
   * @return lines that end with a line break
   */
  public static String text(AuditReport report) {
    var checked = new Table("invariant", "checked", "violations");
    counts(report)
        .forEach(
            (invariant, counts) -> checked.row(invariant, "%,d".formatted(counts[0]), counts[1]));
    if (report.isClean()) {
      return checked.text();
    }
    var violations = new Table("invariant", "key", "field", "expected", "found");
    report
        .violations()
        .forEach(each -> violations.row(
            each.invariant(), each.key(), each.field(), each.expected(), each.found()));
    return checked.text() + "\n" + violations.text();
  }

  /**
   * For programs.
   *
   * @param report what was found
   * @return a tree for {@link Json#write}
   */
  public static Map<String, Object> tree(AuditReport report) {
    List<Map<String, String>> violations = new ArrayList<>();
    for (AuditReport.Violation each : report.violations()) {
      Map<String, String> violation = new LinkedHashMap<>();
      violation.put("invariant", each.invariant());
      violation.put("key", each.key());
      violation.put("field", each.field());
      violation.put("expected", each.expected());
      violation.put("found", each.found());
      violations.add(violation);
    }
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("checked", report.checked());
    tree.put("violations", violations);
    return tree;
  }

  private static Map<String, long[]> counts(AuditReport report) {
    Map<String, long[]> counts = new LinkedHashMap<>();
    report
        .checked()
        .forEach((invariant, checked) -> counts.put(invariant, new long[] {checked, 0}));
    report
        .violations()
        .forEach(each -> counts.computeIfAbsent(each.invariant(), key -> new long[2])[1]++);
    return counts;
  }
}
