package dev.akinai.samples.workbench.cdnow;

import dev.akinai.samples.workbench.common.BadInputException;
import dev.akinai.samples.workbench.common.InputFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads purchases: master id, sample id, date, CDs and dollars, between spaces and without a heading. Immutable. */
final class PurchaseFile {

  private static final Pattern LINE = Pattern.compile(
      "\\s*(\\d{1,10})\\s+\\d{1,10}\\s+(\\d{8})\\s+(\\d{1,6})\\s+(\\d{1,9})\\.(\\d{2})\\s*");
  private static final int MAX_LINES = 1_000_000;

  private final InputFile file;

  PurchaseFile(InputFile file) {
    this.file = file;
  }

  /** Every purchase by date; those of one day stay in file order. */
  List<Purchase> byDate() {
    var purchases = new ArrayList<Purchase>();
    try (BufferedReader reader = file.open()) {
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (!line.isBlank()) {
          purchases.add(purchase(line, number));
        }
      }
    } catch (IOException unreadable) {
      throw file.failed(unreadable);
    }
    if (purchases.isEmpty()) {
      throw new BadInputException("The file (" + file.path()
          + ") must hold purchases, but is empty. Maybe it was cut off.");
    }
    purchases.sort(Comparator.comparing(Purchase::day));
    return purchases;
  }

  private Purchase purchase(String line, int number) {
    Matcher match = LINE.matcher(line);
    if (!match.matches()) {
      throw bad(
          line, number, "be two ids, a date, CDs and dollars such as 00004 0001 19970101 2 29.33");
    }
    if (number > MAX_LINES) {
      throw bad(line, number, "be one of at most " + MAX_LINES);
    }
    try {
      LocalDate day = LocalDate.parse(match.group(2), DateTimeFormatter.BASIC_ISO_DATE);
      return new Purchase(
          match.group(1),
          day,
          Long.parseLong(match.group(3)),
          Long.parseLong(match.group(4) + match.group(5)));
    } catch (DateTimeParseException noDate) {
      throw bad(line, number, "have a date such as 19970101");
    }
  }

  private BadInputException bad(String line, int number, String must) {
    String shown = line.length() > 60 ? line.substring(0, 60) + "..." : line;
    return new BadInputException("Line %d (%s) of %s must %s. Maybe the line was damaged."
        .formatted(number, shown.strip(), file.path(), must));
  }
}
