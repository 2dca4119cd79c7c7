package dev.akinai.pricing;

import dev.akinai.promotion.OfferId;
import java.time.Instant;
import java.util.Optional;

/**
 * A coupon that works once, as the pricing sees it. Immutable.
 *
 * @param code the code as the buyer typed it, or empty for a coupon of the wallet
 * @param offer which offer it opens
 * @param coupon its id
 * @param expiresAt until when it can be used, exclusive, or empty
 */
public record CouponFact(
    Optional<String> code, OfferId offer, String coupon, Optional<Instant> expiresAt) {}
