package dev.akinai.jdbc.engines;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Names the suites that an engine's absence skipped, and stops the servers when the tests are over. */
public final class EnginesListener implements TestExecutionListener {
  private final Map<String, AtomicLong> skipped = new ConcurrentHashMap<>();
  private @Nullable TestPlan plan;

  @Override
  public void testPlanExecutionStarted(TestPlan testPlan) {
    plan = testPlan;
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    result
        .getThrowable()
        .filter(EngineMissing.class::isInstance)
        .ifPresent(missing -> skipped
            .computeIfAbsent(suite(test) + ": " + missing.getMessage(), k -> new AtomicLong())
            .addAndGet(testsIn(test)));
  }

  @Override
  public void testPlanExecutionFinished(TestPlan testPlan) {
    new TreeMap<>(skipped)
        .forEach((suite, tests) -> System.out.println("NOT RUN: " + tests + " tests of " + suite));
    try {
      TestDatabases.stopAll();
    } catch (Exception e) {
      throw new IllegalStateException("A test server must stop, but did not.", e);
    }
  }

  private String suite(TestIdentifier test) {
    if (test.isContainer() || plan == null) {
      return test.getDisplayName();
    }
    return plan.getParent(test).map(TestIdentifier::getDisplayName).orElse(test.getDisplayName());
  }

  private long testsIn(TestIdentifier test) {
    if (test.isTest() || plan == null) {
      return 1;
    }
    return plan.getDescendants(test).stream().filter(TestIdentifier::isTest).count();
  }
}
