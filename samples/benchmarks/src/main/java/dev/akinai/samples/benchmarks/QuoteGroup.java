package dev.akinai.samples.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whole quotes. For one thread. */
final class QuoteGroup {

  private final Settings settings;
  private final Section section =
      new Section("quote", "whole quotes by the public API, one thread");

  QuoteGroup(Settings settings) {
    this.settings = settings;
  }

  /** The three figures of one kind. */
  private record Three(Figure p50, Figure p99, Figure allocated) {}

  Section run() {
    section.note(
        "Pricing.evaluate with prices from a list: select, match, search, split, verdicts, digest."
            + " 32 carts in turn; five offers apply, ten come near, 985 are about other goods.");
    section.note("Every quote has its verdicts (the trace cannot be switched off)."
        + " Cells: median over iterations [least..greatest].");
    var table = new Table(List.of("quote", "p50", "p99", "allocated"));
    Map<QuoteCase.Kind, Three> all = new LinkedHashMap<>();
    for (QuoteCase.Kind kind : QuoteCase.Kind.values()) {
      Three three = measure(kind);
      all.put(kind, three);
      table.row(List.of(
          kind.label, three.p50().text(), three.p99().text(), three.allocated().text()));
    }
    section.table("20 lines", table);
    judge(measured(all, QuoteCase.Kind.FULL), measured(all, QuoteCase.Kind.LARGE_QUANTITIES));
    return section;
  }

  private static Three measured(Map<QuoteCase.Kind, Three> all, QuoteCase.Kind kind) {
    Three three = all.get(kind);
    if (three == null) {
      throw new IllegalStateException("The kind (" + kind + ") must be measured. Maybe it is new.");
    }
    return three;
  }

  private Three measure(QuoteCase.Kind kind) {
    Jmh.Measured measured =
        settings.jmh().sampled(QuoteBenchmark.class, Map.of("kind", kind.name()));
    var three = new Three(measured.percentile(50), measured.percentile(99), measured.allocated());
    section.figure(Map.of("kind", kind.name(), "figure", "p50"), three.p50());
    section.figure(Map.of("kind", kind.name(), "figure", "p99"), three.p99());
    section.figure(Map.of("kind", kind.name(), "figure", "allocated"), three.allocated());
    return three;
  }

  private void judge(Three full, Three large) {
    section.atMost(
        "p50 on 2 shared cores (30 on a quiet modern core)", 50, full.p50().median(), "us");
    section.atMost(
        "p99 on 2 shared cores (150 on a quiet modern core)", 250, full.p99().median(), "us");
    section.atMost("allocated", 64, full.allocated().median(), "KiB");
    double ratio = large.p50().median() / full.p50().median();
    section.atMost("p50 with quantities x 1,000,000 / p50", 1.25, ratio, "");
  }
}
