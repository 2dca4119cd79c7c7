/** Reads, checks and publishes offers. Level 2. */
@NullMarked
package dev.akinai.core.promotion;

import org.jspecify.annotations.NullMarked;
