package dev.akinai.samples.benchmarks;

import dev.akinai.core.pricing.Matching;
import dev.akinai.promotion.Ruleset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What rulesets hold on the heap. For one thread. */
final class MemoryGroup {

  private static final int MANY = 100_000;
  private static final int FEW = 1_000;
  private static final double MIB = 1_048_576;

  private final Settings settings;
  /** What must not be collected while it is measured. */
  private final List<Object> held = new ArrayList<>();

  private final Section section = new Section("memory", "heap held after garbage collection");

  MemoryGroup(Settings settings) {
    this.settings = settings;
  }

  Section run() {
    section.note("Runtime.totalMemory - freeMemory after System.gc, before and after; in this JVM."
        + " The offers are those of the proportional mix.");
    var table = new Table(List.of("held", "heap"));
    settings.progress().println("  measuring memory");
    long before = used();
    Ruleset ruleset = ruleset(); // with texts of its own
    long data = used();
    var matching = new Matching(ruleset);
    int hits = matching.prepare(basket().input()).keys();
    long compiled = used();
    row(table, "100,000 offers as data", data - before);
    row(table, "  and compiled, with their index", compiled - before);
    section.atMost("100,000 offers, data and compiled", 512, (compiled - before) / MIB, "MiB");
    held.addAll(List.of(ruleset, matching, hits));
    drools(table);
    section.table("heap", table);
    return section;
  }

  private static Ruleset ruleset() {
    MatchCase match = MatchCase.of(MatchCase.Mix.PROPORTIONAL, MANY);
    return Rulesets.of(match.rules().stream().map(Rule::offer).toList());
  }

  private static Basket basket() {
    return MatchCase.of(MatchCase.Mix.PROPORTIONAL, 1).baskets().get(0);
  }

  private void drools(Table table) {
    MatchCase match = MatchCase.of(MatchCase.Mix.PROPORTIONAL, FEW);
    MatchEngine.Kind.DROOLS.make(MatchCase.of(MatchCase.Mix.PROPORTIONAL, 10)).match(0);
    long before = used();
    MatchEngine engine = MatchEngine.Kind.DROOLS.make(match);
    engine.match(0);
    row(table, "Drools, 1,000 rules, after one match", used() - before);
    held.addAll(List.of(engine, match));
  }

  private void row(Table table, String what, long bytes) {
    Figure figure = Figure.of("MiB", bytes / MIB);
    section.figure(Map.of("held", what.strip()), figure);
    table.row(List.of(what, figure.text()));
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    long used = Long.MAX_VALUE;
    for (int i = 0; i < 4; i++) {
      runtime.gc();
      used = Math.min(used, runtime.totalMemory() - runtime.freeMemory());
    }
    return used;
  }
}
