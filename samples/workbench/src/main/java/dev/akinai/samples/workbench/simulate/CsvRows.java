package dev.akinai.samples.workbench.simulate;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.akinai.samples.workbench.common.BadInputException;
import dev.akinai.samples.workbench.common.InputFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;

/** Reads a CSV file with a heading, row by row. Stateless. */
final class CsvRows {

  private CsvRows() {}

  static void forEach(InputFile file, List<String> columns, Consumer<NamedCsvRecord> reader) {
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file.open())) {
      for (NamedCsvRecord row : rows) {
        if (!row.getHeader().containsAll(columns)) {
          throw new BadInputException(
              "The heading (%s) of %s must have %s. Maybe it is another file."
                  .formatted(row.getHeader(), file.path(), columns));
        }
        reader.accept(row);
      }
    } catch (CsvParseException malformed) {
      throw new BadInputException(
          "The file (%s) must be CSV, but: %s. Maybe a quote is missing."
              .formatted(file.path(), malformed.getMessage()),
          malformed);
    } catch (UncheckedIOException | IOException unreadable) {
      throw file.failed(unreadable);
    }
  }

  /** An amount with two decimals, in cents. */
  static long cents(InputFile file, NamedCsvRecord row, String column) {
    String text = row.getField(column);
    if (!text.matches("-?[0-9]{1,9}[.][0-9]{2}")) {
      throw bad(file, row, column, text, "an amount such as 1.50");
    }
    return Long.parseLong(text.replace(".", ""));
  }

  static long whole(InputFile file, NamedCsvRecord row, String column) {
    String text = row.getField(column);
    if (!text.matches("[0-9]{1,9}")) {
      throw bad(file, row, column, text, "a whole number");
    }
    return Long.parseLong(text);
  }

  static BadInputException bad(
      InputFile file, NamedCsvRecord row, String column, String value, String must) {
    return new BadInputException(message(file, row, column, value, must));
  }

  static String message(
      InputFile file, NamedCsvRecord row, String column, String value, String must) {
    return "%s (%s) in line %d of %s must be %s. Maybe it was damaged."
        .formatted(column, value, row.getStartingLineNumber(), file.path(), must);
  }
}
