package dev.akinai.samples.benchmarks;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds the offers of a cart, beside other ways to find them. For one thread. */
final class MatchGroup {

  private static final int SMALL = 100;
  private static final int MEDIUM = 1_000;
  private static final int BIG = 10_000;
  private static final int HUGE = 100_000;

  private final Settings settings;
  private final Section section =
      new Section("match", "the offers that match a cart of 20 lines, one thread");

  MatchGroup(Settings settings) {
    this.settings = settings;
  }

  Section run() {
    section.note("A rule is: lines with one key (SKU, category, brand or tag) come to an amount."
        + " Every way finds the same rules for all 64 carts, checked before measuring.");
    section.note("Akinai also writes a verdict for each near miss; the others only find."
        + " Easy Rules runs the naive loop's test in each rule.");
    section.note("Drools gets the sums by key as ready facts and compares two fields of one fact;"
        + " 'loop over subtotals' only works because these rules ask for nothing else.");
    section.note("Cells: median [least..greatest iteration], x = times the cost of Akinai.");
    measure(MatchCase.Mix.FIXED, "fixed hits: equally many offers match at every size");
    measure(MatchCase.Mix.PROPORTIONAL, "proportional: ten times the offers, ten times the hits");
    return section;
  }

  private void measure(MatchCase.Mix mix, String title) {
    Map<MatchEngine.Kind, Map<Integer, Figure>> figures = new EnumMap<>(MatchEngine.Kind.class);
    var heading = new ArrayList<>(List.of("way"));
    for (int size : sizes()) {
      heading.add(heading(mix, size));
    }
    var table = new Table(heading);
    for (MatchEngine.Kind kind : MatchEngine.Kind.values()) {
      Map<Integer, Figure> own = new HashMap<>();
      figures.put(kind, own);
      var cells = new ArrayList<>(List.of(kind.label));
      for (int size : sizes()) {
        cells.add(cell(mix, kind, size, own, figures.getOrDefault(MatchEngine.Kind.AKINAI, own)));
      }
      table.row(cells);
    }
    section.table(title, table);
    judge(mix, figures);
  }

  private static String heading(MatchCase.Mix mix, int size) {
    long tenths = MatchCase.of(mix, size).tenthsOfMatches();
    return String.format(Locale.ROOT, "%,d offers (%d.%d match)", size, tenths / 10, tenths % 10);
  }

  private String cell(
      MatchCase.Mix mix,
      MatchEngine.Kind kind,
      int size,
      Map<Integer, Figure> own,
      Map<Integer, Figure> akinai) {
    if (!isMeasured(kind, size)) {
      return "-";
    }
    Map<String, String> what =
        Map.of("engine", kind.name(), "mix", mix.name(), "offers", Integer.toString(size));
    Figure figure = settings.jmh().average(MatchBenchmark.class, what).mean();
    own.put(size, figure);
    section.figure(what, figure);
    return kind == MatchEngine.Kind.AKINAI
        ? figure.text()
        : figure.text() + " x" + Figure.number(ratio(own, akinai, size));
  }

  private boolean isMeasured(MatchEngine.Kind kind, int size) {
    return switch (kind) {
      case AKINAI, INDEX, TYPED_LOOP, SUBTOTAL_LOOP -> true;
      case INTERPRETER, EASY_RULES -> size <= BIG;
      case DROOLS -> size <= (settings.isShort() ? MEDIUM : BIG);
    };
  }

  private List<Integer> sizes() {
    return settings.large() ? List.of(SMALL, MEDIUM, BIG, HUGE) : List.of(SMALL, MEDIUM, BIG);
  }

  private static double ratio(
      Map<Integer, Figure> dividend, Map<Integer, Figure> divisor, int size) {
    return median(dividend, size) / median(divisor, size);
  }

  private static double median(Map<Integer, Figure> figures, int size) {
    Figure figure = figures.get(size);
    return figure == null ? Double.NaN : figure.median();
  }

  private void judge(MatchCase.Mix mix, Map<MatchEngine.Kind, Map<Integer, Figure>> figures) {
    Map<Integer, Figure> akinai = figures.getOrDefault(MatchEngine.Kind.AKINAI, Map.of());
    Map<Integer, Figure> naive = figures.getOrDefault(MatchEngine.Kind.TYPED_LOOP, Map.of());
    String name = mix.name().toLowerCase(Locale.ROOT);
    section.atLeast(
        name + ", 10,000 offers: naive typed loop / Akinai", 100, ratio(naive, akinai, BIG), "");
    if (mix == MatchCase.Mix.FIXED) {
      double growth = median(akinai, BIG) / median(akinai, SMALL);
      section.atMost("fixed: Akinai at 10,000 offers / at 100", 4, growth, "");
    }
  }
}
