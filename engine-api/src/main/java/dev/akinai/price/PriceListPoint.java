package dev.akinai.price;

import java.time.Instant;

/**
 * A price list as it was from an instant on. Immutable.
 *
 * @param list the list
 * @param version its number in the history of this list, from 1
 * @param from when it was put: since then it counts
 */
public record PriceListPoint(PriceList list, long version, Instant from) {}
