package dev.akinai.samples.benchmarks;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Four orders in which shops take offers, written from what they are seen to do. Each offer in turn is taken if those taken before allow it, and
 * (which few shops check) if the whole then takes more off; the taken ones are applied in the order of application. Stateless.
 */
enum Greedy {
  /** By priority, which is the order of application. */
  PRIORITY("greedy: by priority") {
    @Override
    int[] order(SmallEngine engine) {
      return all(engine).toArray();
    }
  },
  /** What takes most off alone comes first. */
  LARGEST("greedy: largest saving") {
    @Override
    int[] order(SmallEngine engine) {
      return sorted(engine, i -> -engine.saved(1L << i));
    }
  },
  /** What takes most off for each unit of money in its scope comes first. */
  DENSEST("greedy: largest saving per scope amount") {
    @Override
    int[] order(SmallEngine engine) {
      return sorted(engine, i -> -engine.saved(1L << i) * 1_000_000 / engine.scope(i));
    }
  },
  /** Only what can be combined with everything, by priority. */
  UNGROUPED("greedy: ungrouped only") {
    @Override
    int[] order(SmallEngine engine) {
      return all(engine).filter(i -> engine.offer(i).isFree()).toArray();
    }
  };

  /** How it is called in tables. */
  final String label;

  Greedy(String label) {
    this.label = label;
  }

  abstract int[] order(SmallEngine engine);

  private interface Key {
    long of(int offer);
  }

  private static IntStream all(SmallEngine engine) {
    return IntStream.range(0, engine.size());
  }

  private static int[] sorted(SmallEngine engine, Key key) {
    long[] keys = all(engine).mapToLong(key::of).toArray();
    return all(engine)
        .boxed()
        .sorted(Comparator.comparingLong((Integer i) -> keys[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** What this order takes off. */
  long saved(SmallEngine engine) {
    long set = 0;
    long saved = 0;
    for (int i : order(engine)) {
      long more = engine.fits(i, set) ? engine.saved(set | 1L << i) : 0;
      if (more > saved) {
        set |= 1L << i;
        saved = more;
      }
    }
    return saved;
  }

  /** The best of the four. */
  static long best(SmallEngine engine) {
    return Arrays.stream(values()).mapToLong(each -> each.saved(engine)).max().orElse(0);
  }

  /** The best offer alone. */
  static long single(SmallEngine engine) {
    return all(engine).mapToLong(i -> engine.saved(1L << i)).max().orElse(0);
  }
}
