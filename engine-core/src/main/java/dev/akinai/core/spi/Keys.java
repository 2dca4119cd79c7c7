package dev.akinai.core.spi;

import dev.akinai.base.InputTooLargeException;
import dev.akinai.base.InvalidInputException;
import dev.akinai.event.StreamId;
import dev.akinai.quota.CellKey;
import java.time.Instant;

/**
 * Makes one sorted text of a row's key. Parts are joined by a space: ids hold none, and it sorts below every visible character, so
 * the order of the texts is the order of the parts. Only the last part may hold spaces. Stateless.
 */
final class Keys {

  /** A space. */
  private static final String JOIN = " ";

  /** The character after the space: the end of every range that {@link #under} begins. */
  private static final String AFTER_JOIN = "!";

  /** Moves the seconds of any {@link Instant} above zero, so that their digits sort. */
  private static final long SECONDS_ABOVE_ZERO = 1L << 60;

  private Keys() {}

  static String of(String... parts) {
    return String.join(JOIN, parts);
  }

  /** The prefix of all keys that go on after these parts. */
  static String under(String... parts) {
    return of(parts) + JOIN;
  }

  static String end(String prefix) {
    return prefix.substring(0, prefix.length() - JOIN.length()) + AFTER_JOIN;
  }

  static String number(long number) {
    return padded(number, 19);
  }

  static String instant(Instant at) {
    return padded(at.getEpochSecond() + SECONDS_ABOVE_ZERO, 19) + padded(at.getNano(), 9);
  }

  static String cell(CellKey key) {
    return of(
        Integer.toString(key.cls().number()), key.pool(), key.item(), padded(key.bucket(), 2));
  }

  static String stream(StreamId stream) {
    return of(stream.type(), stream.id());
  }

  static void requireSize(String field, long max, long actual) {
    if (actual > max) {
      throw new InputTooLargeException(field, max, actual);
    }
  }

  static void requireLength(String field, int max, String value) {
    requireSize(field, max, value.length());
    if (value.isEmpty()) {
      throw new InvalidInputException(
          field + " () must have 1 to " + max + " characters. Maybe it was left out.");
    }
  }

  private static String padded(long number, int digits) {
    String text = Long.toString(number);
    return "0".repeat(digits - text.length()) + text;
  }
}
