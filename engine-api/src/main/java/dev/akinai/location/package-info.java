/** Where stock is. Start with {@link dev.akinai.location.LocationId}. Level 1. */
@NullMarked
package dev.akinai.location;

import org.jspecify.annotations.NullMarked;
