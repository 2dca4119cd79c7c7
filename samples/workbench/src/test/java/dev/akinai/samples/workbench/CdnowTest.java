package dev.akinai.samples.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CdnowTest {

  /**
   * Customer 7: 50.00 earns 250, to expire on 30 June; 12.50 on 1 May is lowered by 2 blocks of the 250 to 10.50 and earns 50, to expire on 28
   * October; on 30 June the 50 points that are left of the first lot expire before 9.99 earns 45 (no block of 100 is there). Customer 8: a purchase
   * of nothing.
   */
  static final String LINES = """
       00007 0001 19970101  2   50.00
       00007 0001 19970501  1   12.50
       00007 0001 19970630  1    9.99
       00008 0002 19970102  1    0.00
      """;

  static final String EXPECTED = """
      {"transactions": 4, "customers": 2, "cds": 5, "dollars": "72.49", "first_date": "1997-01-01", "last_date": "1997-06-30",
       "zero_dollar_transactions": 1, "same_customer_same_day_again": 0,
       "by_month": {
        "1997-01": {"transactions": 2, "cds": 3, "dollars": "50.00"},
        "1997-05": {"transactions": 1, "cds": 1, "dollars": "12.50"},
        "1997-06": {"transactions": 1, "cds": 1, "dollars": "9.99"}},
       "points_ledger": {
        "rule": "for people", "format": "for people",
        "earned": 345, "redeemed": 200, "expired": 50, "outstanding": 95, "cash_paid": "70.49", "customers_with_balance": 1,
        "expired_by_month": {"1997-06": 50}, "balances_sha256": "%s"}}
      """.formatted(OnlineRetailTest.sha256("00007,95\n00008,0\n"));

  @Test
  void pointsAreEarnedSpentAndExpire(@TempDir Path folder) {
    Path file = Cli.gzip(folder, "purchases.txt.gz", LINES);
    Cli.write(folder, "expected.json", EXPECTED);

    Cli run = Cli.run("replay", "cdnow", file, "--memory");

    assertThat(run.out()).doesNotContain(" NO\n").contains("0 do not; 0 violations");
    assertThat(run.code()).isZero();
  }

  @Test
  void aSecondReplayIntoTheSameShopIsRefused(@TempDir Path folder) {
    Path file = Cli.write(folder, "purchases.txt", LINES);
    String url = "jdbc:h2:file:" + folder.resolve("shop");

    Cli first = Cli.run("replay", "cdnow", file, "--jdbc", url);
    Cli second = Cli.run("replay", "cdnow", file, "--jdbc", url);
    Cli other = Cli.run("replay", "cdnow", file, "--jdbc", url, "--shop", "cdnow-2");

    assertThat(first.code()).isZero();
    assertThat(second.code()).isEqualTo(2);
    assertThat(second.err()).contains("must not hold the shop cdnow yet");
    assertThat(other.code()).isZero();
  }
}
