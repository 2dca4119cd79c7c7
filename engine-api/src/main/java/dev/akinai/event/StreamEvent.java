package dev.akinai.event;

import dev.akinai.base.InputTooLargeException;
import dev.akinai.base.Text;
import java.time.Instant;

/**
 * One fact in the history of a thing. Immutable.
 *
 * @param version its place in the history, from 1, without gaps
 * @param type such as {@code OrderPlaced}, 1 to 64 visible characters
 * @param payload a JSON document of full facts, at most 4 MiB in UTF-16 units; it reads back byte for byte
 * @param at when it happened, on the engine's clock
 */
public record StreamEvent(long version, String type, String payload, Instant at) {

  /** Longest payload, in UTF-16 units. */
  public static final int MAX_PAYLOAD = 4 * 1024 * 1024;

  /** Checks the sizes. */
  public StreamEvent {
    Text.requireVisible("type", type, 64);
    if (payload.length() > MAX_PAYLOAD) {
      throw new InputTooLargeException("payload", MAX_PAYLOAD, payload.length());
    }
  }
}
