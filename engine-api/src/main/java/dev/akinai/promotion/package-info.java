/** Reductions as data: offers, their conditions and their limits. Start with {@link dev.akinai.promotion.Promotions}. Level 2. */
@NullMarked
package dev.akinai.promotion;

import org.jspecify.annotations.NullMarked;
