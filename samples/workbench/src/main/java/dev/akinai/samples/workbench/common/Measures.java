package dev.akinai.samples.workbench.common;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Measures a replay: how many of its steps a second, which share of the time the database took, and how much heap. For one thread. */
public final class Measures {

  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private final Map<String, String> measures = new LinkedHashMap<>();
  private final Optional<DatabaseTime> time;
  private long peakHeap;
  private long start = System.nanoTime();
  private long databaseStart;
  private long statementsStart;
  private long commitsStart;

  /**
   * Begins to measure.
   *
   * @param store where the shop is kept
   */
  public Measures(Store store) {
    this.time = store.time();
    measures.put("store", store.url());
  }

  /** Begins a part of the work. */
  public void begin() {
    start = System.nanoTime();
    databaseStart = time.map(DatabaseTime::nanos).orElse(0L);
    statementsStart = time.map(DatabaseTime::statements).orElse(0L);
    commitsStart = time.map(DatabaseTime::commits).orElse(0L);
  }

  /**
   * Ends a part of the work.
   *
   * @param part its name
   */
  public void end(String part) {
    measures.put(part, seconds(System.nanoTime() - start));
  }

  /**
   * Ends the main part of the work.
   *
   * @param part its name
   * @param what what is counted, such as {@code orders}
   * @param count how many were done
   */
  public void end(String part, String what, long count) {
    long nanos = Math.max(1, System.nanoTime() - start);
    end(part);
    measures.put(what, "%,d".formatted(count));
    measures.put(what + " per second", "%,d".formatted(count * NANOS_PER_SECOND / nanos));
    time.ifPresent(database -> {
      measures.put(
          "time in the database",
          "%d %% (statements, commits and rollbacks timed at the data source)"
              .formatted((database.nanos() - databaseStart) * 100 / nanos));
      measures.put(
          "statements / commits",
          "%,d / %,d"
              .formatted(
                  database.statements() - statementsStart, database.commits() - commitsStart));
    });
  }

  /**
   * Everything measured, with the heap.
   *
   * @return by name, in order
   */
  public Map<String, String> all() {
    sample();
    long limit = Runtime.getRuntime().maxMemory();
    measures.put(
        "peak heap",
        "%d MiB of %d (largest sample, garbage included)".formatted(peakHeap >> 20, limit >> 20));
    measures.put("processor time", seconds(processorNanos()));
    return measures;
  }

  /** Looks at the heap; called at every step, since it costs next to nothing. */
  public void sample() {
    peakHeap = Math.max(
        peakHeap, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
  }

  private static long processorNanos() {
    return ProcessHandle.current()
        .info()
        .totalCpuDuration()
        .map(Duration::toNanos)
        .orElse(0L);
  }

  private static String seconds(long nanos) {
    long tenths = nanos / (NANOS_PER_SECOND / 10);
    return "%d.%d s".formatted(tenths / 10, tenths % 10);
  }
}
