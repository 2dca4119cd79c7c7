package dev.akinai.samples.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be used ends with 2 and one sentence that names the value; never with a stack trace. */
class BadInputTest {

  private static final String HEADING =
      "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

  @TempDir
  Path folder;

  private static void refused(List<String> says, Object... args) {
    Cli run = Cli.run(args);
    assertThat(run.code()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).contains(says).doesNotContain("\tat ").doesNotContain("Exception");
    assertThat(run.out()).isEmpty();
  }

  private void retail(String line, String... says) {
    refused(
        List.of(says),
        "replay",
        "online-retail",
        Cli.write(folder, "lines.csv", HEADING + line + "\n"),
        "--memory");
  }

  @Test
  void missingThings() {
    refused(
        List.of("no-such-file.csv.gz", "Maybe"), "replay", "online-retail", "no-such-file.csv.gz");
    refused(List.of("no-such-file.txt"), "replay", "cdnow", "no-such-file.txt");
    refused(List.of("no-such-file.json"), "vectors", "no-such-file.json");
    refused(List.of("--jdbc"), "audit");
    refused(List.of("must be named", "online-retail"), "replay");
    refused(List.of("must be named", "vectors"));
    refused(List.of("dance"), "dance");
  }

  @Test
  void filesThatAreNotWhatTheirNameSays() throws IOException {
    refused(
        List.of("gzip", "lines.csv.gz"),
        "replay",
        "online-retail",
        Cli.write(folder, "lines.csv.gz", HEADING),
        "--memory");
    Path whole = Cli.gzip(
        folder, "whole.csv.gz", HEADING + "1,A,a,1,2011-01-01 00:00:00,1,,X\n".repeat(500));
    byte[] bytes = Files.readAllBytes(whole);
    Path cut =
        Files.write(folder.resolve("cut.csv.gz"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
    refused(List.of("gzip", "cut.csv.gz", "cut off"), "replay", "online-retail", cut, "--memory");
    Path latin = Files.write(
        folder.resolve("latin.csv"),
        (HEADING + "1,A,\u00e9,1,2011-01-01 00:00:00,1,,X\n")
            .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    refused(List.of("UTF-8", "latin.csv"), "replay", "online-retail", latin, "--memory");
    refused(
        List.of("must be JSON", "line 1"),
        "vectors",
        Cli.write(folder, "v.json", "{\"vectors\": [,]}"));
    refused(List.of("a, b"), "vectors", Cli.write(folder, "w.json", "{\"a, b\": 1}"));
    refused(List.of("at least one vector"), "vectors", Cli.write(folder, "x.json", "[]"));
  }

  @Test
  void linesOfInvoices() {
    refused(
        List.of("heading", "a,b"),
        "replay",
        "online-retail",
        Cli.write(folder, "other.csv", "a,b\n1,2\n"),
        "--memory");
    refused(
        List.of("empty"),
        "replay",
        "online-retail",
        Cli.write(folder, "empty.csv", ""),
        "--memory");
    refused(
        List.of("heading only"),
        "replay",
        "online-retail",
        Cli.write(folder, "bare.csv", HEADING),
        "--memory");
    retail("1,A,a,1,2011-01-01 00:00:00,1,X", "line 2", "8");
    retail("1,A,a,many,2011-01-01 00:00:00,1,,X", "Quantity (many) in line 2");
    retail("1,A,a,0,2011-01-01 00:00:00,1,,X", "Quantity (0) in line 2");
    retail("C1,A,a,1,2011-01-01 00:00:00,1,,X", "Quantity (1) in line 2", "cancellation");
    retail("1,A,a,1,yesterday,1,,X", "InvoiceDate (yesterday) in line 2");
    retail("1,A,a,1,2011-01-01 00:00:00,1.2345,,X", "UnitPrice (1.2345) in line 2");
    retail(",A,a,1,2011-01-01 00:00:00,1,,X", "InvoiceNo () in line 2");
    retail("1,A,\"a,1,2011-01-01 00:00:00,1,,X", "CSV");
    retail(
        "1,A,a,1,2011-01-02 00:00:00,1,,X\n2,A,a,1,2011-01-01 00:00:00,1,,X",
        "2011-01-01T00:00:00Z",
        "sort");
    retail("1,A B,a,1,2011-01-01 00:00:00,1,,X\n1,A_B,a,1,2011-01-01 00:00:00,1,,X", "A B, A_B");
  }

  @Test
  void linesOfPurchases() {
    refused(
        List.of("Line 1 (00004 today 2 3.00)"),
        "replay",
        "cdnow",
        Cli.write(folder, "a.txt", "00004 today 2 3.00\n"),
        "--memory");
    refused(
        List.of("Line 2", "date"),
        "replay",
        "cdnow",
        Cli.write(folder, "b.txt", "1 1 19970101 1 1.00\n1 1 19971301 1 1.00\n"),
        "--memory");
    refused(
        List.of("must hold purchases"),
        "replay",
        "cdnow",
        Cli.write(folder, "c.txt", "\n"),
        "--memory");
  }

  @Test
  void databases() {
    Path file = Cli.write(folder, "a.txt", CdnowTest.LINES);
    refused(
        List.of("must begin with jdbc:", "shop.db"), "replay", "cdnow", file, "--jdbc", "shop.db");
    refused(List.of("jdbc:nosuch:x", "Maybe"), "replay", "cdnow", file, "--jdbc", "jdbc:nosuch:x");
    refused(
        List.of("jdbc:postgresql://localhost:1/shop", "password=***"),
        "replay",
        "cdnow",
        file,
        "--jdbc",
        "jdbc:postgresql://localhost:1/shop?user=u&password=secret");
    refused(
        List.of("--memory and --jdbc"),
        "replay",
        "cdnow",
        file,
        "--jdbc",
        "jdbc:h2:mem:x",
        "--memory");
  }

  @Test
  void secretsAreNeverShown() {
    Path file = Cli.write(folder, "a.txt", CdnowTest.LINES);
    Cli run = Cli.run(
        "replay",
        "cdnow",
        file,
        "--jdbc",
        "jdbc:postgresql://localhost:1/shop?user=u&password=secret");

    assertThat(run.err()).doesNotContain("secret");
  }
}
