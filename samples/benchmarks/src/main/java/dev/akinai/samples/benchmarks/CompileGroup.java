package dev.akinai.samples.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** From rules to the first answer. For one thread. */
final class CompileGroup {

  private static final int FEW = 1_000;
  private static final int MANY = 10_000;

  private final Settings settings;
  private final Section section =
      new Section("compile", "from offers as data to the first answer by them, one thread");

  CompileGroup(Settings settings) {
    this.settings = settings;
  }

  Section run() {
    section.note(
        "Akinai: conditions, index and one quote. Easy Rules: registering. Drools: from its"
            + " text to a base of rules. The offers are those of the proportional mix.");
    var table = new Table(List.of("engine", "1,000 offers", "10,000 offers"));
    for (MatchEngine.Kind kind :
        List.of(MatchEngine.Kind.AKINAI, MatchEngine.Kind.EASY_RULES, MatchEngine.Kind.DROOLS)) {
      var cells = new ArrayList<>(List.of(kind.label));
      for (int size : List.of(FEW, MANY)) {
        cells.add(cell(kind, size));
      }
      table.row(cells);
    }
    section.table("single shots in a warm JVM", table);
    return section;
  }

  private String cell(MatchEngine.Kind kind, int size) {
    boolean slow = kind == MatchEngine.Kind.DROOLS;
    if (slow && size == MANY && settings.isShort()) {
      return "-";
    }
    Map<String, String> what = Map.of("engine", kind.name(), "offers", Integer.toString(size));
    int shots = slow ? Math.min(2, settings.effort().shots) : settings.effort().shots;
    Figure figure = settings.jmh().shots(CompileBenchmark.class, what, shots).mean();
    section.figure(what, figure);
    if (kind == MatchEngine.Kind.AKINAI && size == MANY) {
      double millis = figure.median() / 1_000;
      section.atMost("10,000 offers on 2 shared cores (100 on a quiet core)", 300, millis, "ms");
    }
    return figure.text();
  }
}
