/** Points a member earns, keeps for a while and spends; every point is traceable. Start with {@link dev.akinai.points.Points}. Level 2. */
@NullMarked
package dev.akinai.points;

import org.jspecify.annotations.NullMarked;
