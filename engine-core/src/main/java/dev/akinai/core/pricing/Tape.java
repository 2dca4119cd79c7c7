package dev.akinai.core.pricing;

import dev.akinai.money.Split;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Writes down which application took how much off which run, and keeps that in step while runs are split: its price less its shares is its net,
 * always. For one quote and thread.
 */
final class Tape {

  /** Applications that a run's first row holds; most runs meet fewer, and without offers there is none. */
  private static final int ROW = 8;

  private final List<long[]> shares;
  private long[] bases = new long[8];
  private long[] raws = new long[8];

  Tape(int runs) {
    shares = new ArrayList<>(Collections.nCopies(runs, new long[0]));
  }

  /** A run was split: its first part is now at {@code run}, the rest behind it. */
  void split(Nets nets, int run) {
    long[] whole = shares.get(run);
    long taken = nets.gross[run] - nets.net[run];
    long[] part = Split.largestRemainder(taken, whole);
    long[] rest = whole.clone();
    for (int i = 0; i < rest.length; i++) {
      rest[i] -= part[i];
    }
    shares.set(run, part);
    shares.add(run + 1, rest);
  }

  void add(int application, int run, long amount) {
    long[] row = shares.get(run);
    if (application >= row.length) {
      row = Arrays.copyOf(row, Math.max(application + 1, Math.max(ROW, row.length * 2)));
      shares.set(run, row);
    }
    row[application] += amount;
  }

  /** What each application took off a run; applications beyond the end took nothing. */
  long[] of(int run) {
    return shares.get(run);
  }

  /** What an application met: the amount it looked at, and what it would take off without any limit. */
  void note(int application, long base, long raw) {
    if (application >= raws.length) {
      bases = Arrays.copyOf(bases, application * 2);
      raws = Arrays.copyOf(raws, application * 2);
    }
    bases[application] = base;
    raws[application] = raw;
  }

  long base(int application) {
    return bases[application];
  }

  long raw(int application) {
    return raws[application];
  }
}
