/** A cart goes in, a quote comes out: every amount with its reason, every offer with its verdict. Start with {@link dev.akinai.pricing.Pricing}. Level 3. */
@NullMarked
package dev.akinai.pricing;

import org.jspecify.annotations.NullMarked;
