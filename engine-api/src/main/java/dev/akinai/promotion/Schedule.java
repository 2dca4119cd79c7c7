package dev.akinai.promotion;

import java.time.Instant;

/** Placeholder until the schedule lands. */
public record Schedule(Instant from, Instant to) {
  /** Always. */
  public static final Schedule ALWAYS = new Schedule(Instant.MIN, Instant.MAX);
  /** Tells. */
  public boolean isLiveAt(Instant at) { return !at.isBefore(from) && at.isBefore(to); }
}
