package dev.akinai.testkit.spi;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;

/** Many callers at once, within a bounded time. Stateless. */
final class Crowd {

  private static final Duration LONGEST = Duration.ofSeconds(60);

  private Crowd() {}

  /** Starts the same work on so many threads at the same moment, and gives what each gave, in order of their numbers. */
  static <T> List<T> of(int threads, IntFunction<T> work) throws Exception {
    var start = new CyclicBarrier(threads);
    var running = new ArrayList<CompletableFuture<T>>();
    for (int i = 0; i < threads; i++) {
      int number = i;
      running.add(aside(() -> {
        start.await(LONGEST.toSeconds(), TimeUnit.SECONDS);
        return work.apply(number);
      }));
    }
    var results = new ArrayList<T>();
    for (CompletableFuture<T> each : running) {
      results.add(result(each));
    }
    return results;
  }

  /** Starts work on a thread of its own. */
  static <T> CompletableFuture<T> aside(Callable<T> work) {
    var future = new CompletableFuture<T>();
    var thread = new Thread(() -> complete(future, work), "contract-crowd");
    thread.setDaemon(true);
    thread.start();
    return future;
  }

  private static <T> void complete(CompletableFuture<T> future, Callable<T> work) {
    try {
      future.complete(work.call());
    } catch (Exception | Error e) {
      future.completeExceptionally(e);
    }
  }

  /** Waits for what work gave; what it threw is thrown. */
  static <T> T result(CompletableFuture<T> future) throws Exception {
    try {
      return future.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw unwrapped(e);
    } catch (TimeoutException e) {
      return fail("a caller was not answered within " + LONGEST, e);
    }
  }

  /** As {@link #result}, for use inside a unit of work. */
  static <T> T resultUnchecked(CompletableFuture<T> future) {
    try {
      return result(future);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("The other caller must succeed, but did not.", e);
    }
  }

  private static Exception unwrapped(ExecutionException e) {
    if (e.getCause() instanceof Error error) {
      throw error;
    }
    return e.getCause() instanceof Exception cause ? cause : e;
  }

  /** Reads over and over on another thread while this one writes, until both have done so many times. */
  static void readWhileWriting(int times, Runnable read, IntConsumer write) throws Exception {
    var reads = new AtomicInteger();
    var done = new AtomicBoolean();
    CompletableFuture<Integer> reader = aside(() -> {
      while (!done.get()) {
        read.run();
        reads.incrementAndGet();
      }
      return reads.get();
    });
    try {
      for (int i = 1; (i <= times || reads.get() < times) && !reader.isDone(); i++) {
        write.accept(i);
      }
    } finally {
      done.set(true);
    }
    assertTrue(result(reader) >= times, "the reader must have read while this thread wrote");
  }

  /** Lets other threads run for a while. */
  static void pause(Duration time) {
    LockSupport.parkNanos(time.toNanos());
  }

  /** Tells whether work ends, well or not, within a time; a storage may make it wait for an open unit. */
  static boolean endsWithin(CompletableFuture<?> future, Duration time)
      throws InterruptedException {
    try {
      future.get(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      return true;
    } catch (TimeoutException e) {
      return false;
    }
    return true;
  }
}
