package dev.akinai.engine;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an audit found. Immutable.
 *
 * @param checked by invariant, how many things were checked
 * @param violations what does not hold, at most 1,000
 */
public record AuditReport(Map<String, Long> checked, List<Violation> violations) {

  /** Copies the collections. */
  public AuditReport {
    checked = java.util.Collections.unmodifiableMap(new TreeMap<>(checked));
    violations = List.copyOf(violations);
  }

  /**
   * One thing that does not hold. Immutable.
   *
   * @param invariant such as {@code I2} (RELIABILITY section 6)
   * @param key which cell, hold, account or order
   * @param field which figure
   * @param expected what the facts give
   * @param found what is stored
   */
  public record Violation(
      String invariant, String key, String field, String expected, String found) {}

  /**
   * Tells whether everything holds.
   *
   * @return true without violations
   */
  public boolean isClean() {
    return violations.isEmpty();
  }
}
