package dev.akinai.spi;

import dev.akinai.base.Api;
import dev.akinai.event.StreamId;

/** What consumers have taken in already (R-STO-41). */
@Api(Api.Use.IMPLEMENT)
public interface Inbox {

  /**
   * Claims a message for a consumer, in the unit of its effect.
   *
   * @param consumer who, 1 to 64 characters
   * @param messageId which message, 1 to 160 characters
   * @return false if it was claimed before
   */
  boolean claim(String consumer, String messageId);

  /**
   * Moves a consumer's place in a stream.
   *
   * @param consumer who
   * @param stream which stream
   * @param sequence the event's place
   * @return what to do with the event
   */
  Step advance(String consumer, StreamId stream, long sequence);

  /** What to do with an event. */
  enum Step {
    /** It is the next one: apply it. */
    APPLY,
    /** It was applied before. */
    SKIP,
    /** One before it is missing; it must come again later. */
    GAP
  }
}
