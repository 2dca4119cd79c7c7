package dev.akinai.testkit.spi;

import dev.akinai.base.Api;
import dev.akinai.spi.Storage;
import dev.akinai.spi.StorageException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Everything a storage must do so that nothing is oversold, lost or done twice, as tests: extend it, give it your storage, run it.
 *
 * <p>Each test's name begins with the number of the rule it holds; {@code docs/contracts/storage.md} says what the rules mean. Which rules
 * apply is decided by {@link Storage#capabilities}; a rule in {@link #waivers} is skipped and printed with its reason. JUnit makes one
 * instance for all tests and runs them one after the other.
 */
@Api(Api.Use.IMPLEMENT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD)
@Timeout(120)
public abstract class StorageContract
    implements TransactionsContract,
        OperationsContract,
        CellsContract,
        CellCrowdsContract,
        HoldsContract,
        HoldCrowdsContract,
        LedgerContract,
        LotsContract,
        StreamsContract,
        OutboxContract,
        InboxContract,
        ReadsContract,
        PricesContract,
        ShopsContract,
        IsolationContract,
        JoinedContract,
        ErrorsContract {

  /** Rules that no test here holds yet, each with the reason. */
  public static final Map<String, String> NOT_HELD_YET = Map.of(
      "R-STO-03", "needs the death of a process and of a database: a suite of its own",
      "R-STO-19", "no cell is split into buckets yet",
      "R-STO-20", "holds are not decided in batches yet");

  private static final Pattern RULE = Pattern.compile("R-STO-\\d\\d");
  private static final Pattern DEADLOCK =
      Pattern.compile("40P01|40001|\\b1213\\b|deadlock", Pattern.CASE_INSENSITIVE);

  private final Set<String> rulesRun = new TreeSet<>();
  private int testsRun;
  private @Nullable Bench bench;

  /**
   * Opens the storage under test with empty tables. Called before each test; the storage is closed after it.
   *
   * @return a new storage, or one on the same database after cleaning it
   * @throws Exception if it cannot be opened; the test fails
   */
  protected abstract Storage openStorage() throws Exception;

  /**
   * Moves the clock by which the storage that was opened last sets and compares deadlines.
   *
   * @param by how far forward
   */
  protected abstract void advanceStorageClock(Duration by);

  /**
   * Begins a transaction as a host would, at {@link #isolation}.
   *
   * @param storage that was opened last
   * @return the host's session, or empty if the plug-in does not declare JOINS_HOST_TRANSACTION
   * @throws Exception if it cannot begin; the test fails
   */
  protected Optional<HostSession> beginHost(Storage storage) throws Exception {
    return Optional.empty();
  }

  /**
   * The isolation of this run: of all units, or, in tests of joined units, of the host's transaction.
   *
   * @return READ COMMITTED if not overridden
   */
  protected Isolation isolation() {
    return Isolation.READ_COMMITTED;
  }

  /**
   * What the printed line calls the storage.
   *
   * @return the name of the test class if not overridden
   */
  protected String engine() {
    return getClass().getSimpleName();
  }

  /**
   * Rules that the plug-in does not keep, each with a reason that is printed.
   *
   * @return by rule, such as {@code R-STO-44}
   */
  protected Map<String, String> waivers() {
    return Map.of();
  }

  /**
   * Tells a deadlock from other retryable failures, by the codes in the messages (R-STO-18).
   *
   * @param failure which
   * @return true for a deadlock
   */
  protected boolean isDeadlock(StorageException failure) {
    return Stream.<Throwable>iterate(failure, each -> each != null, Throwable::getCause)
        .anyMatch(each -> DEADLOCK.matcher(String.valueOf(each.getMessage())).find());
  }

  /**
   * What the running test works on.
   *
   * @return its bench
   */
  @Override
  public final Bench bench() {
    if (bench == null) {
      throw new IllegalStateException("The bench must be used inside a test.");
    }
    return bench;
  }

  @BeforeEach
  final void setUpBench(TestInfo test) throws Exception {
    for (String rule : rulesOf(test.getDisplayName())) {
      String reason = waivers().get(rule);
      Assumptions.assumeTrue(reason == null, () -> rule + " is waived: " + reason);
    }
    bench = new Bench(openStorage(), this);
  }

  @AfterEach
  final void closeBench(TestInfo test) {
    if (bench != null) {
      if (!bench.isSkipped()) {
        rulesRun.addAll(rulesOf(test.getDisplayName()));
        testsRun++;
      }
      bench.storage().close();
      bench = null;
    }
  }

  @AfterAll
  final void printSummary() {
    var waived = new TreeMap<>(NOT_HELD_YET);
    waived.putAll(waivers());
    waived.forEach((rule, reason) -> print("waived " + rule + ": " + reason));
    print("contract %s %s: %d rules, %d tests, %d waived"
        .formatted(engine(), isolation(), rulesRun.size(), testsRun, waived.size()));
  }

  void print(String line) {
    System.out.println(line);
  }

  /**
   * The rules that a test's name says it holds.
   *
   * @param displayName of the test
   * @return such as {@code R-STO-11}; empty if it names none
   */
  public static Set<String> rulesOf(String displayName) {
    var rules = new TreeSet<String>();
    Matcher found = RULE.matcher(displayName);
    while (found.find()) {
      rules.add(found.group());
    }
    return rules;
  }
}
