package dev.akinai.core.engine;

import dev.akinai.engine.AuditReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collects what an audit checked and what does not hold. For one thread. */
final class Findings {

  private static final int MAX_VIOLATIONS = 1_000;

  private final Map<String, Long> checked = new TreeMap<>();
  private final List<AuditReport.Violation> violations = new ArrayList<>();

  void require(String invariant, String key, String field, Object expected, Object found) {
    checked.merge(invariant, 1L, Long::sum);
    if (!expected.equals(found) && violations.size() < MAX_VIOLATIONS) {
      violations.add(
          new AuditReport.Violation(invariant, key, field, expected.toString(), found.toString()));
    }
  }

  void requireAtMost(String invariant, String key, String field, long limit, long found) {
    checked.merge(invariant, 1L, Long::sum);
    if (found > limit && violations.size() < MAX_VIOLATIONS) {
      violations.add(new AuditReport.Violation(
          invariant, key, field, "at most " + limit, Long.toString(found)));
    }
  }

  AuditReport report() {
    return new AuditReport(checked, violations);
  }
}
