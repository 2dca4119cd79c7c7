package dev.akinai.pricing;

import dev.akinai.money.Money;
import dev.akinai.promotion.LaneId;
import dev.akinai.promotion.OfferId;
import dev.akinai.promotion.RefundTerms;
import java.util.Optional;

/**
 * One offer at work in one quote. Immutable.
 *
 * @param offer which offer
 * @param version which version of it
 * @param lane in which lane it was applied
 * @param merchant for which merchant's lines, where its lane runs for each; else empty
 * @param base the amount it was applied to
 * @param raw what its effect came to before any limit
 * @param discount what it takes off, 0 or more; 0 for an effect without money
 * @param refund what becomes of it when goods come back
 * @param benefit what it gives without money, or empty
 */
public record Application(
    OfferId offer,
    int version,
    LaneId lane,
    Optional<String> merchant,
    Money base,
    Money raw,
    Money discount,
    RefundTerms refund,
    Optional<Benefits> benefit) {}
