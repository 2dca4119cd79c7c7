package dev.akinai.engine;

import dev.akinai.base.Api;
import dev.akinai.base.ShopId;
import dev.akinai.event.EventEnvelope;

/**
 * Remembers what a host's own consumers have taken in, so that a message that comes twice has one effect. Source: R-STO-41, RELIABILITY
 * section 5.
 *
 * <p>On a joined handle the memory is part of the host's transaction, and so of the effect; that is where to use it. Safe to call from any
 * thread that may use the handle.
 */
@Api(Api.Use.CALL)
public interface Events {

  /**
   * Claims a message for a consumer.
   *
   * @param shop whose shop
   * @param consumer who takes it in, 1 to 64 visible characters
   * @param messageId the sender's own id of the message, 1 to 160 visible characters
   * @return true the first time: go on; false if its effect was kept before: do nothing
   */
  boolean firstTime(ShopId shop, String consumer, String messageId);

  /**
   * Claims an event of a thing for a consumer that needs that thing's events in order.
   *
   * @param event the event
   * @param consumer who takes it in, 1 to 64 visible characters
   * @return true if it is the thing's next one: go on; false if it was taken in before: do nothing
   * @throws IllegalStateException if one before it is missing: let it come again later
   */
  boolean next(EventEnvelope event, String consumer);
}
