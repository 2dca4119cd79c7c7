package dev.akinai.samples.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class CdnowSharedDataTest {

  @Test
  void everyTotalOfTheRealPurchasesHolds() {
    Path file = SharedData.find("data/cdnow/CDNOW_sample.txt.gz");
    Assumptions.assumeTrue(Files.isRegularFile(file), () -> SharedData.skipped(file));

    Cli run = Cli.run("replay", "cdnow", file, "--memory");

    assertThat(run.out())
        .doesNotContain(" NO\n")
        .contains("points_ledger.balances_sha256")
        .contains("0 do not; 0 violations");
    assertThat(run.code()).isZero();
  }
}
