package dev.akinai.stock;

import dev.akinai.quota.HoldId;
import java.time.Instant;

/**
 * Units are kept for the buyer. Immutable.
 *
 * @param id names the hold in everything that follows
 * @param until the deadline, on the storage's clock
 */
public record Held(HoldId id, Instant until) {}
