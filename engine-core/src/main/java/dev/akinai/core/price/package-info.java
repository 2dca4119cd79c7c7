/** Sets prices and remembers them. Level 2. */
@NullMarked
package dev.akinai.core.price;

import org.jspecify.annotations.NullMarked;
