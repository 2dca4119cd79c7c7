/** Gives, takes and counts points. Level 2. */
@NullMarked
package dev.akinai.core.points;

import org.jspecify.annotations.NullMarked;
