/** Puts the parts together behind one handle. Top level. */
@NullMarked
package dev.akinai.core.engine;

import org.jspecify.annotations.NullMarked;
