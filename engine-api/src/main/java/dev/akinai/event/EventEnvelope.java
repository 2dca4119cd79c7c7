package dev.akinai.event;

import dev.akinai.base.ShopId;
import java.time.Instant;

/**
 * One event as a listener gets it: whose shop, which thing, its place in that thing's order, and full facts. Immutable.
 *
 * <p>Delivered at least once; ordered and gapless for each {@code stream}; no order between streams. Source: RELIABILITY section 4.
 *
 * @param shop whose shop
 * @param eventId unique in the shop: the key for an inbox
 * @param stream which thing
 * @param sequence its place among the thing's events, from 1, without gaps
 * @param type such as {@code OrderPlaced}
 * @param payload a JSON document; a reader must ignore fields it does not know
 * @param at when it happened, on the engine's clock
 */
public record EventEnvelope(
    ShopId shop,
    String eventId,
    StreamId stream,
    long sequence,
    String type,
    String payload,
    Instant at) {}
