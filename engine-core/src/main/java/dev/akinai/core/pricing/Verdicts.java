package dev.akinai.core.pricing;

import dev.akinai.pricing.Verdict;
import java.util.ArrayList;
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

  /** Those that applied first. */
  List<Verdict> list() {
    var list = new ArrayList<Verdict>(bySubject.size());
    bySubject.values().stream().filter(Verdicts::isApplied).forEach(list::add);
    bySubject.values().stream().filter(each -> !isApplied(each)).forEach(list::add);
    return list;
  }

  private static boolean isApplied(Verdict verdict) {
    return verdict.code() == Verdict.Code.APPLIED || verdict.code() == Verdict.Code.CLAMPED;
  }
}
