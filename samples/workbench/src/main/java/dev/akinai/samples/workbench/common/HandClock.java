package dev.akinai.samples.workbench.common;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is moved by hand: a replay lives in the time of its file. Thread-safe. */
public final class HandClock extends Clock {

  private volatile Instant now;

  /**
   * A clock that shows an instant.
   *
   * @param start what it shows at first
   */
  public HandClock(Instant start) {
    this.now = start;
  }

  /**
   * Moves the hands; time never goes back.
   *
   * @param instant what it shows from now on
   * @throws BadInputException if it lies before what the clock shows
   */
  public void moveTo(Instant instant) {
    if (instant.isBefore(now)) {
      throw new BadInputException(
          "The time (%s) must not lie before %s, which came earlier in the file. Maybe sort the file by date."
              .formatted(instant, now));
    }
    now = instant;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
