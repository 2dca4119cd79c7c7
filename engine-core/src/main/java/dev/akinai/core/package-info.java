/** The engine. Start with {@link dev.akinai.core.Akinai}. */
@NullMarked
package dev.akinai.core;

import org.jspecify.annotations.NullMarked;
