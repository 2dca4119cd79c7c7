package dev.akinai.core.pricing;

import dev.akinai.pricing.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One verdict for each offer that was considered, in the order in which they were (PRICING 7). For one quote and thread. */
final class Verdicts {

  private final Map<String, Verdict> bySubject = new LinkedHashMap<>();

  /** Notes why an offer does not apply; what is known of it already stays. */
  void not(String subject, Verdict.Code code, String facts) {
    bySubject.putIfAbsent(subject, new Verdict(subject, code, facts));
  }

  /** Notes that an offer applied; that overrules what was said of another part of it. */
  void applied(String subject, Verdict.Code code, String facts) {
    bySubject.put(subject, new Verdict(subject, code, facts));
  }

  List<Verdict> list() {
    return List.copyOf(bySubject.values());
  }
}
