package dev.akinai.samples.workbench.common;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows of text in columns that are as wide as they must be. For one thread. */
public final class Table {

  private final List<List<String>> rows = new ArrayList<>();

  /**
   * A table with a heading.
   *
   * @param heading one word for each column
   */
  public Table(String... heading) {
    rows.add(List.of(heading));
  }

  /**
   * Adds a row.
   *
   * @param cells one for each column
   */
  public void row(Object... cells) {
    rows.add(List.of(cells).stream().map(Object::toString).toList());
  }

  /**
   * The table as text.
   *
   * @return lines that end with a line break
   */
  public String text() {
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
    return cells.stripTrailing() + "\n";
  }
}
