package dev.akinai.pricing;

import dev.akinai.promotion.OfferId;
import java.time.Instant;
import java.util.Optional;

/**
 * A coupon that works once and that this quote would use. Immutable.
 *
 * @param offer which offer it opens
 * @param coupon the coupon's id
 * @param expiresAt until when it can be used, exclusive, or empty
 */
public record CouponUse(OfferId offer, String coupon, Optional<Instant> expiresAt) {}
