package dev.akinai.core.base;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.LongConsumer;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;

/**
 * Where time, ids, chance and waiting come in; nothing below reads a clock or makes an id by itself.
 *
 * @param clock business time
 * @param ids each call gives a new id of 1 to 48 visible characters
 * @param chance a number from 0 to below its argument, for the jitter of retries
 * @param pause waits so many milliseconds
 */
public record Door(
    Clock clock, Supplier<String> ids, LongUnaryOperator chance, LongConsumer pause) {

  /** Business time now, in microseconds, which every storage keeps. */
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** A new id. */
  public String newId() {
    return ids.get();
  }
}
