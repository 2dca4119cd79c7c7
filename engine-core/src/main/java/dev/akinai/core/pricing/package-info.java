/** Prices carts: a pure core that sees only values, and the reads around it. Level 3. */
@NullMarked
package dev.akinai.core.pricing;

import org.jspecify.annotations.NullMarked;
