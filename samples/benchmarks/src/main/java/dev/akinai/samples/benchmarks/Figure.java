package dev.akinai.samples.benchmarks;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One figure that was taken several times. Immutable.
 *
 * @param unit such as {@code us/op}
 * @param median the middle one
 * @param low the least
 * @param high the greatest
 * @param samples how many
 */
record Figure(String unit, double median, double low, double high, int samples) {

  static Figure of(String unit, List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalArgumentException("The values () must be at least one. Maybe nothing ran.");
    }
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Figure(unit, median, sorted[0], sorted[sorted.length - 1], sorted.length);
  }

  static Figure of(String unit, double... values) {
    return of(unit, Arrays.stream(values).boxed().toList());
  }

  /** The median, and the least and the greatest if they differ. */
  String text() {
    String spread = samples == 1 ? "" : " [%s..%s]".formatted(text(low), text(high));
    return text(median) + " " + name() + spread;
  }

  /** Times of ten milliseconds and more are told in milliseconds. */
  private boolean isLong() {
    return unit.equals("us") && median >= 10_000;
  }

  private String name() {
    return isLong() ? "ms" : unit;
  }

  private String text(double value) {
    return number(isLong() ? value / 1_000 : value);
  }

  /** Three digits, or all of a longer whole number. */
  static String number(double value) {
    int digits = value < 10 ? 2 : value < 100 ? 1 : 0;
    return String.format(Locale.ROOT, "%,." + digits + "f", value);
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("unit", unit);
    json.put("median", median);
    json.put("low", low);
    json.put("high", high);
    json.put("samples", samples);
    return json;
  }
}
