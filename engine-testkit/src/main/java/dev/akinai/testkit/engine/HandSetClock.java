package dev.akinai.testkit.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that stands still until a test moves it, so that a deadline of 15 minutes passes at once.
 *
 * <p>All copies made by {@link #withZone} move together. Instants are whole microseconds, as storages keep them. Thread-safe.
 */
public final class HandSetClock extends Clock {

  private final AtomicReference<Instant> now;
  private final ZoneId zone;

  private HandSetClock(AtomicReference<Instant> now, ZoneId zone) {
    this.now = now;
    this.zone = zone;
  }

  /**
   * A clock that shows an instant, in UTC.
   *
   * @param start what it shows first
   * @return the clock
   */
  public static HandSetClock at(Instant start) {
    return new HandSetClock(new AtomicReference<>(start), ZoneOffset.UTC);
  }

  /**
   * A clock that shows an instant, in UTC.
   *
   * @param start what it shows first, such as {@code 2026-03-01T09:00:00Z}
   * @return the clock
   * @throws java.time.format.DateTimeParseException if the text is no instant
   */
  public static HandSetClock at(String start) {
    return at(Instant.parse(start));
  }

  /**
   * Moves the clock.
   *
   * @param by how far; negative to put it back
   * @return what it shows now
   */
  public Instant advance(Duration by) {
    return Objects.requireNonNull(now.updateAndGet(instant -> instant.plus(by)));
  }

  /**
   * Puts the clock to an instant, earlier or later.
   *
   * @param instant what it shall show
   */
  public void set(Instant instant) {
    now.set(instant);
  }

  @Override
  public Instant instant() {
    return Objects.requireNonNull(now.get());
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new HandSetClock(now, other);
  }

  @Override
  public String toString() {
    return "HandSetClock[" + now.get() + "]";
  }
}
