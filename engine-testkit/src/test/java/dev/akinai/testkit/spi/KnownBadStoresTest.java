package dev.akinai.testkit.spi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akinai.spi.Storage;
import dev.akinai.testkit.spi.bad.KnownBadStore;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The contract bites: every known-bad store fails its rule, and the storage around which it is built does not. */
class KnownBadStoresTest {

  private static volatile @Nullable KnownBadStore running;

  /** The contract on the in-memory storage with one mistake; JUnit finds it by its class only. */
  static class BadStoreCase extends MemoryContract {

    @Override
    protected Storage openStorage() {
      Storage right = super.openStorage();
      return running == null ? right : running.around(right);
    }

    @Override
    void print(String line) {
      // the table of this test says what was found
    }
  }

  /** What ran and what failed, by rule. */
  private static final class Results implements TestExecutionListener {

    private final Set<String> run = new TreeSet<>();
    private final Set<String> failed = new TreeSet<>();

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (test.isTest()) {
        Set<String> rules = StorageContract.rulesOf(test.getDisplayName());
        run.addAll(rules);
        if (result.getStatus() == TestExecutionResult.Status.FAILED) {
          failed.addAll(rules);
        }
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void failsItsRule(KnownBadStore bad) {
    Results right = run(null, bad.rule());
    Results wrong = run(bad, bad.rule());

    assertThat(right.run).contains(bad.rule());
    assertThat(right.failed).as("rules that the reference fails").isEmpty();
    assertThat(wrong.failed)
        .as("%s, which %s, must fail %s", bad, bad.defect(), bad.rule())
        .contains(bad.rule());
    System.out.printf("%s caught by %s (%s)%n", bad, bad.rule(), bad.defect());
  }

  private static Results run(@Nullable KnownBadStore bad, String rule) {
    var results = new Results();
    var request = LauncherDiscoveryRequestBuilder.request()
        .selectors(DiscoverySelectors.selectClass(BadStoreCase.class))
        .filters((PostDiscoveryFilter) test -> FilterResult.includedIf(
            !test.isTest() || StorageContract.rulesOf(test.getDisplayName()).contains(rule)))
        .build();
    running = bad;
    try {
      LauncherFactory.create().execute(request, results);
    } finally {
      running = null;
    }
    return results;
  }
}
