package dev.akinai.core.pricing;

import dev.akinai.promotion.OfferId;
import java.util.Map;

/**
 * What a buyer keeps of an order (PRICING 11). Immutable.
 *
 * @param lines the units of each cart line; lines of which nothing is kept are left out
 * @param granted for each offer of policy KEEP, by line and charge what it took off the kept units
 */
record Kept(Map<String, Long> lines, Map<OfferId, Map<String, Long>> granted) {}
