package dev.akinai.samples.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnlineRetailTest {

  /** Two dates in one invoice, one invoice between another's lines, a duplicate, free lines, services, a loss and every kind of return. */
  static final String LINES = """
      InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
      1001,A1,TEA POT,6,2011-01-03 09:00:00,2.55,17850,United Kingdom
      1001,A2,"CUP, BLUE",4,2011-01-03 09:00:00,1.250,17850,United Kingdom
      1002,A1,TEA POT,1,2011-01-03 09:00:00,2.95,13047,France
      1001,POST,POSTAGE,1,2011-01-03 09:00:00,18.00,17850,United Kingdom
      1001,A2,"CUP, BLUE",2,2011-01-03 09:01:00,1.25,17850,United Kingdom
      1003,A3,PAPER CHAIN,10,2011-01-04 10:00:00,0.055,,United Kingdom
      1003,A3,PAPER CHAIN,10,2011-01-04 10:00:00,0.055,,United Kingdom
      1004,A2,,3,2011-01-05 10:00:00,0,,United Kingdom
      1005,A3,damaged,-4,2011-01-06 10:00:00,0,,United Kingdom
      C1006,A1,TEA POT,-2,2011-01-07 11:00:00,2.55,17850,United Kingdom
      C1006,A2,"CUP, BLUE",-7,2011-01-07 11:00:00,1.25,17850,United Kingdom
      C1007,A1,TEA POT,-1,2011-02-01 11:00:00,9.99,17850,United Kingdom
      C1008,A3,PAPER CHAIN,-5,2011-02-01 12:00:00,0.055,,United Kingdom
      C1009,POST,POSTAGE,-1,2011-02-01 12:30:00,18.00,17850,United Kingdom
      1010,BANK CHARGES,Bank Charges,1,2011-02-02 09:00:00,15,,United Kingdom
      1011,A1,TEA POT,3,2011-02-02 10:00:00,2.55,17850,United Kingdom
      1011,A2,"CUP, BLUE",1,2011-02-02 10:00:00,0,17850,United Kingdom
      C1012,A1,TEA POT,-5,2011-02-03 10:00:00,2.55,17850,United Kingdom
      C1013,A1,TEA POT,-1,2011-02-04 10:00:00,2.95,13047,France
      1014,A1,TEA POT,20,2011-02-05 10:00:00,2.10,12345,Germany
      """;

  private static final String INVOICES = """
      1001,4,13,40.800
      1002,1,1,2.950
      1003,2,20,1.100
      1004,1,3,0.000
      1005,1,-4,0.000
      1010,1,1,15.000
      1011,2,4,7.650
      1014,1,20,42.000
      C1006,2,-9,-13.850
      C1007,1,-1,-9.990
      C1008,1,-5,-0.275
      C1009,1,-1,-18.000
      C1012,1,-5,-12.750
      C1013,1,-1,-2.950
      """;

  /** Every figure was added up by hand from the lines above. */
  static String expected() {
    return """
        {"part": {
         "lines": 20, "sum_amount": "51.685", "sum_quantity": 36, "invoices": 14, "countries": 3, "stock_codes": 5,
         "lines_without_customer": 6,
         "by_kind": {
          "sale": {"lines": 10, "invoices": 6, "quantity": 58, "amount": "109.500"},
          "zero_price_line": {"lines": 2, "invoices": 2, "quantity": 4, "amount": "0.000"},
          "cancellation": {"lines": 7, "invoices": 6, "quantity": -22, "amount": "-57.815"},
          "stock_adjustment": {"lines": 1, "invoices": 1, "quantity": -4, "amount": "0.000"}},
         "by_month": {
          "2011-01": {"lines": 11, "invoices": 6, "sales": "44.850", "cancellations": "-13.850", "other": "0.000", "net": "31.000"},
          "2011-02": {"lines": 9, "invoices": 8, "sales": "64.650", "cancellations": "-43.965", "other": "0.000", "net": "20.685"}},
         "net_by_country": {"France": "0.000", "Germany": "42.000", "United Kingdom": "9.685"},
         "invoice_totals_sha256": "%s",
         "largest_invoice_by_lines": ["1001", 4],
         "stock": {
          "physical_stock_codes": 3, "movements": 17, "minimal_opening_stock_total": 54, "closing_stock_total": 11,
          "opening_sha256": "%s", "closing_sha256": "%s",
          "top10_opening": [["A3", 24], ["A1", 21], ["A2", 9]], "rule": "for people"},
         "cancellation_matching": {
          "lines_with_customer": 6, "fully_matched_lines": 4, "partly_matched_lines": 1, "unmatched_lines": 1,
          "matched_quantity": 15, "matched_amount": "46.300", "unmatched_quantity": 2, "unmatched_amount": "11.240"},
         "rfm": {"customers": 3}}}
        """.formatted(
            sha256(INVOICES), sha256("A1,21\nA2,9\nA3,24\n"), sha256("A1,0\nA2,6\nA3,5\n"));
  }

  static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void everyTotalIsTheOneAddedUpByHand(@TempDir Path folder) {
    Path file = Cli.gzip(folder, "lines.csv.gz", LINES);
    Cli.write(folder, "expected.json", expected());

    Cli run = Cli.run("replay", "online-retail", file, "--memory");

    assertThat(run.out())
        .doesNotContain(" NO\n")
        .contains("not compared: rfm")
        .contains("orders             9\n")
        .contains("0 do not; 0 violations");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
  }

  @Test
  void theSameOnADatabaseWhichCanBeAuditedAfterwards(@TempDir Path folder) {
    Path file = Cli.write(folder, "lines.csv", LINES);
    Path expected = Cli.write(folder, "figures.json", expected());
    String url = "jdbc:h2:file:" + folder.resolve("shop");

    Cli replay = Cli.run("replay", "online-retail", file, "--expected", expected, "--jdbc", url);
    Cli again = Cli.run("replay", "online-retail", file, "--jdbc", url);
    Cli audit = Cli.run("audit", "--jdbc", url, "--json");

    assertThat(replay.out()).contains("0 do not; 0 violations").contains("time in the database");
    assertThat(replay.code()).isZero();
    assertThat(again.err()).contains("must not hold the shop online-retail yet").contains("--shop");
    assertThat(again.code()).isEqualTo(2);
    assertThat(audit.out()).contains("\"online-retail\"").contains("\"violations\" : [ ]");
    assertThat(audit.code()).isZero();
  }

  @Test
  void aWrongTotalIsShownAndEndsWithOne(@TempDir Path folder) {
    Path file = Cli.write(folder, "lines.csv", LINES);
    Path wrong = Cli.write(
        folder,
        "wrong.json",
        expected().replace("\"51.685\"", "\"51.686\"").replace("\"Germany\"", "\"Austria\""));

    Cli run = Cli.run("replay", "online-retail", file, "--memory", "--expected", wrong);

    assertThat(
            run.out().lines().filter(line -> line.endsWith(" NO")).map(line -> line.split(" +", 4)))
        .containsExactly(
            new String[] {"sum_amount", "51.686", "51.685", "engine+file  NO"},
            new String[] {"net_by_country.Germany", "-", "42.000", "engine+file  NO"},
            new String[] {"net_by_country.Austria", "42.000", "-", "file         NO"});
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void withoutExpectedFiguresItOnlyTells(@TempDir Path folder) {
    Cli run = Cli.run(
        "replay", "online-retail", Cli.write(folder, "lines.csv", LINES), "--memory", "--json");

    assertThat(run.out()).contains("\"holds\" : true").contains("\"actual\" : \"51.685\"");
    assertThat(run.code()).isZero();
  }
}
