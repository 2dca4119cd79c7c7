package dev.akinai.samples.workbench.common;

import java.io.PrintStream;
import java.time.Duration;

/** One line on the error stream that tells how far long work has come, how fast, and when it will be done. For one thread. */
public final class Progress implements AutoCloseable {

  private static final long EVERY_NANOS = 500_000_000L;
  private static final int WIDTH = 78;

  private final PrintStream out;
  private final boolean shown;
  private final String what;
  private final long total;
  private final long start = System.nanoTime();
  private long last = start;

  /**
   * Begins a line.
   *
   * @param shown false to print nothing
   * @param what what is counted, such as {@code lines}
   * @param total how many there will be; 0 if nobody knows
   */
  public Progress(boolean shown, String what, long total) {
    this(System.err, shown, what, total);
  }

  Progress(PrintStream out, boolean shown, String what, long total) {
    this.out = out;
    this.shown = shown;
    this.what = what;
    this.total = total;
  }

  /**
   * Tells how far it has come; prints at most twice a second.
   *
   * @param done how many are done
   */
  public void at(long done) {
    long now = System.nanoTime();
    if (shown && now - last >= EVERY_NANOS) {
      last = now;
      show(line(what, done, total, Duration.ofNanos(now - start)));
    }
  }

  static String line(String what, long done, long total, Duration taken) {
    long perSecond = done * 1_000L / Math.max(1, taken.toMillis());
    if (total == 0 || done == 0) {
      return "%,d %s, %,d/s".formatted(done, what, perSecond);
    }
    long left = (total - done) * taken.toMillis() / done / 1_000;
    return "%,d of %,d %s (%d %%), %,d/s, %d:%02d left"
        .formatted(done, total, what, done * 100 / total, perSecond, left / 60, left % 60);
  }

  private void show(String text) {
    out.print("\r" + text + " ".repeat(Math.max(0, WIDTH - text.length())));
    out.flush();
  }

  /** Wipes the line. */
  @Override
  public void close() {
    if (shown && last != start) {
      show("");
      out.print("\r");
      out.flush();
    }
  }
}
