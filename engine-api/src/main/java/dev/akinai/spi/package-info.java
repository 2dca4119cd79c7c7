/** What a persistence plug-in provides, as narrow stores whose writes are conditional and say so. Start with {@link dev.akinai.spi.Storage}. Top level. */
@NullMarked
package dev.akinai.spi;

import org.jspecify.annotations.NullMarked;
