/** The one handle to the whole shop. Start with {@link dev.akinai.engine.Commerce}. Top level. */
@NullMarked
package dev.akinai.engine;

import org.jspecify.annotations.NullMarked;
