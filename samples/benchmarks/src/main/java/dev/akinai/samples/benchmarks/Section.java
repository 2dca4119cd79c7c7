package dev.akinai.samples.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one group of measurements found: what was compared, tables, and whether targets are met. For one thread. */
final class Section {

  private static final int WIDTH = 110;

  private final String name;
  private final StringBuilder text = new StringBuilder();
  private final Table targets = new Table(List.of("target", "limit", "measured", ""));
  private final List<Map<String, Object>> figures = new ArrayList<>();
  private final List<Map<String, Object>> judged = new ArrayList<>();

  Section(String name, String title) {
    this.name = name;
    text.append("\n== ").append(name).append(": ").append(title).append('\n');
  }

  String name() {
    return name;
  }

  /** Says what was compared. */
  void note(String sentences) {
    int width = 0;
    for (String word : sentences.split(" ", -1)) {
      if (width + word.length() >= WIDTH) {
        text.append('\n');
        width = 0;
      }
      text.append(width == 0 ? "" : " ").append(word);
      width += word.length() + 1;
    }
    text.append('\n');
  }

  /** Shows rows under a heading. */
  void table(String title, Table table) {
    text.append('\n').append(title).append('\n').append(table.text());
  }

  /** Keeps a figure for programs. */
  void figure(Map<String, String> what, Figure figure) {
    Map<String, Object> row = new LinkedHashMap<>(what);
    row.putAll(figure.json());
    figures.add(row);
  }

  /** Judges a figure that must not be more than its limit. */
  void atMost(String what, double limit, double measured, String unit) {
    judge(what, "<=", limit, measured, unit, measured <= limit);
  }

  /** Judges a figure that must not be less than its limit. */
  void atLeast(String what, double limit, double measured, String unit) {
    judge(what, ">=", limit, measured, unit, measured >= limit);
  }

  private void judge(
      String what, String sign, double limit, double measured, String unit, boolean met) {
    String need = (sign + " " + Figure.number(limit) + " " + unit).strip();
    String have = (Figure.number(measured) + " " + unit).strip();
    targets.row(List.of(what, need, have, met ? "met" : "MISSED"));
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("target", what);
    row.put("limit", need);
    row.put("measured", measured);
    row.put("met", met);
    judged.add(row);
  }

  String text() {
    return judged.isEmpty() ? text.toString() : text + "\n" + targets.text();
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("figures", figures);
    json.put("targets", judged);
    return json;
  }
}
