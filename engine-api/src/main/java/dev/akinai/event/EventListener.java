package dev.akinai.event;

import dev.akinai.base.Api;

/**
 * Hears what happened, after it was committed. It may hear an event twice and must not mind; what it throws brings the event again.
 *
 * <p>Called by whoever runs {@code maintenance().runOnce}, one event of a thing after the other.
 */
@Api(Api.Use.IMPLEMENT)
@FunctionalInterface
public interface EventListener {

  /**
   * Takes one event.
   *
   * @param event the event
   * @throws Exception to get this event again later; later events of the same thing wait
   */
  void on(EventEnvelope event) throws Exception;
}
