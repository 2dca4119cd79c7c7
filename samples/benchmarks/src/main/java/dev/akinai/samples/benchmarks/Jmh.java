package dev.akinai.samples.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs one measured method with JMH, in JVMs of its own. For one thread. */
final class Jmh {

  private final Effort effort;
  private final PrintStream progress;

  Jmh(Effort effort, PrintStream progress) {
    this.effort = effort;
    this.progress = progress;
  }

  /** What JMH found, iteration by iteration. */
  record Measured(RunResult result) {

    /** The mean time of one call. */
    Figure mean() {
      return figure("us", each -> each.getPrimaryResult().getScore());
    }

    /** A percentile of the times of single calls. */
    Figure percentile(double percent) {
      return figure("us", each -> each.getPrimaryResult().getStatistics().getPercentile(percent));
    }

    /** What one call allocates. */
    Figure allocated() {
      return figure("KiB", Measured::allocated);
    }

    private static double allocated(IterationResult iteration) {
      for (String name : iteration.getSecondaryResults().keySet()) {
        if (name.endsWith("gc.alloc.rate.norm")) {
          return iteration.getSecondaryResults().get(name).getScore() / 1_024;
        }
      }
      throw new IllegalStateException(
          "The results must say what was allocated. Maybe the profiler was left out.");
    }

    private Figure figure(String unit, ToDoubleFunction<IterationResult> value) {
      List<Double> values = new ArrayList<>();
      result
          .getBenchmarkResults()
          .forEach(fork ->
              fork.getIterationResults().forEach(each -> values.add(value.applyAsDouble(each))));
      return Figure.of(unit, values);
    }
  }

  /** The mean time of many calls. */
  Measured average(Class<?> benchmark, Map<String, String> parameters) {
    return run(Mode.AverageTime, benchmark, parameters, timed());
  }

  /** The times of single calls, and what they allocate. */
  Measured sampled(Class<?> benchmark, Map<String, String> parameters) {
    return run(Mode.SampleTime, benchmark, parameters, timed().addProfiler(GCProfiler.class));
  }

  /** The times of single calls that take long. */
  Measured shots(Class<?> benchmark, Map<String, String> parameters, int shots) {
    ChainedOptionsBuilder options = new OptionsBuilder()
        .forks(effort.forks)
        .warmupIterations(shots / 2)
        .measurementIterations(shots);
    return run(Mode.SingleShotTime, benchmark, parameters, options);
  }

  private ChainedOptionsBuilder timed() {
    return new OptionsBuilder()
        .forks(effort.forks)
        .warmupIterations(effort.warmups)
        .warmupTime(TimeValue.milliseconds(effort.millis))
        .measurementIterations(effort.iterations)
        .measurementTime(TimeValue.milliseconds(effort.millis));
  }

  private Measured run(
      Mode mode,
      Class<?> benchmark,
      Map<String, String> parameters,
      ChainedOptionsBuilder options) {
    progress.println("  measuring " + benchmark.getSimpleName() + " " + parameters);
    parameters.forEach((name, value) -> options.param(name, value));
    options
        .include(benchmark.getName() + "\\.")
        .mode(mode)
        .timeUnit(TimeUnit.MICROSECONDS)
        .jvmArgs("-Xms2g", "-Xmx2g")
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT);
    try {
      return new Measured(new Runner(options.build()).runSingle());
    } catch (RunnerException broken) {
      throw new IllegalStateException(
          "The benchmark (%s %s) must run to its end. Maybe its setup found unequal results."
              .formatted(benchmark.getSimpleName(), parameters),
          broken);
    }
  }
}
