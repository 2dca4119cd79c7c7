package dev.akinai.points;

import java.time.Instant;
import java.util.Optional;

/**
 * What a member has, in whole points. Immutable.
 *
 * @param available can be spent now
 * @param pending earned by orders that are not complete
 * @param held kept by open holds
 * @param debt owed after spent points were clawed back
 * @param nextExpiry when the next points are lost, or empty
 */
public record PointsBalance(
    long available, long pending, long held, long debt, Optional<Instant> nextExpiry) {}
