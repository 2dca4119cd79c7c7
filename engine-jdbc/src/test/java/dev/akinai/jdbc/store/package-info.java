/** The stores on real engines. */
@NullMarked
package dev.akinai.jdbc.store;

import org.jspecify.annotations.NullMarked;
