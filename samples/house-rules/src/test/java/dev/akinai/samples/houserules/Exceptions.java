package dev.akinai.samples.houserules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The one list of exceptions: a rule, the place where it does not hold, and why. */
final class Exceptions {

  /**
   * One line of the list.
   *
   * @param rule the rule's name
   * @param place a class, or a file from the root of the repository
   * @param reason why the rule does not hold there
   */
  record Row(String rule, String place, String reason) {}

  private final List<Row> rows;
  private final Set<Row> used = new LinkedHashSet<>();

  private Exceptions(List<Row> rows) {
    this.rows = rows;
  }

  /** The list as it is written down. */
  static Exceptions load() {
    return new Exceptions(resource("/exceptions.txt")
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(Exceptions::parse)
        .toList());
  }

  private static Row parse(String line) {
    String[] cells = line.split("\\|", -1);
    if (cells.length != 3 || cells[2].isBlank()) {
      throw new IllegalArgumentException(
          "The exception (%s) must be: rule | place | reason.".formatted(line));
    }
    return new Row(cells[0].strip(), cells[1].strip(), cells[2].strip());
  }

  /** Whether a rule need not hold at a place; the row then counts as used. */
  boolean allow(String rule, String place) {
    List<Row> found = rows.stream()
        .filter(row -> row.rule().equals(rule) && row.place().equals(place))
        .toList();
    used.addAll(found);
    return !found.isEmpty();
  }

  /** Rows of these rules that nothing needed any more. */
  List<Row> unused(Set<String> rules) {
    return rows.stream()
        .filter(row -> rules.contains(row.rule()) && !used.contains(row))
        .toList();
  }

  /** All rows. */
  List<Row> rows() {
    return rows;
  }

  static String resource(String path) {
    try (InputStream in =
        Objects.requireNonNull(Exceptions.class.getResourceAsStream(path), "resource " + path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
