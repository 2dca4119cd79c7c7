/** Puts products on the shelves and finds them again. Level 1. */
@NullMarked
package dev.akinai.core.catalog;

import org.jspecify.annotations.NullMarked;
