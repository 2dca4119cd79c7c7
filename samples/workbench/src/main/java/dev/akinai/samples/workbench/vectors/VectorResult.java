package dev.akinai.samples.workbench.vectors;

import java.util.List;
import java.util.Locale;

/**
 * What became of one case. Immutable.
 *
 * @param id which case
 * @param status what became of it
 * @param details each difference, or what is not supported, or the policy under which it passed
 */
record VectorResult(String id, Status status, List<String> details) {

  /** The three ends of a case. */
  enum Status {
    PASSED,
    FAILED,
    NOT_SUPPORTED;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  VectorResult {
    details = List.copyOf(details);
  }

  /** A case that ran: it passed if nothing differs. */
  static VectorResult of(String id, List<String> differences) {
    return new VectorResult(id, differences.isEmpty() ? Status.PASSED : Status.FAILED, differences);
  }

  /** An arguable case that passes under a policy other than the defaults. */
  static VectorResult passedUnder(String id, String policy) {
    return new VectorResult(id, Status.PASSED, List.of(policy));
  }

  static VectorResult notSupported(String id, NotSupportedException what) {
    return new VectorResult(id, Status.NOT_SUPPORTED, List.of(String.valueOf(what.getMessage())));
  }
}
