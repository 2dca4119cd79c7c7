package dev.akinai.core.pricing;

import dev.akinai.money.Split;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes down which application took how much off which run, and keeps that in step while runs are split: a run's list less its shares is its
 * net, always. For one quote and thread.
 */
final class Tape {

  private final List<long[]> shares = new ArrayList<>();

  Tape(int runs) {
    for (int i = 0; i < runs; i++) {
      shares.add(new long[4]);
    }
  }

  /** A run was split: its first part is now at {@code run}, the rest behind it. */
  void split(Nets nets, int run) {
    long[] whole = shares.get(run);
    long taken = nets.list[run] - nets.net[run];
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
      row = java.util.Arrays.copyOf(row, Math.max(application + 1, row.length * 2));
      shares.set(run, row);
    }
    row[application] += amount;
  }

  /** What each application took off a run; applications beyond the end took nothing. */
  long[] of(int run) {
    return shares.get(run);
  }

  /** List was set to net: what was taken so far is no longer part of the tape. */
  void rebase() {
    shares.replaceAll(row -> new long[row.length]);
  }
}
