package dev.akinai.samples.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows of text in columns that are as wide as they must be. For one thread. */
final class Table {

  private final List<List<String>> rows = new ArrayList<>();

  Table(List<String> heading) {
    rows.add(heading);
  }

  void row(List<String> cells) {
    rows.add(cells);
  }

  String text() {
    int columns = rows.get(0).size();
    int[] widths = IntStream.range(0, columns)
        .map(column ->
            rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
        .toArray();
    return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining());
  }

  private static String line(List<String> row, int[] widths) {
    String cells = IntStream.range(0, widths.length)
        .mapToObj(column ->
            row.get(column) + " ".repeat(widths[column] - row.get(column).length()))
        .collect(Collectors.joining("  "));
    return "  " + cells.stripTrailing() + "\n";
  }
}
