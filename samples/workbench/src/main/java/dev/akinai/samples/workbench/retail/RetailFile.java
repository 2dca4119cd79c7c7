package dev.akinai.samples.workbench.retail;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.akinai.samples.workbench.common.BadInputException;
import dev.akinai.samples.workbench.common.InputFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Reads the invoices' lines one by one, so that a file of any length needs the same memory. Immutable. */
final class RetailFile {

  /** The heading, in this order. */
  static final List<String> COLUMNS = List.of(
      "InvoiceNo",
      "StockCode",
      "Description",
      "Quantity",
      "InvoiceDate",
      "UnitPrice",
      "CustomerID",
      "Country");

  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
  private static final Pattern PRICE = Pattern.compile("(-?)(\\d{1,9})(?:\\.(\\d{1,3}))?");
  private static final Pattern QUANTITY = Pattern.compile("-?\\d{1,9}");

  private final InputFile file;

  RetailFile(InputFile file) {
    this.file = file;
  }

  /** Hands over every line in file order; stops at the first that cannot be read. */
  void forEach(Consumer<RetailLine> reader) {
    try (CsvReader<CsvRecord> records = CsvReader.builder().ofCsvRecord(file.open())) {
      boolean heading = true;
      for (CsvRecord record : records) {
        if (heading) {
          requireHeading(record);
          heading = false;
        } else {
          reader.accept(line(record));
        }
      }
      if (heading) {
        throw new BadInputException("The file (" + file.path()
            + ") must begin with a heading, but is empty. Maybe it was cut off.");
      }
    } catch (CsvParseException malformed) {
      throw new BadInputException(
          "The file (%s) must be CSV, but: %s. Maybe a quote is missing."
              .formatted(file.path(), reason(malformed)),
          malformed);
    } catch (UncheckedIOException | IOException unreadable) {
      throw file.failed(unreadable);
    }
  }

  private void requireHeading(CsvRecord record) {
    if (!record.getFields().equals(COLUMNS)) {
      throw new BadInputException("The heading (%s) of %s must be %s. Maybe it is another file."
          .formatted(String.join(",", record.getFields()), file.path(), String.join(",", COLUMNS)));
    }
  }

  private RetailLine line(CsvRecord record) {
    if (record.getFieldCount() != COLUMNS.size()) {
      throw bad(
          record, "line", record.getFieldCount() + " cells", "have " + COLUMNS.size() + " cells");
    }
    return new RetailLine(
        record.getStartingLineNumber(),
        required(record, 0),
        required(record, 1),
        record.getField(2),
        quantity(record),
        date(record),
        price(record),
        Optional.of(record.getField(6)).filter(text -> !text.isEmpty()),
        record.getField(7).intern());
  }

  private String required(CsvRecord record, int column) {
    String text = record.getField(column);
    if (text.isEmpty()) {
      throw bad(record, COLUMNS.get(column), text, "not be empty");
    }
    return text;
  }

  private long quantity(CsvRecord record) {
    String text = record.getField(3);
    if (!QUANTITY.matcher(text).matches() || Long.parseLong(text) == 0) {
      throw bad(record, "Quantity", text, "be a whole number other than 0");
    }
    long quantity = Long.parseLong(text);
    if (quantity > 0 && record.getField(0).startsWith("C")) {
      throw bad(record, "Quantity", text, "be negative in a cancellation");
    }
    return quantity;
  }

  private Instant date(CsvRecord record) {
    String text = record.getField(4);
    try {
      return LocalDateTime.parse(text, DATE).toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException malformed) {
      throw bad(record, "InvoiceDate", text, "be a date and time such as 2010-12-01 08:26:00");
    }
  }

  private long price(CsvRecord record) {
    var match = PRICE.matcher(record.getField(5));
    if (!match.matches()) {
      throw bad(record, "UnitPrice", record.getField(5), "be a number with at most three decimals");
    }
    String decimals = match.group(3) == null ? "" : match.group(3);
    long minor = Long.parseLong(match.group(2) + decimals + "0".repeat(3 - decimals.length()));
    return match.group(1).isEmpty() ? minor : -minor;
  }

  private BadInputException bad(CsvRecord record, String column, String value, String must) {
    return new BadInputException("%s (%s) in line %d of %s must %s. Maybe the line was damaged."
        .formatted(column, value, record.getStartingLineNumber(), file.path(), must));
  }

  private static String reason(CsvParseException malformed) {
    String where =
        String.valueOf(malformed.getMessage()).replaceFirst("^Exception when reading ", "");
    return malformed.getCause() == null ? where : malformed.getCause().getMessage() + ", " + where;
  }
}
