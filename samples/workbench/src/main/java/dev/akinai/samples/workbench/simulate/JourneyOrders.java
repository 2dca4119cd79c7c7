package dev.akinai.samples.workbench.simulate;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.akinai.money.CurrencyCode;
import dev.akinai.pricing.PricingInput;
import dev.akinai.samples.workbench.common.BadInputException;
import dev.akinai.samples.workbench.common.InputFile;
import dev.akinai.samples.workbench.common.PastOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The Complete Journey of dunnhumby: a supermarket's households. The file is a sample of lines, so what a household bought in one month is put
 * together as one order. Fuel, and lines without units or without a price, are left out. For one thread.
 */
final class JourneyOrders {

  private static final CurrencyCode USD = CurrencyCode.of("USD");
  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
  private static final long DELIVERY = 499;
  private static final List<PastOrder.Goods> GIFTS =
      List.of(new PastOrder.Goods("tote-bag", "Tote bag", List.of("gifts"), "Private"));

  private final Path folder;
  private final Map<String, PastOrder.Goods> goods = new HashMap<>();
  private final Map<String, List<String>> segments = new HashMap<>();
  private final Map<String, PastOrder> orders = new TreeMap<>();

  JourneyOrders(Path folder) {
    this.folder = folder;
  }

  List<PricingInput> read() {
    rows(
        "products.csv.gz",
        List.of("product_id", "department", "brand", "product_category", "product_type"),
        this::goods);
    rows("demographics.csv.gz", List.of("household_id", "age", "kids_count"), this::household);
    var file = new InputFile(folder.resolve("transactions_sample_2017-01_2017-06.csv.gz"));
    CsvRows.forEach(
        file,
        List.of("household_id", "product_id", "quantity", "sales_value", "transaction_timestamp"),
        row -> line(file, row));
    var inputs = new ArrayList<PricingInput>();
    orders.forEach((key, order) -> inputs.add(order.input(
        DELIVERY,
        segments.getOrDefault(key.substring(0, key.indexOf(' ')), List.of("shopper")),
        GIFTS)));
    return inputs;
  }

  private void rows(String name, List<String> columns, Consumer<NamedCsvRecord> reader) {
    CsvRows.forEach(new InputFile(folder.resolve(name)), columns, reader);
  }

  private void goods(NamedCsvRecord row) {
    String department = PastOrder.name(row.getField("department"));
    String category = PastOrder.name(row.getField("product_category"));
    String id = row.getField("product_id");
    goods.put(
        id,
        new PastOrder.Goods(
            id,
            row.getField("product_type"),
            List.of(category, department),
            row.getField("brand")));
  }

  private void household(NamedCsvRecord row) {
    var known = new ArrayList<String>(List.of("card-holder"));
    if (row.getField("age").equals("65+")) {
      known.add("senior");
    }
    if (!row.getField("kids_count").equals("0")) {
      known.add("family");
    }
    segments.put(row.getField("household_id"), known);
  }

  /** The shelf price: what the store received, and what it and the makers of the goods took off. */
  private void line(InputFile file, NamedCsvRecord row) {
    PastOrder.Goods what = goods.get(row.getField("product_id"));
    long quantity = CsvRows.whole(file, row, "quantity");
    long shelf = CsvRows.cents(file, row, "sales_value")
        + CsvRows.cents(file, row, "retail_disc")
        + CsvRows.cents(file, row, "coupon_match_disc");
    if (what == null || what.categories().contains("fuel") || quantity == 0 || shelf <= 0) {
      return;
    }
    Instant when = instant(file, row);
    String key =
        row.getField("household_id") + " " + when.atZone(ZONE).toLocalDate().getMonth();
    PastOrder order =
        orders.computeIfAbsent(key, any -> new PastOrder(USD, row.getField("household_id")));
    boolean byUnit = shelf % quantity == 0; // else by weight
    order.add(what, byUnit ? quantity : 1, byUnit ? shelf / quantity : shelf, when);
  }

  private static Instant instant(InputFile file, NamedCsvRecord row) {
    String text = row.getField("transaction_timestamp");
    try {
      return LocalDateTime.parse(text, DATE).atZone(ZONE).toInstant();
    } catch (DateTimeParseException malformed) {
      throw new BadInputException(
          CsvRows.message(file, row, "transaction_timestamp", text, "a date and time"), malformed);
    }
  }

  /** Whether a folder holds it. */
  static boolean isIn(Path folder) {
    return Files.isRegularFile(folder.resolve("products.csv.gz"));
  }
}
